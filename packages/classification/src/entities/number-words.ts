import { localeNumbers, type NumberWords } from './locale-numbers.ts'

const list = (words: string) => (words === '' ? [] : words.split(' '))

/** "a,b c" is [["a", "b"], ["c"]]. */
const months = (words: string) => list(words).map((forms) => forms.split(','))
const from2 = (words: string) => Object.fromEntries(list(words).map((word, at) => [word, at + 2]))
const scales = (thousand: string, million: string, billion = '', trillion = '') => ({
  ...Object.fromEntries(list(thousand).map((word) => [word, 1e3])),
  ...Object.fromEntries(list(million).map((word) => [word, 1e6])),
  ...Object.fromEntries(list(billion).map((word) => [word, 1e9])),
  ...Object.fromEntries(list(trillion).map((word) => [word, 1e12])),
})

const ENGLISH: NumberWords = {
  decimalComma: false,
  months: months(
    'january,jan february,feb march april,apr may june july august,aug september,sept,sep october,oct november,nov december,dec',
  ),
  scales: scales('thousand k', 'million m', 'billion bn', 'trillion'),
  percent: ['percent', 'per cent', 'pct'],
  spelled: {
    ...from2(
      'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    ),
    ...{ thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
  },
}

/** Languages whose papers print more than CLDR has: numbers in words, short forms. */
const LANGUAGES: Readonly<Record<string, NumberWords>> = {
  en: ENGLISH,
  de: {
    decimalComma: true,
    months: months('januar,jänner februar,feber märz april mai juni juli august september oktober november dezember'),
    scales: scales('tausend', 'million millionen mio', 'milliarde milliarden mrd', 'billion billionen'),
    percent: ['prozent'],
    spelled: from2('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'),
  },
  fr: {
    decimalComma: true,
    months: months('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    scales: scales('mille', 'million millions', 'milliard milliards', 'billion billions'),
    percent: ['pour cent', 'pourcent'],
    spelled: from2('deux trois quatre cinq six sept huit neuf dix onze douze'),
  },
  es: {
    decimalComma: true,
    months: months(
      'enero febrero marzo abril mayo junio julio agosto septiembre,setiembre octubre noviembre diciembre',
    ),
    scales: scales('mil', 'millón millones', 'millardo millardos', 'billón billones'),
    percent: ['por ciento'],
    // "once" and "dos" are told from other languages by the language of the text.
    spelled: from2('dos tres cuatro cinco seis siete ocho nueve diez once doce'),
  },
  it: {
    decimalComma: true,
    months: months('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
    scales: scales('mila', 'milione milioni', 'miliardo miliardi'),
    percent: ['per cento'],
    // "sei" is "you are" as well.
    spelled: { due: 2, tre: 3, quattro: 4, cinque: 5, sette: 7, otto: 8, nove: 9, dieci: 10, undici: 11, dodici: 12 },
  },
  pt: {
    decimalComma: true,
    months: months('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
    scales: scales('mil', 'milhão milhões', 'bilhão bilhões', 'trilhão trilhões'),
    percent: ['por cento'],
    spelled: { dois: 2, duas: 2, três: 3, quatro: 4, cinco: 5, seis: 6, sete: 7, oito: 8, nove: 9, dez: 10, onze: 11 },
  },
  nl: {
    decimalComma: true,
    months: months('januari februari maart april mei juni juli augustus september oktober november december'),
    scales: scales('duizend', 'miljoen', 'miljard'),
    percent: ['procent'],
    spelled: from2('twee drie vier vijf zes zeven acht negen tien elf twaalf'),
  },
  sv: {
    decimalComma: true,
    months: months('januari februari mars april maj juni juli augusti september oktober november december'),
    scales: scales('tusen', 'miljon miljoner', 'miljard miljarder'),
    percent: ['procent'],
    spelled: from2('två tre fyra fem sex sju åtta nio tio elva tolv'),
  },
  da: {
    decimalComma: true,
    months: months('januar februar marts april maj juni juli august september oktober november december'),
    scales: scales('tusind', 'million millioner mio', 'milliard milliarder mia'),
    percent: ['procent'],
    spelled: from2('to tre fire fem seks syv otte ni ti elleve tolv'),
  },
  no: {
    decimalComma: true,
    months: months('januar februar mars april mai juni juli august september oktober november desember'),
    scales: scales('tusen', 'million millioner', 'milliard milliarder'),
    percent: ['prosent'],
    spelled: from2('to tre fire fem seks sju åtte ni ti elleve tolv'),
  },
  pl: {
    decimalComma: true,
    months: months(
      'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    ),
    scales: scales('tys tysiąc tysiące tysięcy', 'mln milion miliony milionów', 'mld miliard miliardy miliardów'),
    percent: ['procent', 'proc'],
    spelled: { ...from2('dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć'), dwie: 2 },
  },
  cs: {
    decimalComma: true,
    months: months('ledna února března dubna května června července srpna září října listopadu prosince'),
    scales: scales('tisíc tisíce', 'milion miliony milionů', 'miliarda miliardy miliard'),
    percent: ['procent', 'procenta', 'procento'],
    spelled: from2('dva tři čtyři pět šest sedm osm devět deset'),
  },
  ru: {
    decimalComma: true,
    months: months('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    scales: scales('тыс тысяч тысячи тысяча', 'млн миллион миллиона миллионов', 'млрд миллиард миллиарда миллиардов'),
    percent: ['процент', 'процента', 'процентов'],
    spelled: {
      ...from2('два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать'),
      ...{ две: 2, двух: 2, трех: 3, трёх: 3, пяти: 5, шести: 6, семи: 7, восьми: 8, десяти: 10 },
    },
  },
  uk: {
    decimalComma: true,
    months: months('січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'),
    scales: scales('тис тисяч тисячі', 'млн мільйон мільйона мільйонів', 'млрд мільярд мільярда мільярдів'),
    percent: ['відсоток', 'відсотка', 'відсотки', 'відсотків', 'відсотками'],
    spelled: { ...from2('два три чотири п’ять шість сім вісім дев’ять десять'), двох: 2, трьох: 3, семи: 7 },
  },
  tr: {
    decimalComma: true,
    months: months('ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık'),
    scales: scales('bin', 'milyon', 'milyar', 'trilyon'),
    percent: ['yüzde'],
    unitsBefore: ['yüzde'],
    spelled: from2('iki üç dört beş altı yedi sekiz dokuz on'),
  },
  ar: {
    decimalComma: false,
    months: months(
      'يناير فبراير,شباط مارس,آذار أبريل,نيسان مايو,أيار يونيو,حزيران يوليو,تموز أغسطس,آب سبتمبر,أيلول أكتوبر نوفمبر ديسمبر',
    ),
    scales: scales('ألف آلاف', 'مليون ملايين', 'مليار مليارات', 'تريليون'),
    percent: ['بالمئة', 'بالمائة', 'في المئة', 'في المائة'],
    spelled: {},
  },
  zh: eastAsian({
    千: 1e3,
    万: 1e4,
    萬: 1e4,
    百万: 1e6,
    百萬: 1e6,
    千万: 1e7,
    千萬: 1e7,
    亿: 1e8,
    億: 1e8,
    万亿: 1e12,
    兆: 1e12,
  }),
  ja: eastAsian({ 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 億: 1e8, 兆: 1e12 }),
  ko: eastAsian({ 천: 1e3, 만: 1e4, 백만: 1e6, 천만: 1e7, 억: 1e8, 조: 1e12 }),
}

/** Dates are "12月19日" in all of them. */
function eastAsian(powers: Readonly<Record<string, number>>): NumberWords {
  return { decimalComma: false, months: ENGLISH.months, scales: powers, percent: ['퍼센트', 'パーセント'], spelled: {} }
}

/** What papers print beside the words of CLDR. */
const BESIDES: Readonly<Record<string, Partial<NumberWords>>> = {
  hi: { scales: scales('हजार', ''), percent: ['फीसदी', 'फ़ीसदी'] },
  ur: { spelled: from2('دو تین چار پانچ چھ سات آٹھ نو دس'), percent: ['فیصد'] },
  bn: { spelled: from2('দুই তিন চার পাঁচ ছয় সাত আট নয় দশ'), percent: ['শতাংশ'] },
  fa: { spelled: from2('دو سه چهار پنج شش هفت هشت') },
  ta: {
    spelled: { இரண்டு: 2, மூன்று: 3, நான்கு: 4, ஐந்து: 5, ஏழு: 7, எட்டு: 8, ஒன்பது: 9, பத்து: 10 },
    scales: { ஆயிரம்: 1e3, லட்சம்: 1e5, கோடி: 1e7 },
    percent: ['சதவீதம்', 'விழுக்காடு'],
  },
  th: { percent: ['ร้อยละ', 'เปอร์เซ็นต์'], unitsBefore: ['ร้อยละ'], yearsAhead: 543 },
  id: { spelled: from2('dua tiga empat lima enam tujuh delapan sembilan sepuluh'), percent: ['persen'] },
  ms: { spelled: from2('dua tiga empat lima enam tujuh lapan sembilan sepuluh'), percent: ['peratus'] },
  sw: {
    spelled: {
      ...from2('mbili tatu nne tano sita saba nane tisa kumi'),
      ...from2('wawili watatu wanne watano'),
    },
    scales: scales('elfu', 'milioni', 'bilioni', 'trilioni'),
    percent: ['asilimia'],
    unitsBefore: ['elfu', 'milioni', 'bilioni', 'trilioni', 'asilimia'],
  },
  el: {
    spelled: {
      ...from2('δύο τρεις τέσσερις πέντε έξι επτά οκτώ εννέα δέκα'),
      ...{ τρία: 3, τέσσερα: 4, εφτά: 7, οχτώ: 8, εννιά: 9 },
    },
    scales: scales('χιλιάδων', 'εκατομμυρίων εκατ', 'δισεκατομμυρίων δισ'),
  },
  // "hét" is a week as well.
  hu: {
    spelled: { ...from2('két három négy öt hat'), nyolc: 8, kilenc: 9, tíz: 10 },
    percent: ['százalékát', 'százalékot', 'százalékos', 'százalékkal', 'százaléka'],
  },
  fi: {
    spelled: {
      ...from2('kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen'),
      ...{ kahden: 2, kolmen: 3, viiden: 5, seitsemäksi: 7 },
    },
    percent: ['prosenttia', 'prosentin', 'prosenttiin'],
  },
}

const byLocale = new Map<string, NumberWords>()

/** Of languages that are not listed, as CLDR has it; unknown: as English prints them. */
export function numberWordsOf(language: string | null): NumberWords {
  if (language === null) return ENGLISH
  const listed = LANGUAGES[language] ?? byLocale.get(language)
  if (listed !== undefined) return listed
  const found = localeNumbers(language) ?? ENGLISH
  const { scales: more, percent = [], ...own } = BESIDES[language] ?? {}
  const words = { ...found, ...own, scales: { ...found.scales, ...more }, percent: [...found.percent, ...percent] }
  byLocale.set(language, words)
  return words
}
