import { UNCASED_GIVEN_NAMES } from '@dateline/domain'
import { BENGALI, TAMIL } from './bengali-and-tamil-words.ts'
import { PERSIAN, URDU } from './persian-and-urdu-words.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))
const NONE: ReadonlySet<string> = new Set()
const phrases = (list: string): readonly string[] => list.trim().split(/\s*,\s*/u)

/** What tells names in a script without capitals that divides its words by spaces. Words are without the small words written onto them. */
export type SpacedWords = {
  /** Small words that are written onto the next one: "and", "in", "the". */
  readonly prefixes: readonly string[]
  /** Endings by which names are declined, longest first, and what stands in their place in the name itself. */
  readonly endings: readonly (readonly [string, string])[]
  /** Words that stand before a person's name. */
  readonly titles: ReadonlySet<string>
  /** Common given names; of neighbours' and western ones those that news name most. */
  readonly given: ReadonlySet<string>
  /** Parts of names that take the next word with them: "ben", "Abu". */
  readonly joiners: ReadonlySet<string>
  /** A given name and one more are all there is, though that one is a given name too. */
  readonly areNamesOfTwo?: boolean
  /** Parts that belong to the given name before them: "al-Din". */
  readonly seconds: ReadonlySet<string>
  /** Function words: no name goes on over them. */
  readonly stops: ReadonlySet<string>
  /** Words that begin so are none of a name either: "with the", "to the". */
  readonly stopHead: RegExp | null
  /** Function words that stand between an office and what it is of. */
  readonly genitives: ReadonlySet<string>
  /** The word behind who says or does it, as good as a verb of saying. */
  readonly agentMark: string
  /** Cities and regions that news name without saying what they are; countries are CLDR's. */
  readonly places: readonly string[]
  /** Words whose neighbour is the name of a place: before it, or behind it. */
  readonly placeNouns: { readonly before: ReadonlySet<string>; readonly behind: ReadonlySet<string> }
  /** Bodies that everybody knows by name. */
  readonly bodies: readonly string[]
  /** First words of bodies' names with the word behind them; last words with those before them, and with a place before them alone. */
  readonly bodyNouns: {
    readonly before: ReadonlySet<string>
    readonly behind: ReadonlySet<string>
    readonly weak: ReadonlySet<string>
  }
  /** First words of clubs' names: any word behind them is one. */
  readonly clubs: ReadonlySet<string>
  /** "the", written onto the word: what stands behind a body's noun is a name or has it. */
  readonly article: string
  /** What stands beside such a word and makes no name of it: "local", "private"; and countries' names that are other words as well. */
  readonly plain: ReadonlySet<string>
}

const ARABIC: SpacedWords = {
  prefixes: ['و', 'ف', 'ب', 'ل', 'ك', 'ال', 'لل', 'وال', 'وب', 'ول', 'بال', 'وبال', 'ولل', 'فال'],
  endings: [],
  titles: words(
    'رئيس رئيسة وزير وزيرة سفير سفيرة نائب نائبة متحدث متحدثة ناطق ناطقة مدير مديرة قاضي قاضية محامي محامية مدعي سيد سيدة دكتور دكتورة أستاذ أستاذة بروفيسور ' +
      'مهندس مهندسة جنرال عميد عقيد لواء مقدم مدرب مدربة مهاجم مدافع حارس حارسة لاعب لاعبة كابتن أمين ملك ملكة أمير أميرة شيخ شيخة بابا مستشار مستشارة مرشح مرشحة ' +
      'زعيم زعيمة محافظ عمدة نظيره نظيرها نظيرته خبير خبيرة محلل محللة باحث باحثة كاتب كاتبة شاعر شاعرة مخرج مخرجة ممثل ممثلة فنان فنانة طبيب طبيبة رجل صحفي صحفية ناشط ناشطة مبعوث مبعوثة مفوض مفوضة عضو',
  ),
  given: UNCASED_GIVEN_NAMES.ar!,
  joiners: words('بن ابن بنت أبو أبي أم آل عبد'),
  seconds: words('الدين الله الرحمن العزيز'),
  stops: words(
    'أن إن أنه إنه أنها إنها الذي التي الذين في من إلى على عن مع خلال بعد قبل كما حيث وقد قد لم لن لا ما هذا هذه ذلك تلك كان كانت يكون بين عند منذ حتى ثم أو أم بل لكن فيما بينما عندما بسبب ضد نحو حول أمام أمس اليوم غدا إذ إذا كل بعض أي غير سوى أكثر أقل مما بأن لأن',
  ),
  stopHead: /^[وف]?(?:بال|كال|لل)/u,
  genitives: NONE,
  agentMark: '',
  places: phrases(
    'القاهرة, الإسكندرية, الجيزة, بيروت, طرابلس, صيدا, دمشق, حلب, حمص, حماة, بغداد, البصرة, الموصل, أربيل, كركوك, النجف, كربلاء, عمّان, عمان, الزرقاء, القدس, رام الله, غزة, قطاع غزة, الضفة الغربية, نابلس, الخليل, تل أبيب, ' +
      'الرياض, جدة, مكة, مكة المكرمة, المدينة المنورة, الدمام, أبوظبي, أبو ظبي, دبي, الشارقة, الدوحة, المنامة, مسقط, صنعاء, عدن, تعز, الخرطوم, أم درمان, دارفور, بنغازي, تونس العاصمة, صفاقس, الجزائر العاصمة, وهران, قسنطينة, ' +
      'الرباط, الدار البيضاء, مراكش, فاس, طنجة, نواكشوط, مقديشو, طهران, أصفهان, أنقرة, إسطنبول, كابول, إسلام آباد, كراتشي, نيودلهي, مومباي, بكين, شنغهاي, هونغ كونغ, طوكيو, سيول, موسكو, كييف, وارسو, برلين, ميونيخ, فرانكفورت, ' +
      'باريس, ليون, مرسيليا, لندن, مانشستر, دبلن, بروكسل, أمستردام, لاهاي, جنيف, زيورخ, فيينا, روما, ميلانو, مدريد, برشلونة, لشبونة, أثينا, ستوكهولم, أوسلو, كوبنهاغن, هلسنكي, واشنطن, نيويورك, لوس أنجلوس, شيكاغو, كاليفورنيا, تكساس, ' +
      'فلوريدا, أوتاوا, تورونتو, مكسيكو سيتي, برازيليا, ساو باولو, بوينس آيرس, نيروبي, أديس أبابا, لاغوس, أبوجا, جوهانسبرغ, سيدني, ملبورن, الشرق الأوسط, أوروبا, أفريقيا, آسيا, أميركا, أمريكا, بريطانيا, سورية, سوريا, كوريا الجنوبية, كوريا الشمالية, فلسطين, الإمارات, السعودية',
  ),
  placeNouns: { before: words('مدينة محافظة ولاية بلدة قرية مقاطعة جزيرة نهر بحيرة مخيم'), behind: NONE },
  bodies: phrases(
    'الأمم المتحدة, الاتحاد الأوروبي, الاتحاد الأفريقي, جامعة الدول العربية, مجلس الأمن, مجلس النواب, مجلس الوزراء, البيت الأبيض, البنك الدولي, صندوق النقد الدولي, منظمة الصحة العالمية, حلف شمال الأطلسي, الناتو, الصليب الأحمر, الهلال الأحمر, الدفاع المدني, الإنتربول, اليونيسف, اليونسكو',
  ),
  bodyNouns: {
    before: words('وزارة جامعة محكمة مصرف نادي حزب منظمة هيئة وكالة مستشفى نقابة بلدية'),
    behind: NONE,
    weak: NONE,
  },
  clubs: NONE,
  article: 'ال',
  plain: words(
    'الحزب الدم العاصمة الخاص العام الألعاب المدينة مالي مصدر مصادر مسؤول مسؤولون شهود بيان صحيفة وكالة شركة قناة حكومة تقرير عام تحرير',
  ),
}

const HEBREW: SpacedWords = {
  prefixes: ['ו', 'ה', 'ב', 'ל', 'מ', 'כ', 'ש', 'וה', 'וב', 'ול', 'ומ', 'וש', 'שה', 'מה', 'כש', 'שב'],
  endings: [],
  titles: words(
    'נשיא נשיאת שר שרת דובר דוברת ראש יו"ר יו״ר מנכ"ל מנכ״ל מנכ"לית מנכ״לית ח"כ ח״כ חה"כ ד"ר ד״ר פרופ פרופסור עו"ד עו״ד שופט שופטת מאמן מאמנת שחקן שחקנית רכז שוער חלוץ בלם קשר מנהל מנהלת אלוף ניצב סגן סגנית ' +
      'מפכ"ל רמטכ"ל רמטכ״ל עורך עורכת רב הרב סופר סופרת במאי במאית זמר זמרת חוקר חוקרת מלך מלכת נסיך אפיפיור מזכיר מזכירת עיתונאי עיתונאית מהנדס מהנדסת רופא רופאה רופאת קצין סמל רס"ן סא"ל אל"מ תא"ל קנצלר קנצלרית שגריר שגרירת מושל פרקליט פרקליטת תובע תובעת כלכלן כלכלנית מועמד מועמדת',
  ),
  given: UNCASED_GIVEN_NAMES.he!,
  joiners: words('בן בר אבו אל דה'),
  seconds: NONE,
  stops: words(
    'של את על אל עם כי אם לא גם הוא היא הם הן אך או בין לפני אחרי כדי אשר זה זו יש אין היה היתה הייתה היו יהיה תהיה לפי מול עד אתמול היום מחר כבר רק עוד כל כמה מאוד ידי אותו אותה שלו שלה בו בה לו לה לאחר במהלך בעקבות לשעבר',
  ),
  stopHead: null,
  genitives: words('של'),
  agentMark: '',
  places: phrases(
    'ירושלים, תל אביב, תל אביב-יפו, חיפה, אשדוד, אשקלון, באר שבע, נתניה, ראשון לציון, פתח תקווה, רמת גן, בני ברק, חולון, בת ים, הרצליה, רעננה, כפר סבא, מודיעין, רחובות, לוד, רמלה, נצרת, עכו, נהריה, כרמיאל, טבריה, צפת, עפולה, קריית שמונה, שדרות, דימונה, אילת, ' +
      "הגליל, הנגב, הגולן, רמת הגולן, עזה, רצועת עזה, הגדה המערבית, רמאללה, שכם, חברון, ג'נין, ג׳נין, ביירות, דמשק, קהיר, עמאן, ריאד, דובאי, אבו דאבי, דוחא, בגדד, טהרן, איסטנבול, אנקרה, מוסקבה, קייב, ורשה, ברלין, מינכן, פרנקפורט, פריז, לונדון, מנצ'סטר, דבלין, בריסל, אמסטרדם, האג, " +
      "ז'נבה, ז׳נבה, ציריך, וינה, רומא, מילאנו, מדריד, ברצלונה, ליסבון, אתונה, סטוקהולם, אוסלו, קופנהגן, הלסינקי, וושינגטון, ניו יורק, לוס אנג'לס, לוס אנג׳לס, שיקגו, קליפורניה, טקסס, פלורידה, טורונטו, בייג'ינג, בייג׳ינג, שנגחאי, הונג קונג, טוקיו, סיאול, סידני, אירופה, אפריקה, אסיה, ארה\"ב, ארה״ב, המזרח התיכון",
  ),
  placeNouns: { before: NONE, behind: NONE },
  bodies: phrases(
    'צה"ל, צה״ל, שב"כ, שב״כ, המוסד, הכנסת, האו"ם, האו״ם, או"ם, או״ם, בג"ץ, בג״ץ, מד"א, מד״א, נאט"ו, נאט״ו, האיחוד האירופי, מועצת הביטחון, הבית הלבן, הצלב האדום, הבנק העולמי, בית המשפט העליון, בית המשפט המחוזי, בית משפט השלום, בנק ישראל, בנק הפועלים, בנק לאומי, הליכוד, חמאס, חיזבאללה',
  ),
  bodyNouns: { before: words('משרד משטרת אוניברסיטת עיריית מפלגת מכללת'), behind: NONE, weak: NONE },
  clubs: words('מכבי הפועל בית"ר בית״ר'),
  article: 'ה',
  plain: words('הודו פרו גורם גורמים מקור מקורות בכיר בכירים אנשי תושבי'),
}

const HINDI: SpacedWords = {
  prefixes: [],
  endings: [],
  titles: words(
    'राष्ट्रपति उपराष्ट्रपति प्रधानमंत्री मुख्यमंत्री उपमुख्यमंत्री मंत्री राज्यपाल न्यायमूर्ति न्यायाधीश जज वकील अधिवक्ता डॉ डॉक्टर प्रोफेसर प्रोफ़ेसर श्री श्रीमती कप्तान कोच गेंदबाज गेंदबाज़ बल्लेबाज बल्लेबाज़ खिलाड़ी अध्यक्ष नेता विधायक सांसद सचिव ' +
      'महासचिव निदेशक इंजीनियर प्रवक्ता आयुक्त अधीक्षक कलेक्टर जनरल कर्नल मेजर लेखक लेखिका अभिनेता अभिनेत्री निर्देशक वैज्ञानिक पत्रकार राजदूत महापौर मेयर संस्थापक सीईओ विदेशमंत्री गृहमंत्री उम्मीदवार छात्र छात्रा शिक्षक मजिस्ट्रेट इंस्पेक्टर',
  ),
  given: UNCASED_GIVEN_NAMES.hi!,
  joiners: NONE,
  seconds: words('कुमार कुमारी सिंह चंद्र लाल प्रसाद नाथ'),
  stops: words(
    'ने को का के की से में पर भी और तथा एवं या कि है हैं था थे थी हो हुए हुई हुआ होगा होगी कर करने किया की गई गया गए रहे रहा रही तक लिए साथ बाद पहले मुताबिक अनुसार वाले वाली वाला ही तो नहीं यह वह इस उस इन उन जो जिसे जिसमें जबकि लेकिन मगर अब तब फिर अपने अपनी अपना इसी उसी इन्हीं उन्हीं दौरान आदि सहित समेत वहीं जब यदि अगर क्योंकि इसलिए एक दो कहा बताया बोले',
  ),
  stopHead: null,
  genitives: NONE,
  agentMark: 'ने',
  places: phrases(
    'दिल्ली, नई दिल्ली, मुंबई, कोलकाता, चेन्नई, बेंगलुरु, हैदराबाद, अहमदाबाद, पुणे, सूरत, जयपुर, जोधपुर, उदयपुर, कोटा, लखनऊ, कानपुर, आगरा, मथुरा, मेरठ, नोएडा, गाज़ियाबाद, गाजियाबाद, वाराणसी, प्रयागराज, इलाहाबाद, गोरखपुर, अयोध्या, पटना, मुज़फ़्फ़रपुर, मुजफ्फरपुर, रांची, धनबाद, जमशेदपुर, भोपाल, इंदौर, ग्वालियर, जबलपुर, ' +
      'उज्जैन, रायपुर, नागपुर, नासिक, ठाणे, गुरुग्राम, फरीदाबाद, चंडीगढ़, अमृतसर, लुधियाना, शिमला, देहरादून, हरिद्वार, ऋषिकेश, श्रीनगर, जम्मू, गुवाहाटी, भुवनेश्वर, विशाखापत्तनम, कोच्चि, तिरुवनंतपुरम, मदुरै, उत्तर प्रदेश, मध्य प्रदेश, आंध्र प्रदेश, हिमाचल प्रदेश, अरुणाचल प्रदेश, बिहार, झारखंड, छत्तीसगढ़, राजस्थान, ' +
      'गुजरात, महाराष्ट्र, पंजाब, हरियाणा, उत्तराखंड, पश्चिम बंगाल, असम, ओडिशा, तेलंगाना, कर्नाटक, केरल, तमिलनाडु, गोवा, कश्मीर, जम्मू-कश्मीर, लद्दाख, मणिपुर, नागालैंड, मेघालय, त्रिपुरा, सिक्किम, काठमांडू, इस्लामाबाद, कराची, लाहौर, ढाका, कोलंबो, काबुल, बीजिंग, शंघाई, टोक्यो, मॉस्को, कीव, बर्लिन, पेरिस, लंदन, ' +
      'रोम, मैड्रिड, जिनेवा, वॉशिंगटन, वाशिंगटन, न्यूयॉर्क, कैलिफ़ोर्निया, कैलिफोर्निया, टोरंटो, सिडनी, मेलबर्न, दुबई, अबू धाबी, दोहा, तेहरान, यरुशलम, गाज़ा, गाजा, अमेरिका, ब्रिटेन, इंग्लैंड, यूरोप, एशिया, अफ़्रीका, अफ्रीका, गंगा, यमुना, हिमालय',
  ),
  placeNouns: { before: NONE, behind: words('नदी ज़िले जिले ज़िला जिला शहर ज़िलों गाँव गांव') },
  bodies: phrases(
    'संयुक्त राष्ट्र, यूरोपीय संघ, विश्व बैंक, विश्व स्वास्थ्य संगठन, सुप्रीम कोर्ट, सर्वोच्च न्यायालय, रिज़र्व बैंक, रिजर्व बैंक, लोकसभा, राज्यसभा, कांग्रेस, भाजपा, बीजेपी, आम आदमी पार्टी, समाजवादी पार्टी, बसपा, तृणमूल कांग्रेस, शिवसेना, सीबीआई, ईडी, आईएमएफ, नाटो, इसरो, बीसीसीआई, आईसीसी, एनआईए',
  ),
  bodyNouns: {
    before: NONE,
    behind: words('मंत्रालय विश्वविद्यालय आयोग पार्टी विभाग हाईकोर्ट'),
    weak: words('पुलिस कोर्ट बैंक परिषद निगम बोर्ड'),
  },
  clubs: NONE,
  article: '',
  plain: words(
    'स्थानीय राज्य सरकारी निजी सत्तारूढ़ विपक्षी बड़े बड़ी नए नई दूसरी दूसरे पूरी हमारी आपकी उनकी उसकी इसकी सभी कई हर किसी कोई ज़िला जिला मौके घटनास्थल संबंधित विशेष फिर वहीं वहां वहाँ यहां यहाँ जांच जाँच क्षेत्रीय राष्ट्रीय हुई पहुंची पहुँची मगर इधर उधर दरअसल हालांकि हालाँकि माली',
  ),
}

/** By the ISO 639 code of the language. */
export const SPACED_WORDS: Readonly<Record<string, SpacedWords>> = {
  ar: ARABIC,
  he: HEBREW,
  hi: HINDI,
  fa: PERSIAN,
  ur: URDU,
  bn: BENGALI,
  ta: TAMIL,
}
