import { describe, expect, test } from 'vitest'
import { readPage } from './read-page.ts'

/** One page as papers of its language print it, without data for machines: everything stands in what readers see. */
type Press = {
  lang: string
  title: string
  /** The lines between headline and text, as markup. */
  head: string
  /** Under the lead picture: caption, credit. */
  figure: [caption: string, credit: string]
  paragraphs: [string, string, string]
  /** Heading and teasers of a box between the paragraphs. */
  related: [heading: string, ...teasers: string[]]
  foot?: string
  /** Behind the headline in the title of the window. */
  site?: string
  /** Fields of the truth that are not read yet: none is better than a wrong one. */
  unread?: ('authors' | 'place')[]
  truth: {
    authors: string[]
    agency: string | null
    place: string | null
    /** As `at` says it; the day where no zone is known to hold. */
    published: string | null
    /** The first paragraph without its dateline. */
    opening: string
    credit: string
  }
}

const PRESS: Press[] = [
  {
    lang: 'ar',
    title: 'إعادة فتح جسر المرفأ القديم بعد أسبوعين من الترميم',
    head: '<div class="writer">بيروت: ليلى حداد</div><div class="meta">نُشر: 10:30-5 مارس 2026 م ـ 16 رمضان 1447 هـ</div>',
    figure: ['الجسر القديم عند مدخل المرفأ صباح الخميس', 'رويترز'],
    paragraphs: [
      'أعادت البلدية فتح جسر المرفأ القديم أمام المشاة والسيارات يوم الخميس بعد أسبوعين من أعمال الترميم التي كلفت نحو مليوني دولار.',
      'وقال رئيس البلدية في مؤتمر صحافي إن العمل انتهى قبل موعده بثلاثة أيام، وإن العمال واصلوا الليل بالنهار لإنجازه قبل موسم السياحة.',
      'ومن المقرر أن تستأنف العبّارات رحلاتها إلى الجزيرة ابتداءً من يوم السبت، فيما ستبقى الساحة المجاورة مغلقة حتى نهاية الشهر.',
    ],
    related: ['مواضيع ذات صلة', 'انتخاب رئيس جديد لغرفة التجارة', 'أسعار السمك ترتفع قبل العيد'],
    truth: {
      authors: ['ليلى حداد'],
      agency: null,
      place: null,
      published: '2026-03-05',
      opening: 'أعادت البلدية فتح جسر',
      credit: 'رويترز',
    },
  },
  {
    lang: 'ar',
    unread: ['authors'],
    title: 'أمانة المدينة تنهي مشروع تطوير الواجهة البحرية',
    head: '<p class="date">الخميس 16 رمضان 1447هـ</p><p>الدمام - سعود المطيري</p>',
    figure: ['جانب من الواجهة البحرية', 'تصوير: خالد العلي'],
    paragraphs: [
      'الدمام (واس) - أنهت أمانة المدينة مشروع تطوير الواجهة البحرية الذي استمر ثلاث سنوات، وافتتحته أمام الزوار مساء الأربعاء بحضور عدد من المسؤولين.',
      'وأوضح أمين المدينة أن المشروع يضم ممشى بطول أربعة كيلومترات ومناطق للأطفال ومواقف تتسع لألفي سيارة، إضافة إلى مسارات للدراجات.',
      'وتستعد الأمانة لإطلاق المرحلة الثانية في العام المقبل، وتشمل حديقة عامة ومركزاً ثقافياً ومسرحاً مفتوحاً على البحر.',
    ],
    related: ['اقرأ أيضاً', 'افتتاح مطار جديد في الشمال', 'خطة لتوسعة الميناء التجاري'],
    truth: {
      authors: ['سعود المطيري'],
      agency: 'SPA',
      place: 'الدمام',
      published: '2026-03-05',
      opening: 'أنهت أمانة المدينة',
      credit: 'خالد العلي',
    },
  },
  {
    lang: 'he',
    unread: ['authors'],
    title: 'גשר הנמל הישן נפתח מחדש אחרי השיפוץ',
    head: '<div class="credit-line"><span>דנה לוי</span> | <span>05.03.26 | 10:30</span></div>',
    figure: ['הגשר הישן בכניסה לנמל, הבוקר', 'צילום: יוסי כהן'],
    paragraphs: [
      'עיריית חיפה פתחה מחדש ביום חמישי את גשר הנמל הישן, לאחר שבועיים של עבודות שיפוץ שעלותן כשני מיליון שקלים.',
      'ראש העירייה אמרה במסיבת עיתונאים כי העבודות הסתיימו שלושה ימים לפני המועד, וכי הפועלים עבדו גם בלילות כדי לסיים לפני הקיץ.',
      'המעבורות אל האי יחזרו לפעול ביום ראשון, אבל הרחבה הסמוכה תישאר סגורה עד סוף החודש בגלל עבודות ניקוז נוספות.',
    ],
    related: ['כתבות נוספות', 'נבחר יו"ר חדש ללשכת המסחר', 'מחירי הדגים עלו לקראת החג'],
    truth: {
      authors: ['דנה לוי'],
      agency: null,
      place: null,
      published: '2026-03-05',
      opening: 'עיריית חיפה פתחה',
      credit: 'יוסי כהן',
    },
  },
  {
    lang: 'fa',
    title: 'پل قدیمی بندر پس از دو هفته تعمیر بازگشایی شد',
    head: '<div class="item-date">۱۴ اسفند ۱۴۰۴، ۱۰:۳۰</div><div class="item-code">کد خبر: 85012345</div><div>خبرنگار: مریم احمدی</div>',
    figure: ['پل قدیمی در ورودی بندر', 'عکس: رضا کریمی'],
    paragraphs: [
      'بوشهر - ایرنا - شهردار بوشهر گفت: پل قدیمی بندر پس از دو هفته تعمیر، روز پنجشنبه به روی رهگذران و خودروها بازگشایی شد.',
      'وی در نشست خبری افزود که کار سه روز زودتر از موعد به پایان رسیده و کارگران شبانه‌روز برای آماده شدن پل پیش از نوروز تلاش کرده‌اند.',
      'قرار است شناورها از روز شنبه سفر به جزیره را از سر بگیرند، اما میدان کنار پل تا پایان ماه بسته خواهد ماند.',
    ],
    related: ['اخبار مرتبط', 'رئیس تازه اتاق بازرگانی انتخاب شد', 'بهای ماهی پیش از عید بالا رفت'],
    truth: {
      authors: ['مریم احمدی'],
      agency: 'IRNA',
      place: 'بوشهر',
      published: '2026-03-05',
      opening: 'شهردار بوشهر گفت',
      credit: 'رضا کریمی',
    },
  },
  {
    lang: 'ur',
    title: 'بندرگاہ کا پرانا پل مرمت کے بعد دوبارہ کھول دیا گیا',
    head: '<p class="author">زاہد محمود</p><p class="date">جمعرات ۵ مارچ ۲۰۲۶</p>',
    figure: ['پرانا پل جمعرات کی صبح', 'اے ایف پی'],
    paragraphs: [
      'کراچی (اے پی پی): شہری انتظامیہ نے بندرگاہ کا پرانا پل دو ہفتے کی مرمت کے بعد جمعرات کو پیدل چلنے والوں اور گاڑیوں کے لیے دوبارہ کھول دیا۔',
      'میئر نے پریس کانفرنس میں کہا کہ کام مقررہ وقت سے تین دن پہلے مکمل ہوا اور مزدوروں نے رات دن محنت کی تاکہ پل عید سے پہلے تیار ہو جائے۔',
      'جزیرے کے لیے کشتیاں ہفتے سے دوبارہ چلیں گی، تاہم پل کے ساتھ والا چوک مہینے کے آخر تک بند رہے گا۔',
    ],
    related: ['مزید پڑھیں', 'ایوان تجارت کے نئے صدر منتخب', 'عید سے پہلے مچھلی مہنگی'],
    truth: {
      authors: ['زاہد محمود'],
      agency: 'APP',
      place: 'کراچی',
      published: '2026-03-05',
      opening: 'شہری انتظامیہ نے',
      credit: 'اے ایف پی',
    },
  },
  {
    lang: 'hi',
    title: 'मरम्मत के बाद पुराना बंदरगाह पुल फिर खुला',
    head: '<div class="authorInfo">By: राहुल शर्मा</div><div class="dateInfo">Updated at : 05 Mar 2026 10:30 AM (IST)</div>',
    figure: ['बंदरगाह के प्रवेश पर पुराना पुल', 'फोटो: पीटीआई'],
    paragraphs: [
      'मुंबई, पांच मार्च (भाषा) नगर निगम ने बंदरगाह का पुराना पुल दो सप्ताह की मरम्मत के बाद बृहस्पतिवार को पैदल यात्रियों और वाहनों के लिए फिर से खोल दिया।',
      'महापौर ने संवाददाताओं से कहा कि काम तय समय से तीन दिन पहले पूरा हुआ और मजदूरों ने पर्यटन के मौसम से पहले इसे पूरा करने के लिए रात-दिन मेहनत की।',
      'द्वीप के लिए नौकाएं शनिवार से फिर चलेंगी, जबकि पुल के पास का चौक महीने के अंत तक बंद रहेगा।',
    ],
    related: ['यह भी पढ़ें', 'वाणिज्य मंडल के नए अध्यक्ष चुने गए', 'त्योहार से पहले मछली महंगी'],
    truth: {
      authors: ['राहुल शर्मा'],
      agency: 'PTI',
      place: 'मुंबई',
      // The only day it prints is that of its last change.
      published: null,
      opening: 'नगर निगम ने बंदरगाह',
      credit: 'पीटीआई',
    },
  },
  {
    lang: 'bn',
    title: 'সংস্কারের পর খুলল বন্দরের পুরোনো সেতু',
    head: '<div class="contributor-name">রুমা দাস</div><div class="location">চট্টগ্রাম</div><div class="time">প্রকাশ: ০৫ মার্চ ২০২৬, ১০: ৩০</div>',
    figure: ['বন্দরের প্রবেশমুখে পুরোনো সেতু', 'ছবি: জুয়েল শীল'],
    paragraphs: [
      'দুই সপ্তাহের সংস্কারকাজ শেষে বন্দরের পুরোনো সেতুটি বৃহস্পতিবার পথচারী ও যানবাহনের জন্য আবার খুলে দিয়েছে সিটি করপোরেশন।',
      'মেয়র সংবাদ সম্মেলনে বলেন, নির্ধারিত সময়ের তিন দিন আগেই কাজ শেষ হয়েছে। ঈদের আগে সেতু চালু করতে শ্রমিকেরা দিনরাত কাজ করেছেন।',
      'শনিবার থেকে দ্বীপের ফেরি আবার চলবে। তবে সেতুর পাশের চত্বর মাসের শেষ পর্যন্ত বন্ধ থাকবে বলে জানিয়েছে কর্তৃপক্ষ।',
    ],
    related: ['আরও পড়ুন', 'চেম্বারের নতুন সভাপতি নির্বাচিত', 'ঈদের আগে মাছের দাম বাড়ল'],
    truth: {
      authors: ['রুমা দাস'],
      agency: null,
      place: null,
      published: '2026-03-05',
      opening: 'দুই সপ্তাহের সংস্কারকাজ',
      credit: 'জুয়েল শীল',
    },
  },
  {
    lang: 'ta',
    unread: ['place'],
    title: 'பழுதுபார்ப்புக்குப் பின் பழைய துறைமுகப் பாலம் திறப்பு',
    head: '<p class="byline">எழுதியவர்: சுரேஷ் குமார்</p><p class="pubdate">வெளியிடப்பட்டது: 05 மார்ச் 2026, 10:30 முற்பகல்</p>',
    figure: ['துறைமுக நுழைவாயிலில் பழைய பாலம்', 'படம்: மணி ரத்தினம்'],
    paragraphs: [
      'சென்னை: இரண்டு வாரப் பழுதுபார்ப்புப் பணிகளுக்குப் பின் பழைய துறைமுகப் பாலத்தை மாநகராட்சி வியாழக்கிழமை மீண்டும் மக்களுக்குத் திறந்துவிட்டது.',
      'பணிகள் குறித்த நேரத்துக்கு மூன்று நாள்கள் முன்னதாகவே முடிந்ததாக மேயர் செய்தியாளர்களிடம் கூறினார். தொழிலாளர்கள் இரவு பகலாக உழைத்தனர் என்றார் அவர்.',
      'தீவுக்கான படகுகள் சனிக்கிழமை முதல் மீண்டும் இயங்கும். பாலத்துக்கு அருகில் உள்ள சதுக்கம் மாத இறுதி வரை மூடப்பட்டிருக்கும்.',
    ],
    related: ['இதையும் படியுங்கள்', 'வணிகச் சங்கத்துக்குப் புதிய தலைவர்', 'பண்டிகைக்கு முன் மீன் விலை உயர்வு'],
    truth: {
      authors: ['சுரேஷ் குமார்'],
      agency: null,
      place: 'சென்னை',
      published: '2026-03-05',
      opening: 'இரண்டு வாரப் பழுதுபார்ப்புப்',
      credit: 'மணி ரத்தினம்',
    },
  },
  {
    lang: 'th',
    title: 'สะพานท่าเรือเก่าเปิดใช้อีกครั้งหลังซ่อมสองสัปดาห์',
    head: '<div class="info"><span class="author">โดย สมชาย ใจดี</span> <span class="date">5 มี.ค. 2569 10:30 น.</span></div>',
    figure: ['สะพานเก่าบริเวณทางเข้าท่าเรือ', 'ภาพ: วิชัย ทองดี'],
    paragraphs: [
      'เทศบาลเมืองเปิดสะพานท่าเรือเก่าให้ประชาชนและรถยนต์ใช้อีกครั้งเมื่อวันพฤหัสบดี หลังปิดซ่อมนานสองสัปดาห์ด้วยงบประมาณราวหกสิบล้านบาท',
      'นายกเทศมนตรีแถลงข่าวว่างานเสร็จก่อนกำหนดสามวัน คนงานทำงานทั้งกลางวันและกลางคืนเพื่อให้สะพานพร้อมใช้ก่อนเทศกาลสงกรานต์',
      'เรือข้ามฟากไปเกาะจะกลับมาให้บริการตั้งแต่วันเสาร์ ส่วนลานข้างสะพานจะยังปิดต่อไปจนถึงสิ้นเดือนเพราะต้องวางท่อระบายน้ำใหม่',
    ],
    related: ['ข่าวที่เกี่ยวข้อง', 'หอการค้าเลือกประธานคนใหม่', 'ราคาปลาขยับขึ้นก่อนเทศกาล'],
    truth: {
      authors: ['สมชาย ใจดี'],
      agency: null,
      place: null,
      published: '2026-03-05',
      opening: 'เทศบาลเมืองเปิดสะพาน',
      credit: 'วิชัย ทองดี',
    },
  },
  {
    lang: 'zh-CN',
    title: '海滨市老港大桥维修两周后恢复通行',
    head: '<div class="info">2026-03-05 10:30 <span>来源：新华社</span> <span>字号：大 中 小</span></div>',
    figure: ['3月5日拍摄的老港大桥', '新华社记者 王强 摄'],
    paragraphs: [
      '新华社海滨3月5日电（记者李明、陈芳）海滨市老港大桥经过两周维修，5日恢复行人和车辆通行，工程耗资约一千四百万元。',
      '海滨市市长在新闻发布会上说，工程比原计划提前三天完成，工人们日夜施工，确保大桥在旅游旺季到来之前投入使用。',
      '前往海岛的渡轮将从7日起恢复运营，大桥旁边的广场因铺设排水管道，将继续封闭至本月底，市民可绕行滨河路。',
    ],
    related: ['相关新闻', '海滨市商会选出新会长', '节前鱼价小幅上涨'],
    foot: '<p class="editor">责任编辑：赵刚</p>',
    truth: {
      authors: ['李明', '陈芳'],
      agency: 'Xinhua',
      place: '海滨',
      published: '2026-03-05',
      opening: '海滨市老港大桥经过两周维修',
      credit: '新华社',
    },
  },
  {
    lang: 'zh-TW',
    title: '基隆舊港大橋整修兩週後恢復通行',
    head: '<div class="date">2026/03/05 10:30</div>',
    figure: ['舊港大橋五日上午恢復通行', '記者王大明攝'],
    paragraphs: [
      '〔記者林小華／基隆報導〕基隆市舊港大橋經過兩週整修，五日上午恢復人車通行，工程經費約新台幣六千萬元，市民一早就到橋頭拍照。',
      '市長在記者會上表示，工程比原定計畫提前三天完工，工人日夜趕工，就是希望大橋能在旅遊旺季之前重新開放，感謝附近居民的體諒。',
      '前往離島的渡輪將從七日起恢復航班，橋邊的廣場則因為埋設排水管線，將繼續封閉到月底，請民眾改走河濱路。',
    ],
    related: ['延伸閱讀', '基隆商會選出新任理事長', '節前魚價小幅上漲'],
    truth: {
      authors: ['林小華'],
      agency: null,
      place: '基隆',
      published: '2026-03-05',
      opening: '基隆市舊港大橋經過兩週整修',
      credit: '王大明',
    },
  },
  {
    lang: 'ja',
    unread: ['authors'],
    title: '旧港大橋、二週間の修繕を終え再開',
    head: '<div class="date">令和8年3月5日 10時30分</div>',
    figure: ['再開した旧港大橋＝5日午前、湊市', '佐藤健一撮影'],
    paragraphs: [
      '【湊＝共同】湊市の旧港大橋は5日、二週間にわたる修繕工事を終え、歩行者と車の通行を再開した。工事費は約3億円で、市民らが早朝から橋を渡った。',
      '市長は記者会見で「予定より三日早く終わった。観光の季節に間に合わせるため、作業員が昼夜を問わず働いてくれた」と述べ、近隣住民の協力に感謝した。',
      '島へのフェリーは7日から運航を再開する。橋のそばの広場は排水管の工事のため月末まで閉鎖され、市は迂回を呼びかけている。',
    ],
    related: ['関連記事', '商工会議所が新会頭を選出', '連休前に魚の値上がり続く'],
    foot: '<p class="writer">【山田花子】</p>',
    truth: {
      authors: ['山田花子'],
      agency: 'Kyodo',
      place: '湊',
      published: '2026-03-05',
      opening: '湊市の旧港大橋は5日',
      credit: '佐藤健一',
    },
  },
  {
    lang: 'ja',
    title: '英港湾都市の古い橋、修繕を終え再開',
    head: '<p>2026年3月5日 19:30 [会員限定記事]</p>',
    figure: ['再開した橋を渡る市民ら', 'ロイター'],
    paragraphs: [
      '【ロンドン＝高橋直樹】英南部の港湾都市で古い橋の修繕工事が終わり、5日に歩行者と車の通行が再開した。工事費は約200万ポンドだった。',
      '市長は記者会見で「予定より三日早く終わった。観光の季節に間に合わせるため、作業員が昼夜を問わず働いてくれた」と述べ、近隣住民の協力に感謝した。',
      '島へのフェリーは7日から運航を再開する。橋のそばの広場は排水管の工事のため月末まで閉鎖され、市は迂回を呼びかけている。',
    ],
    related: ['関連記事', '商工会議所が新会頭を選出', '連休前に魚の値上がり続く'],
    truth: {
      authors: ['高橋直樹'],
      agency: null,
      place: 'ロンドン',
      published: '2026-03-05',
      opening: '英南部の港湾都市で',
      credit: 'ロイター',
    },
  },
  {
    lang: 'ko',
    title: '옛 항구 다리, 2주 보수 끝내고 다시 열려',
    head: '<div class="article-info"><span>입력 2026-03-05 10:30</span> <span>수정 2026-03-05 11:00</span></div>',
    figure: ['5일 다시 열린 옛 항구 다리', '연합뉴스'],
    paragraphs: [
      '(한들=연합뉴스) 홍길동 기자 = 한들시는 2주간의 보수 공사를 마친 옛 항구 다리를 5일 보행자와 차량에 다시 개방했다고 밝혔다. 공사비는 약 28억원이다.',
      '시장은 기자회견에서 "공사가 예정보다 사흘 일찍 끝났다"며 "관광철 전에 다리를 열기 위해 근로자들이 밤낮으로 일했다"고 말했다.',
      '섬으로 가는 여객선은 7일부터 운항을 재개한다. 다리 옆 광장은 배수관 공사 때문에 이달 말까지 닫아 둘 예정이다.',
    ],
    related: ['관련기사', '상공회의소 새 회장 선출', '명절 앞두고 생선값 올라'],
    foot: '<p>gildong@example.kr</p>',
    truth: {
      authors: ['홍길동'],
      agency: 'Yonhap',
      place: '한들',
      published: '2026-03-05',
      opening: '한들시는 2주간의',
      credit: '연합뉴스',
    },
  },
  {
    lang: 'ko',
    title: '도심 옛 시장, 4월부터 밤에도 문 연다',
    head: '<div class="byline">[한들일보 김민수 기자]</div><p>기사입력 2026.03.05. 오전 10:30</p>',
    figure: ['옛 시장 골목', '사진=한들시'],
    paragraphs: [
      '한들시 도심의 옛 시장이 오는 4월부터 밤 11시까지 문을 연다. 시는 5일 상인회와 협약을 맺고 조명과 주차장을 새로 마련하기로 했다.',
      '상인회장은 "손님이 줄어 걱정이 많았는데 젊은 사람들이 다시 찾아올 것으로 기대한다"고 말했다. 시는 첫해 예산으로 12억원을 책정했다.',
      '야간 개장은 주말부터 시작해 6월에는 평일로 넓힌다. 주민들은 소음을 걱정하지만 시는 시간을 정해 음악을 틀겠다고 했다.',
    ],
    related: ['관련기사', '상공회의소 새 회장 선출', '명절 앞두고 생선값 올라'],
    truth: {
      authors: ['김민수'],
      agency: null,
      place: null,
      published: '2026-03-05',
      opening: '한들시 도심의 옛 시장이',
      credit: '한들시',
    },
  },
  {
    lang: 'ru',
    title: 'Старый портовый мост открыли после двух недель ремонта',
    head: '<div class="doc__time">5 марта 2026, 10:30</div><div class="doc__author">Анна Белова</div>',
    figure: ['Старый мост у входа в порт', 'Фото: Игорь Ломов / ТАСС'],
    paragraphs: [
      'ЛИРИКА, 5 мар — РИА Новости. Городские власти в четверг открыли старый портовый мост для пешеходов и машин после двух недель ремонта.',
      'Мэр рассказала журналистам, что работы закончили на три дня раньше срока: рабочие трудились днем и ночью, чтобы успеть к началу сезона.',
      'Паромы на остров снова пойдут с субботы, а площадь у моста останется закрытой до конца месяца из-за прокладки труб.',
    ],
    related: ['Читайте также', 'Торговая палата выбрала нового главу', 'Рыба подорожала перед праздниками'],
    truth: {
      authors: ['Анна Белова'],
      agency: 'RIA',
      place: 'ЛИРИКА',
      published: '2026-03-05',
      opening: 'Городские власти в четверг',
      credit: 'Игорь Ломов',
    },
  },
  {
    lang: 'uk',
    title: 'Старий портовий міст відкрили після двох тижнів ремонту',
    head: '<div class="post_time"><b>Олена Коваль</b> — Четвер, 5 березня 2026, 10:30</div>',
    figure: ['Старий міст біля входу в порт', 'Фото: Тарас Мельник'],
    paragraphs: [
      'Міська влада у четвер відкрила старий портовий міст для пішоходів і машин після двох тижнів ремонту вартістю близько 80 мільйонів гривень.',
      '<b>Джерело:</b> мерія міста на брифінгу. Міська голова розповіла, що роботи закінчили на три дні раніше, бо робітники працювали вдень і вночі.',
      'Пороми на острів знову підуть із суботи, а площа біля мосту залишиться закритою до кінця місяця через прокладання труб.',
    ],
    related: ['Читайте також', 'Торгова палата обрала нового голову', 'Риба подорожчала перед святами'],
    truth: {
      authors: ['Олена Коваль'],
      agency: null,
      place: null,
      published: '2026-03-05',
      opening: 'Міська влада у четвер',
      credit: 'Тарас Мельник',
    },
  },
  {
    lang: 'el',
    title: 'Άνοιξε ξανά η παλιά γέφυρα του λιμανιού',
    head: '<div class="article-author">Νίκος Παππάς</div><time>05.03.2026 • 10:30</time>',
    figure: ['Η παλιά γέφυρα στην είσοδο του λιμανιού', 'EUROKINISSI'],
    paragraphs: [
      'Ο δήμος άνοιξε ξανά την Πέμπτη την παλιά γέφυρα του λιμανιού για πεζούς και οχήματα, ύστερα από δύο εβδομάδες επισκευών που κόστισαν περίπου δύο εκατομμύρια ευρώ.',
      'Η δήμαρχος είπε στους δημοσιογράφους ότι το έργο τελείωσε τρεις μέρες νωρίτερα, επειδή οι εργάτες δούλεψαν μέρα και νύχτα πριν από το καλοκαίρι.',
      'Τα πλοία προς το νησί ξεκινούν πάλι το Σάββατο, ενώ η πλατεία δίπλα στη γέφυρα θα μείνει κλειστή ως το τέλος του μήνα.',
    ],
    related: ['Διαβάστε επίσης', 'Νέος πρόεδρος στο Επιμελητήριο', 'Ακριβότερα τα ψάρια πριν από τη γιορτή'],
    foot: '<p>Πηγή: ΑΠΕ-ΜΠΕ</p>',
    truth: {
      authors: ['Νίκος Παππάς'],
      agency: 'ANA-MPA',
      place: null,
      published: '2026-03-05',
      opening: 'Ο δήμος άνοιξε ξανά',
      credit: 'EUROKINISSI',
    },
  },
  {
    lang: 'tr',
    title: 'Eski liman köprüsü onarımdan sonra açıldı',
    head: '<div class="text-info">Giriş: 05.03.2026 - 10:30 Güncelleme: 05.03.2026 - 11:00</div>',
    figure: ['Liman girişindeki eski köprü', 'Fotoğraf: Mehmet Demir'],
    paragraphs: [
      'Elif KAYA/KIYIKENT, (DHA) - KIYIKENT Belediyesi, iki haftalık onarımın ardından eski liman köprüsünü perşembe günü yaya ve araç trafiğine yeniden açtı.',
      'Belediye başkanı gazetecilere, çalışmaların üç gün erken bittiğini, işçilerin turizm sezonundan önce köprüyü yetiştirmek için gece gündüz çalıştığını söyledi.',
      'Adaya giden feribotlar cumartesiden itibaren yeniden sefere başlayacak. Köprünün yanındaki meydan ise ay sonuna kadar kapalı kalacak.',
    ],
    related: ['İlgili Haberler', 'Ticaret odası yeni başkanını seçti', 'Bayram öncesi balık fiyatı arttı'],
    truth: {
      authors: ['Elif KAYA'],
      agency: 'DHA',
      place: 'KIYIKENT',
      published: '2026-03-05',
      opening: 'KIYIKENT Belediyesi, iki haftalık',
      credit: 'Mehmet Demir',
    },
  },
  {
    lang: 'vi',
    title: 'Cầu cảng cũ mở lại sau hai tuần sửa chữa',
    head: '<span class="date">Thứ năm, 5/3/2026, 10:30 (GMT+7)</span>',
    figure: ['Cầu cũ ở lối vào cảng, sáng 5/3.', 'Ảnh: Trần Quang'],
    paragraphs: [
      'Thành phố mở lại cầu cảng cũ cho người đi bộ và xe cộ hôm thứ Năm, sau hai tuần sửa chữa với kinh phí khoảng 50 tỷ đồng.',
      'Chủ tịch thành phố nói với phóng viên rằng công việc xong sớm ba ngày, vì công nhân làm cả ngày lẫn đêm để kịp mùa du lịch.',
      'Phà ra đảo sẽ chạy lại từ thứ Bảy, còn quảng trường cạnh cầu vẫn đóng đến cuối tháng do phải đặt ống thoát nước mới.',
    ],
    related: ['Tin liên quan', 'Phòng thương mại có chủ tịch mới', 'Giá cá tăng trước lễ'],
    foot: '<p style="text-align:right"><strong>Nguyễn Thu Hà</strong> (Theo <em>Reuters</em>)</p>',
    truth: {
      authors: ['Nguyễn Thu Hà'],
      agency: 'Reuters',
      place: null,
      published: '2026-03-05',
      opening: 'Thành phố mở lại cầu',
      credit: 'Trần Quang',
    },
  },
  {
    lang: 'id',
    site: 'Kabar Pantai',
    title: 'Jembatan Pelabuhan Lama Dibuka Lagi',
    head: '<div class="detail__author">Dewi Lestari - <span>Kabar Pantai</span></div><div class="detail__date">Kamis, 05 Mar 2026 10:30 WIB</div>',
    figure: ['Jembatan lama di pintu pelabuhan', 'Foto: Agus Salim/Kabar Pantai'],
    paragraphs: [
      'Surabaya - Pemerintah kota membuka lagi jembatan pelabuhan lama bagi pejalan kaki dan kendaraan pada Kamis setelah perbaikan selama dua pekan.',
      'Wali kota mengatakan kepada wartawan bahwa pekerjaan selesai tiga hari lebih cepat karena para pekerja bekerja siang dan malam sebelum musim liburan.',
      'Feri ke pulau akan berlayar lagi mulai Sabtu, sedangkan alun-alun di samping jembatan tetap ditutup hingga akhir bulan.',
    ],
    related: ['Baca juga:', 'Kamar dagang memilih ketua baru', 'Harga ikan naik jelang Lebaran'],
    foot: '<p>(dls/ags)</p>',
    truth: {
      authors: ['Dewi Lestari'],
      agency: null,
      place: 'Surabaya',
      published: '2026-03-05',
      opening: 'Pemerintah kota membuka',
      credit: 'Agus Salim',
    },
  },
  {
    lang: 'pl',
    title: 'Stary most portowy otwarty po dwóch tygodniach remontu',
    head: '<div class="author-name">Jan Rybak</div><div class="article-date">5 marca 2026, 10:30</div>',
    figure: ['Stary most przy wejściu do portu', 'Fot. Marek Wilk / PAP'],
    paragraphs: [
      'Władze miasta otworzyły w czwartek stary most portowy dla pieszych i samochodów po dwóch tygodniach remontu, który kosztował około 8 mln zł.',
      'Prezydent miasta powiedziała dziennikarzom, że prace skończono trzy dni przed terminem, bo robotnicy pracowali dniem i nocą przed sezonem.',
      'Promy na wyspę znów popłyną od soboty, a plac przy moście pozostanie zamknięty do końca miesiąca z powodu układania rur.',
    ],
    related: ['Czytaj także', 'Izba handlowa wybrała nowego prezesa', 'Ryby drożeją przed świętami'],
    foot: '<p>Źródło: PAP</p>',
    truth: {
      authors: ['Jan Rybak'],
      agency: 'PAP',
      place: null,
      published: '2026-03-05',
      opening: 'Władze miasta otworzyły',
      credit: 'Marek Wilk',
    },
  },
  {
    lang: 'cs',
    title: 'Starý přístavní most se po opravě znovu otevřel',
    head: '<div class="meta"><span class="author">Petr Mlýn, ČTK</span> <span class="time">5. 3. 2026 10:30</span></div>',
    figure: ['Starý most u vjezdu do přístavu', 'Foto: Jana Lesná'],
    paragraphs: [
      'Radnice ve čtvrtek znovu otevřela starý přístavní most pro chodce i auta. Dvoutýdenní oprava stála asi padesát milionů korun.',
      'Primátorka novinářům řekla, že práce skončily o tři dny dříve, protože dělníci pracovali ve dne v noci, aby most stihli před sezonou.',
      'Přívozy na ostrov začnou jezdit od soboty, náměstí vedle mostu zůstane do konce měsíce zavřené kvůli pokládce potrubí.',
    ],
    related: ['Čtěte také', 'Komora má nového předsedu', 'Ryby před svátky zdražily'],
    truth: {
      authors: ['Petr Mlýn'],
      agency: 'ČTK',
      place: null,
      published: '2026-03-05',
      opening: 'Radnice ve čtvrtek',
      credit: 'Jana Lesná',
    },
  },
  {
    lang: 'sv',
    title: 'Gamla hamnbron öppnar efter reparation',
    head: '<address>Karin Lind</address><p>Publicerad: 5 mars 2026 kl. 10.30</p>',
    figure: ['Gamla bron vid hamninloppet', 'Foto: Lars Ek/TT'],
    paragraphs: [
      'Kommunen öppnade på torsdagen den gamla hamnbron för fotgängare och bilar igen efter två veckors reparation som kostade omkring tjugo miljoner kronor.',
      'Kommunalrådet sade till pressen att arbetet blev klart tre dagar i förtid, eftersom arbetarna höll på dag och natt före sommaren.',
      'Färjorna till ön går igen från lördag, medan torget intill bron är stängt till månadens slut på grund av rörläggning.',
    ],
    related: ['Läs mer', 'Handelskammaren har valt ny ordförande', 'Fisken dyrare inför helgen'],
    truth: {
      authors: ['Karin Lind'],
      agency: null,
      place: null,
      published: '2026-03-05',
      opening: 'Kommunen öppnade på torsdagen',
      credit: 'Lars Ek',
    },
  },
  {
    lang: 'pt-BR',
    site: 'Costa Hoje',
    title: 'Ponte velha do porto reabre após duas semanas de obras',
    head: '<p class="signature">Por Inês Vidal, Costa Hoje — Santos</p><p>05/03/2026 10h30 <span>Atualizado 05/03/2026</span></p>',
    figure: ['Ponte velha na entrada do porto', 'Foto: Caio Nunes/Costa Hoje'],
    paragraphs: [
      'A prefeitura reabriu na quinta-feira (5) a ponte velha do porto para pedestres e carros, após duas semanas de obras que custaram cerca de R$ 9 milhões.',
      'A prefeita disse a jornalistas que o trabalho terminou três dias antes do prazo, porque os operários trabalharam dia e noite antes da temporada.',
      'As balsas para a ilha voltam a operar no sábado, e a praça ao lado da ponte seguirá fechada até o fim do mês.',
    ],
    related: ['Leia também', 'Câmara de comércio elege presidente', 'Peixe fica mais caro antes do feriado'],
    truth: {
      authors: ['Inês Vidal'],
      agency: null,
      place: null,
      published: '2026-03-05',
      opening: 'A prefeitura reabriu',
      credit: 'Caio Nunes',
    },
  },
  {
    lang: 'es',
    unread: ['authors'],
    title: 'El puente viejo del puerto reabre tras las obras',
    head: '<div class="a_md_a">Lucía Ferrán</div><div class="a_md_f">Costa Clara - 05 mar 2026 - 10:30 CET</div>',
    figure: ['El puente viejo, en la entrada del puerto.', 'Pablo Ruiz (EFE)'],
    paragraphs: [
      'El Ayuntamiento reabrió este jueves el puente viejo del puerto para peatones y coches, tras dos semanas de obras que han costado unos dos millones de euros.',
      'La alcaldesa dijo a los periodistas que los trabajos acabaron tres días antes de lo previsto, porque los obreros trabajaron día y noche antes del verano.',
      'Los transbordadores a la isla vuelven el sábado, y la plaza junto al puente seguirá cerrada hasta fin de mes por las tuberías.',
    ],
    related: ['Más información', 'La Cámara de Comercio elige presidente', 'El pescado sube antes de las fiestas'],
    truth: {
      authors: ['Lucía Ferrán'],
      agency: null,
      place: null,
      published: '2026-03-05T09:30:00Z',
      opening: 'El Ayuntamiento reabrió',
      credit: 'Pablo Ruiz',
    },
  },
  {
    lang: 'fr',
    title: 'Le vieux pont du port rouvre après deux semaines de travaux',
    head: '<div class="auteur">Par Odile Marchand (avec AFP)</div><div>Publié le 05 mars 2026 à 10h30, mis à jour le 05 mars 2026 à 11h00</div>',
    figure: ['Le vieux pont à l’entrée du port', '© Jean Morel / AFP'],
    paragraphs: [
      'La mairie a rouvert jeudi le vieux pont du port aux piétons et aux voitures, après deux semaines de travaux qui ont coûté environ deux millions d’euros.',
      'La maire a déclaré à la presse que le chantier s’était achevé trois jours plus tôt que prévu, les ouvriers ayant travaillé jour et nuit avant l’été.',
      'Les bacs vers l’île reprennent samedi, tandis que la place voisine du pont restera fermée jusqu’à la fin du mois.',
    ],
    related: ['À lire aussi', 'La chambre de commerce élit sa présidente', 'Le poisson plus cher avant les fêtes'],
    truth: {
      authors: ['Odile Marchand'],
      agency: 'AFP',
      place: null,
      published: '2026-03-05',
      opening: 'La mairie a rouvert jeudi',
      credit: 'Jean Morel',
    },
  },
  {
    lang: 'de',
    title: 'Alte Hafenbrücke nach zwei Wochen wieder offen',
    head: '<p class="autoren">Von Ruth Anders und Kai Bohn, Talwacht</p><p>05.03.2026, 10.30 Uhr</p>',
    figure: ['Die alte Brücke an der Hafeneinfahrt', 'Foto: Olaf Kern/dpa'],
    paragraphs: [
      'Die Stadt hat am Donnerstag die alte Hafenbrücke für Fußgänger und Autos wieder geöffnet. Zwei Wochen dauerte die Sanierung, sie kostete rund zwei Millionen Euro.',
      'Die Bürgermeisterin sagte vor der Presse, die Arbeiten seien drei Tage früher fertig geworden, weil die Arbeiter Tag und Nacht im Einsatz gewesen seien.',
      'Die Fähren zur Insel fahren ab Samstag wieder, der Platz neben der Brücke bleibt bis zum Monatsende wegen neuer Rohre gesperrt.',
    ],
    related: ['Lesen Sie auch', 'Handelskammer wählt neue Präsidentin', 'Fisch vor den Feiertagen teurer'],
    truth: {
      authors: ['Ruth Anders', 'Kai Bohn'],
      agency: null,
      place: null,
      published: '2026-03-05',
      opening: 'Die Stadt hat am Donnerstag',
      credit: 'Olaf Kern',
    },
  },
]

/** Layouts as templates write them: what stands before and around the text differs, the words are the page's own. */
const html = ({ lang, title, head, figure, paragraphs, related, foot = '', site }: Press, index: number) => {
  const [heading, ...teasers] = related
  const dir = /^(?:ar|he|fa|ur)/.test(lang) ? ' dir="rtl"' : ''
  const links = teasers.map((teaser, i) => `<li><a href="/a/${i}">${teaser}</a></li>`).join('')
  const picture =
    index % 2 === 0
      ? `<figure><img src="/img/1.jpg" alt=""><figcaption>${figure[0]} <span class="credit">${figure[1]}</span></figcaption></figure>`
      : `<div class="photo"><img src="/img/1.jpg" alt=""><p class="caption">${figure[0]}</p><p class="copyright">${figure[1]}</p></div>`
  const box =
    index % 3 === 0
      ? `<div class="box"><b>${heading}</b><ul>${links}</ul></div>`
      : `<aside><h3>${heading}</h3><ul>${links}</ul></aside>`
  const [first, second, third] = paragraphs.map((text) => `<p>${text}</p>`)
  const menu = teasers.map((teaser) => `<a href="/s/${teaser.length}">${teaser.split(' ')[0]}</a>`).join(' ')
  return `<!doctype html><html lang="${lang}"${dir}><head><meta charset="utf-8"><title>${title}${site === undefined ? '' : ` | ${site}`}</title></head><body>
    <header><nav>${menu}</nav></header>
    <main><h1>${title}</h1>${head}${picture}<div class="text">${first}${second}${box}${third}${foot}</div></main>
    <footer><p>© 2026</p></footer></body></html>`
}

const fieldsOf = (page: Press, index: number) => {
  const url = `https://press.example/news/${index}`
  const { extraction, rejection } = readPage({ html: html(page, index), url, capturedAt: '2026-03-06T12:00:00Z' })
  const { title, authors, agency, dateline, publishedAt, text, blocks, related, images } = extraction
  return {
    verdict: rejection?.reason ?? 'article',
    title: title.value,
    authors: authors.value?.map(({ name }) => name) ?? [],
    agency: agency.value?.id ?? null,
    place: dateline.value?.place ?? null,
    published: publishedAt.value?.at.slice(0, page.truth.published?.length) ?? null,
    opening: blocks.find(({ type }) => type === 'paragraph'),
    text,
    related,
    image: images[0] ?? null,
  }
}

describe('a page of the press', () => {
  test.for(PRESS.map((page, index) => [`${index} ${page.lang}`, page, index] as const))('%s', ([, page, index]) => {
    const { opening, text, related, image, ...found } = fieldsOf(page, index)
    const { truth } = page
    const isPlaceUnread = page.unread?.includes('place') === true
    expect({
      ...found,
      opening: opening?.type === 'paragraph' ? opening.text.slice(0, truth.opening.length) : null,
      teasers: page.related.slice(1).filter((teaser) => text.includes(teaser)),
      captions: page.figure.filter((words) => text.includes(words)),
      ends: page.paragraphs.slice(1).every((words) => text.includes(words.replace(/<[^>]+>/g, ''))),
      related: related.length,
      caption: image?.caption ?? null,
      credit: image?.credit?.includes(truth.credit) ?? false,
    }).toEqual({
      verdict: 'article',
      title: page.title,
      authors: page.unread?.includes('authors') ? [] : truth.authors,
      agency: truth.agency,
      place: isPlaceUnread ? null : truth.place,
      published: truth.published,
      opening: isPlaceUnread ? page.paragraphs[0].slice(0, truth.opening.length) : truth.opening,
      teasers: [],
      captions: [],
      ends: true,
      related: page.related.length - 1,
      caption: page.figure[0],
      credit: true,
    })
  })
})
