import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'

/**
 * What stands in an article's place, as sites of each language say it: an error page that answers 200 (headline, text), a consent wall
 * (headline, text, button), a bot wall (headline, text), the foot of a teaser at a paywall.
 */
type Walls = {
  error: [string, string]
  consent: [string, string, string]
  bot: [string, string]
  paywall: string
  /** An opening of a report that speaks of such things, of its own words. */
  report: [string, string]
}

const WALLS: Record<string, Walls> = {
  el: {
    error: [
      'Η σελίδα δεν βρέθηκε',
      'Η σελίδα που ζητήσατε δεν υπάρχει ή έχει μετακινηθεί. Επιστροφή στην αρχική σελίδα.',
    ],
    consent: [
      'Σεβόμαστε την ιδιωτικότητά σας',
      'Εμείς και οι συνεργάτες μας αποθηκεύουμε ή έχουμε πρόσβαση σε πληροφορίες σε μια συσκευή, όπως cookies, και επεξεργαζόμαστε προσωπικά δεδομένα.',
      'Συμφωνώ',
    ],
    bot: ['Έλεγχος ασφαλείας', 'Επιβεβαιώστε ότι δεν είστε ρομπότ για να συνεχίσετε.'],
    paywall: 'Το άρθρο είναι διαθέσιμο μόνο για συνδρομητές. Είστε ήδη συνδρομητής; Συνδεθείτε.',
    report: [
      'Πρόστιμο για τα cookies',
      'Η αρχή προστασίας δεδομένων επέβαλε πρόστιμο σε μεγάλο ιστότοπο επειδή το κουμπί της συγκατάθεσης ήταν παραπλανητικό.',
    ],
  },
  uk: {
    error: ['Сторінку не знайдено', 'Сторінка, яку ви шукаєте, не існує або була видалена. Поверніться на головну.'],
    consent: [
      'Ми цінуємо вашу приватність',
      'Ми та наші партнери зберігаємо інформацію на пристрої, зокрема файли cookie, та обробляємо персональні дані для показу реклами.',
      'Погоджуюся',
    ],
    bot: ['Перевірка безпеки', 'Підтвердьте, що ви не робот, щоб продовжити перегляд сайту.'],
    paywall: 'Матеріал доступний лише для передплатників. Вже маєте передплату? Увійдіть.',
    report: [
      'Штраф за файли cookie',
      'Регулятор оштрафував великий сайт, бо кнопка згоди на обробку даних вводила читачів в оману, повідомили у відомстві.',
    ],
  },
  ru: {
    error: ['Страница не найдена', 'Запрашиваемая страница не существует или была удалена. Вернитесь на главную.'],
    consent: [
      'Мы ценим вашу конфиденциальность',
      'Мы и наши партнеры храним информацию на устройстве, например файлы cookie, и обрабатываем персональные данные для показа рекламы.',
      'Принять',
    ],
    bot: ['Проверка безопасности', 'Подтвердите, что вы не робот, чтобы продолжить просмотр сайта.'],
    paywall: 'Материал доступен только для подписчиков. Уже есть подписка? Войдите.',
    report: [
      'Сайт оштрафовали за cookie',
      'Регулятор оштрафовал крупный сайт: кнопка согласия на обработку данных вводила читателей в заблуждение, сообщили в ведомстве.',
    ],
  },
  tr: {
    error: ['Sayfa bulunamadı', 'Aradığınız sayfa kaldırılmış ya da adresi değişmiş olabilir. Ana sayfaya dönün.'],
    consent: [
      'Gizliliğinize önem veriyoruz',
      'Biz ve iş ortaklarımız, bir cihazdaki çerezler gibi bilgileri saklıyor veya bunlara erişiyor ve kişisel verileri işliyoruz.',
      'Kabul Ediyorum',
    ],
    bot: ['Güvenlik kontrolü', 'Devam etmek için robot olmadığınızı doğrulayın.'],
    paywall: 'Bu içerik yalnızca abonelere özeldir. Zaten abone misiniz? Giriş yapın.',
    report: [
      'Çerez cezası',
      'Veri koruma kurulu, onay düğmesi okurları yanılttığı için büyük bir siteye para cezası verdi, kurul perşembe günü açıkladı.',
    ],
  },
  ar: {
    error: ['الصفحة غير موجودة', 'عذراً، الصفحة التي تبحث عنها غير موجودة أو تم نقلها. العودة إلى الصفحة الرئيسية.'],
    consent: [
      'نحن نهتم بخصوصيتك',
      'نقوم نحن وشركاؤنا بتخزين المعلومات على الجهاز والوصول إليها، مثل ملفات تعريف الارتباط، ومعالجة البيانات الشخصية لعرض الإعلانات.',
      'موافق',
    ],
    bot: ['التحقق من الأمان', 'يرجى التأكيد أنك لست روبوتاً للمتابعة إلى الموقع.'],
    paywall: 'هذا المحتوى حصري للمشتركين. هل أنت مشترك؟ سجل الدخول.',
    report: [
      'غرامة بسبب ملفات تعريف الارتباط',
      'فرضت هيئة حماية البيانات غرامة على موقع كبير لأن زر الموافقة كان مضللاً للقراء، بحسب بيان صدر الخميس.',
    ],
  },
  he: {
    error: ['הדף לא נמצא', 'הדף שחיפשת אינו קיים או הוסר. חזרה לדף הבית.'],
    consent: [
      'הפרטיות שלך חשובה לנו',
      'אנחנו והשותפים שלנו שומרים מידע במכשיר, כגון קובצי Cookie, ומעבדים נתונים אישיים לצורך הצגת פרסומות.',
      'אני מסכים',
    ],
    bot: ['בדיקת אבטחה', 'אנא אשרו שאינכם רובוט כדי להמשיך לאתר.'],
    paywall: 'הכתבה זמינה למנויים בלבד. כבר מנויים? התחברו.',
    report: [
      'קנס בגלל עוגיות',
      'הרשות להגנת הפרטיות קנסה אתר גדול משום שכפתור ההסכמה הטעה את הקוראים, כך נמסר ביום חמישי.',
    ],
  },
  fa: {
    error: ['صفحه مورد نظر یافت نشد', 'صفحه‌ای که به دنبال آن هستید وجود ندارد یا حذف شده است. بازگشت به صفحه اصلی.'],
    consent: [
      'حریم خصوصی شما برای ما مهم است',
      'ما و شرکای ما اطلاعاتی مانند کوکی‌ها را روی دستگاه ذخیره می‌کنیم و داده‌های شخصی را برای نمایش تبلیغات پردازش می‌کنیم.',
      'می‌پذیرم',
    ],
    bot: ['بررسی امنیتی', 'برای ادامه تأیید کنید که ربات نیستید.'],
    paywall: 'این مطلب ویژه مشترکان است. مشترک هستید؟ وارد شوید.',
    report: [
      'جریمه به خاطر کوکی',
      'نهاد حفاظت از داده یک سایت بزرگ را جریمه کرد، چون دکمه رضایت خوانندگان را گمراه می‌کرد، این نهاد پنجشنبه اعلام کرد.',
    ],
  },
  hi: {
    error: ['पृष्ठ नहीं मिला', 'आप जो पृष्ठ खोज रहे हैं वह मौजूद नहीं है या हटा दिया गया है। मुखपृष्ठ पर लौटें।'],
    consent: [
      'हम आपकी निजता का सम्मान करते हैं',
      'हम और हमारे साझेदार डिवाइस पर कुकीज़ जैसी जानकारी रखते हैं और विज्ञापन दिखाने के लिए व्यक्तिगत डेटा का उपयोग करते हैं।',
      'स्वीकार करें',
    ],
    bot: ['सुरक्षा जांच', 'जारी रखने के लिए पुष्टि करें कि आप रोबोट नहीं हैं।'],
    paywall: 'यह लेख केवल सदस्यों के लिए है। पहले से सदस्य हैं? लॉग इन करें।',
    report: [
      'कुकीज़ पर जुर्माना',
      'डेटा संरक्षण प्राधिकरण ने एक बड़ी वेबसाइट पर जुर्माना लगाया क्योंकि सहमति का बटन पाठकों को भ्रमित करता था, प्राधिकरण ने बताया।',
    ],
  },
  ja: {
    error: ['ページが見つかりません', 'お探しのページは移動または削除された可能性があります。トップページへ戻る。'],
    consent: [
      'お客様のプライバシーを尊重します',
      '当社とパートナーは、Cookieなどの情報を端末に保存し、広告の表示のために個人データを処理します。設定はいつでも変更できます。',
      '同意する',
    ],
    bot: ['セキュリティチェック', '続行するには、ロボットではないことを確認してください。'],
    paywall: 'この記事は有料会員限定です。残り1234文字。会員の方はログインしてください。',
    report: [
      'クッキーの同意画面に制裁金',
      '個人情報保護当局は五日、同意ボタンの表示が読者を誤解させるとして大手サイトに制裁金を科したと発表した。',
    ],
  },
  zh: {
    error: ['页面不存在', '抱歉，您访问的页面不存在或已被删除。返回首页。'],
    consent: [
      '我们重视您的隐私',
      '我们和合作伙伴会在设备上存储信息，例如 Cookie，并处理个人数据以展示广告。您可以随时更改设置。',
      '同意',
    ],
    bot: ['安全验证', '请完成验证以继续访问，确认您不是机器人。'],
    paywall: '本文为付费内容，订阅后阅读全文。已是会员？请登录。',
    report: [
      '网站因同意按钮被罚款',
      '数据保护机构五日宣布，一家大型网站的同意按钮误导读者，因此被处以罚款，网站须在一个月内整改并公布结果。',
    ],
  },
  ko: {
    error: ['페이지를 찾을 수 없습니다', '요청하신 페이지가 삭제되었거나 주소가 변경되었습니다. 홈으로 이동.'],
    consent: [
      '귀하의 개인정보를 소중히 여깁니다',
      '당사와 파트너는 쿠키와 같은 정보를 기기에 저장하고 광고 표시를 위해 개인정보를 처리합니다. 설정은 언제든지 바꿀 수 있습니다.',
      '동의',
    ],
    bot: ['보안 확인', '계속하려면 로봇이 아닙니다를 확인해 주세요.'],
    paywall: '유료 회원 전용 기사입니다. 이미 회원이신가요? 로그인하세요.',
    report: [
      '동의 버튼 때문에 과징금',
      '개인정보 보호 당국은 5일 동의 버튼이 독자를 속였다며 큰 사이트에 과징금을 물렸다고 밝혔다. 사이트는 한 달 안에 고쳐야 한다.',
    ],
  },
  id: {
    error: [
      'Halaman tidak ditemukan',
      'Maaf, halaman yang Anda cari tidak ada atau telah dipindahkan. Kembali ke beranda.',
    ],
    consent: [
      'Kami menghargai privasi Anda',
      'Kami dan mitra kami menyimpan informasi pada perangkat, seperti cookie, dan memproses data pribadi untuk menampilkan iklan.',
      'Setuju',
    ],
    bot: ['Pemeriksaan keamanan', 'Pastikan Anda bukan robot untuk melanjutkan.'],
    paywall: 'Artikel ini khusus pelanggan. Sudah berlangganan? Masuk.',
    report: [
      'Denda karena cookie',
      'Lembaga perlindungan data menjatuhkan denda kepada sebuah situs besar karena tombol persetujuannya menyesatkan pembaca, Kamis.',
    ],
  },
  vi: {
    error: ['Không tìm thấy trang', 'Trang bạn tìm không tồn tại hoặc đã bị xóa. Về trang chủ.'],
    consent: [
      'Chúng tôi coi trọng quyền riêng tư của bạn',
      'Chúng tôi và các đối tác lưu trữ thông tin trên thiết bị, như cookie, và xử lý dữ liệu cá nhân để hiển thị quảng cáo.',
      'Đồng ý',
    ],
    bot: ['Kiểm tra bảo mật', 'Hãy xác nhận bạn không phải là robot để tiếp tục.'],
    paywall: 'Bài viết dành riêng cho thuê bao. Bạn đã là thuê bao? Đăng nhập.',
    report: [
      'Phạt trang web vì nút đồng ý',
      'Cơ quan bảo vệ dữ liệu phạt một trang web lớn vì nút đồng ý đánh lừa người đọc, cơ quan này cho biết hôm thứ Năm.',
    ],
  },
  th: {
    error: ['ไม่พบหน้าที่คุณต้องการ', 'หน้าที่คุณค้นหาไม่มีอยู่หรือถูกลบไปแล้ว กลับไปหน้าแรก'],
    consent: [
      'เราให้ความสำคัญกับความเป็นส่วนตัวของคุณ',
      'เราและพันธมิตรของเราจัดเก็บข้อมูลบนอุปกรณ์ เช่น คุกกี้ และประมวลผลข้อมูลส่วนบุคคลเพื่อแสดงโฆษณา คุณเปลี่ยนการตั้งค่าได้ทุกเมื่อ',
      'ยอมรับทั้งหมด',
    ],
    bot: ['ตรวจสอบความปลอดภัย', 'โปรดยืนยันว่าคุณไม่ใช่หุ่นยนต์เพื่อดำเนินการต่อ'],
    paywall: 'บทความนี้สำหรับสมาชิกเท่านั้น เป็นสมาชิกอยู่แล้ว? เข้าสู่ระบบ',
    report: [
      'ปรับเว็บไซต์เพราะปุ่มยินยอม',
      'หน่วยงานคุ้มครองข้อมูลสั่งปรับเว็บไซต์ใหญ่แห่งหนึ่ง เพราะปุ่มยินยอมทำให้ผู้อ่านเข้าใจผิด หน่วยงานแถลงเมื่อวันพฤหัสบดี',
    ],
  },
  cs: {
    error: ['Stránka nenalezena', 'Hledaná stránka neexistuje nebo byla odstraněna. Zpět na úvodní stránku.'],
    consent: [
      'Vážíme si vašeho soukromí',
      'My a naši partneři ukládáme do zařízení informace, například soubory cookie, a zpracováváme osobní údaje pro zobrazení reklamy.',
      'Souhlasím',
    ],
    bot: ['Bezpečnostní kontrola', 'Pro pokračování potvrďte, že nejste robot.'],
    paywall: 'Článek je dostupný pouze pro předplatitele. Máte předplatné? Přihlaste se.',
    report: [
      'Pokuta za cookies',
      'Úřad pro ochranu údajů uložil pokutu velkému webu, protože tlačítko souhlasu klamalo čtenáře, uvedl ve čtvrtek jeho mluvčí.',
    ],
  },
  pl: {
    error: [
      'Nie znaleziono strony',
      'Strona, której szukasz, nie istnieje albo została usunięta. Wróć na stronę główną.',
    ],
    consent: [
      'Szanujemy Twoją prywatność',
      'My i nasi partnerzy przechowujemy na urządzeniu informacje, takie jak pliki cookie, i przetwarzamy dane osobowe, aby wyświetlać reklamy.',
      'Zgadzam się',
    ],
    bot: ['Kontrola bezpieczeństwa', 'Potwierdź, że nie jesteś robotem, aby przejść dalej.'],
    paywall: 'Artykuł dostępny tylko dla prenumeratorów. Masz prenumeratę? Zaloguj się.',
    report: [
      'Kara za pliki cookie',
      'Urząd ochrony danych ukarał dużą stronę, ponieważ przycisk zgody wprowadzał czytelników w błąd, podał w czwartek rzecznik.',
    ],
  },
}

const folder = join(import.meta.dirname, '../../golden-press')
/** Two more paragraphs in the language, out of the pages of the press. */
const further = (lang: string): string[] => {
  const name = globSync(`*-${lang}{,-cn}.json`, { cwd: folder }).sort()[0]!
  return JSON.parse(readFileSync(join(folder, name), 'utf8')).paragraphs.slice(1)
}
const report = (lang: string, opening: string): string[] => [opening, ...further(lang)]

const page = (lang: string, title: string, body: string, head = '') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} | Example</title>${head}</head><body>${body}</body></html>`
const nav = '<header><nav><a href="/">Example</a> <a href="/a">A</a> <a href="/b">B</a></nav></header>'

function verdictOf(html: string): string {
  const found = extract({
    html,
    url: 'https://press.example/2026/03/05/a-story',
    capturedAt: '2026-03-06T00:00:00Z',
    kind: 'html',
  })
  if (found.verdict === 'rejected') {
    expect(found.evidence).not.toBe('')
    return found.reason
  }
  return found.extraction.marks.truncated ? 'truncated' : 'article'
}

describe.for(Object.entries(WALLS))(
  '%s',
  ([
    lang,
    {
      error,
      consent,
      bot,
      paywall,
      report: [title, opening],
    },
  ]) => {
    test('an error page that answers 200', () => {
      expect(verdictOf(page(lang, error[0], `${nav}<main><h1>${error[0]}</h1><p>${error[1]}</p></main>`))).toBe(
        'error-page',
      )
    })

    test('a consent wall', () => {
      const [head, text, button] = consent
      const wall = `<div class="dialog"><h2>${head}</h2><p>${text}</p><p>${text}</p><button>${button}</button></div>`
      expect(verdictOf(page(lang, 'Example', wall))).toBe('consent-wall')
    })

    test('a bot wall', () => {
      const wall = `<h1>${bot[0]}</h1><p>${bot[1]}</p><div class="g-recaptcha"></div>`
      expect(verdictOf(page(lang, 'press.example', wall))).toBe('bot-wall')
    })

    test('an article cut short by a paywall', () => {
      const teaser = report(lang, opening).slice(0, 2)
      const text = teaser.map((line) => `<p>${line}</p>`).join('')
      const og = '<meta property="og:type" content="article">'
      expect(
        verdictOf(
          page(
            lang,
            title,
            `${nav}<article><h1>${title}</h1>${text}<div class="offer"><p>${paywall}</p></div></article>`,
            og,
          ),
        ),
      ).toBe('truncated')
    })

    test('scrapes of such walls', () => {
      const walls = {
        'error-page': error,
        'consent-wall': [consent[0], consent[1], consent[1], consent[2]],
        'bot-wall': bot,
      }
      for (const [reason, lines] of Object.entries(walls)) {
        const found = extract({ html: lines.join('\n\n'), url: null, capturedAt: null, kind: 'text' })
        expect(found).toMatchObject({ verdict: 'rejected', reason })
      }
    })

    test.for([
      ['of such things', (text: string) => text],
      [
        'under a banner',
        (text: string) => `<div class="banner"><p>${consent[1]}</p><button>${consent[2]}</button></div>${text}`,
      ],
      ['with a video at its head', (text: string) => `<video src="/v.mp4"></video>${text}`],
      [
        'with a foot for subscribers',
        (text: string) => `${text}<footer><a href="/abo">${paywall.split(/(?<=[.。?？؟;])\s*/).at(-1)}</a></footer>`,
      ],
    ] as const)('a report %s', ([, around]) => {
      const text = report(lang, opening)
        .map((line) => `<p>${line}</p>`)
        .join('')
      expect(verdictOf(page(lang, title, `${nav}${around(`<article><h1>${title}</h1>${text}</article>`)}`))).toBe(
        'article',
      )
    })
  },
)
