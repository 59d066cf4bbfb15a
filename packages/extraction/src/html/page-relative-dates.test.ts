import { expect, test } from 'vitest'
import { readPage } from './read-page.ts'

const CAPTURED = '2026-03-06T12:00:00Z'

/** Language, the line under the headline with byline and age, the writer it names. The age is three hours. */
const LINES: readonly (readonly [string, string, string, string])[] = [
  ['da', 'Af Karen Holm', 'for 3 timer siden', 'Karen Holm'],
  ['nb', 'Av Kari Lien', 'for 3 timer siden', 'Kari Lien'],
  ['fi', 'Teksti: Aino Laine', '3 tuntia sitten', 'Aino Laine'],
  ['hu', 'Írta: Kovács Anna', '3 órája', 'Kovács Anna'],
  ['ro', 'De Ana Pop', 'acum 3 ore', 'Ana Pop'],
  ['bg', 'Автор: Анна Белева', 'преди 3 часа', 'Анна Белева'],
  ['sr', 'Аутор: Ана Белић', 'пре 3 сата', 'Ана Белић'],
  ['hr', 'Piše: Ana Belić', 'prije 3 sata', 'Ana Belić'],
  ['sk', 'Autor: Jana Malá', 'pred 3 hodinami', 'Jana Malá'],
  ['sl', 'Piše Ana Bele', 'pred 3 urami', 'Ana Bele'],
  ['lt', 'Parengė Ona Balta', 'prieš 3 valandas', 'Ona Balta'],
  ['lv', 'Autors: Anna Balta', 'pirms 3 stundām', 'Anna Balta'],
  ['et', 'Autor: Anna Valge', '3 tunni eest', 'Anna Valge'],
  ['sq', 'Shkruan Ana Bardhi', '3 orë më parë', 'Ana Bardhi'],
  ['ms', 'Oleh Aminah Salleh', '3 jam lalu', 'Aminah Salleh'],
  ['fil', 'Ni Ana Santos', '3 oras ang nakalipas', 'Ana Santos'],
  ['sw', 'Na Amina Juma', 'saa 3 zilizopita', 'Amina Juma'],
  ['ur', 'تحریر: علی احمد', '3 گھنٹے پہلے', 'علی احمد'],
  ['mr', 'लेखक: अनिल जोशी', '३ तासांपूर्वी', 'अनिल जोशी'],
  ['te', 'రచయిత: అనిల్ రావు', '3 గంటల క్రితం', 'అనిల్ రావు'],
  ['gu', 'લેખક: અનિલ પટેલ', '3 કલાક પહેલાં', 'અનિલ પટેલ'],
  ['kn', 'ಲೇಖಕ: ಅನಿಲ್ ರಾವ್', '3 ಗಂಟೆಗಳ ಹಿಂದೆ', 'ಅನಿಲ್ ರಾವ್'],
  ['ml', 'ലേഖകൻ: അനിൽ നായർ', '3 മണിക്കൂർ മുമ്പ്', 'അനിൽ നായർ'],
  ['pa', 'ਲੇਖਕ: ਅਨਿਲ ਸਿੰਘ', '3 ਘੰਟੇ ਪਹਿਲਾਂ', 'ਅਨਿਲ ਸਿੰਘ'],
  ['ka', 'ავტორი: ანა ბელაძე', '3 საათის წინ', 'ანა ბელაძე'],
  ['hy', 'Հեղինակ՝ Աննա Բելյան', '3 ժամ առաջ', 'Աննա Բելյան'],
  ['az', 'Müəllif: Aynur Əliyeva', '3 saat öncə', 'Aynur Əliyeva'],
  ['kk', 'Авторы: Анар Беков', '3 сағат бұрын', 'Анар Беков'],
  ['uz', 'Muallif: Anvar Karimov', '3 soat oldin', 'Anvar Karimov'],
  ['ca', 'Per Anna Blanc', 'fa 3 hores', 'Anna Blanc'],
  ['eu', 'Egilea: Ane Beltza', 'duela 3 ordu', 'Ane Beltza'],
  ['gl', 'Por Ana Branco', 'hai 3 horas', 'Ana Branco'],
  ['af', 'Deur Anna Wit', '3 uur gelede', 'Anna Wit'],
  ['am', 'ጸሐፊ፦ አበበ ከበደ', 'ከ3 ሰዓት በፊት', 'አበበ ከበደ'],
  ['ne', 'लेखक: अनिल थापा', '३ घण्टा पहिले', 'अनिल थापा'],
  ['si', 'ලේඛක: අනිල් සිල්වා', 'පැය 3කට පෙර', 'අනිල් සිල්වා'],
  ['km', 'ដោយ៖ សុខ ដារា', '3 ម៉ោងមុន', 'សុខ ដារា'],
  ['lo', 'ໂດຍ ບຸນມີ ສີ', '3 ຊົ່ວໂມງກ່ອນ', 'ບຸນມີ ສີ'],
  ['mn', 'Бичсэн: Анна Бат', '3 цагийн өмнө', 'Анна Бат'],
  ['is', 'Höfundur: Anna Hvít', 'fyrir 3 klukkustundum', 'Anna Hvít'],
  ['mk', 'Автор: Ана Бела', 'пред 3 часа', 'Ана Бела'],
  ['be', 'Аўтар: Ганна Белая', '3 гадзіны таму', 'Ганна Белая'],
  ['es', 'Por Ana Blanco', 'hace 3 horas', 'Ana Blanco'],
  ['de', 'Von Anna Weiß', 'vor 3 Stunden', 'Anna Weiß'],
  ['fr', 'Par Anne Blanc', 'il y a 3 heures', 'Anne Blanc'],
  ['ru', 'Автор: Анна Белова', '3 часа назад', 'Анна Белова'],
  ['pt', 'Por Ana Branco', 'há 3 horas', 'Ana Branco'],
  ['it', 'Di Anna Bianchi', '3 ore fa', 'Anna Bianchi'],
  ['ja', '文・佐藤花子', '3時間前', '佐藤花子'],
  ['zh', '作者：王小明', '3小时前', '王小明'],
  ['ko', '김민수 기자', '3시간 전', '김민수'],
  ['ar', 'بقلم: محمد علي', 'قبل 3 ساعات', 'محمد علي'],
  ['fa', 'نویسنده: علی رضایی', '۳ ساعت پیش', 'علی رضایی'],
  ['he', 'מאת: דן לוי', 'לפני 3 שעות', 'דן לוי'],
  ['tr', 'Yazan: Ayşe Ak', '3 saat önce', 'Ayşe Ak'],
  ['pl', 'Autor: Anna Biała', '3 godziny temu', 'Anna Biała'],
  ['nl', 'Door Anna de Wit', '3 uur geleden', 'Anna de Wit'],
  ['uk', 'Автор: Анна Біла', '3 години тому', 'Анна Біла'],
  ['hi', 'लेखक: अनिल शर्मा', '3 घंटे पहले', 'अनिल शर्मा'],
  ['bn', 'লেখক: অনিল রায়', '৩ ঘণ্টা আগে', 'অনিল রায়'],
  ['ta', 'எழுதியவர்: அனில் குமார்', '3 மணிநேரத்திற்கு முன்பு', 'அனில் குமார்'],
  ['th', 'โดย สมชาย ใจดี', '3 ชั่วโมงที่แล้ว', 'สมชาย ใจดี'],
  ['vi', 'Tác giả: Nguyễn Văn An', '3 giờ trước', 'Nguyễn Văn An'],
  ['id', 'Oleh Ani Putri', '3 jam yang lalu', 'Ani Putri'],
  ['el', 'Γράφει η Άννα Λευκού', 'πριν από 3 ώρες', 'Άννα Λευκού'],
  ['cs', 'Autor: Anna Bílá', 'před 3 hodinami', 'Anna Bílá'],
  ['sv', 'Av Anna Vit', 'för 3 timmar sedan', 'Anna Vit'],
]

const html = (lang: string, byline: string, age: string) =>
  `<html lang="${lang}"><body><article><h1>Saltwick 2026</h1><div class="meta"><p>${byline}</p><p>${age}</p></div>${'<p>Saltwick, Oster, Velm, Torrin, Calder, Brae. Saltwick, Oster, Velm, Torrin, Calder, Brae. Saltwick, Oster.</p>'.repeat(
    4,
  )}</article></body></html>`

test.for(LINES)('%s: %s · %s', ([lang, byline, age, name]) => {
  const { authors, publishedAt } = readPage({
    html: html(lang, byline, age),
    url: null,
    capturedAt: CAPTURED,
  }).extraction
  expect(authors.value?.map((one) => one.name)).toEqual([name])
  expect(publishedAt.value?.at.slice(0, 13)).toBe('2026-03-06T09')
})
