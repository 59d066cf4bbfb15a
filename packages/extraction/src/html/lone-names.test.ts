import { expect, test } from 'vitest'
import { readPage } from './read-page.ts'

type Page = { lang: string; title: string; head: string[]; text: string[]; foot?: string }

const read = ({ lang, title, head, text, foot }: Page) => {
  const lines = [...head.map((line) => `<div>${line}</div>`), ...text.map((line) => `<p>${line}</p>`)].join('')
  const html = `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><main><h1>${title}</h1>${lines}${foot ?? ''}</main></body></html>`
  const found = readPage({ html, url: 'https://post.example/a/1', capturedAt: '2026-03-06T00:00:00Z' })
  return found.extraction.authors.value?.map(({ name }) => name) ?? null
}

const ARABIC = [
  'أعيد فتح ميناء الساحل يوم الخميس بعد أسبوعين من أعمال الصيانة، بحسب ما أعلنته البلدية في بيان نشر صباح اليوم.',
  'وقال المتحدث باسم البلدية إن السفن عادت إلى الأرصفة الثلاثة وإن العمال أنهوا ترميم الجدار الغربي قبل الموعد.',
  'وتبلغ كلفة الأعمال نحو ثلاثة ملايين، وستستمر المرحلة الثانية حتى نهاية العام المقبل وفق الخطة المعلنة.',
]
const HEBREW = [
  'הנמל נפתח מחדש ביום חמישי לאחר שבועיים של עבודות שיפוץ, כך נמסר מהעירייה בהודעה שפורסמה הבוקר.',
  'הספינות חזרו לשלושת הרציפים, והעובדים סיימו את תיקון הקיר המערבי לפני המועד שנקבע בתוכנית המקורית.',
  'עלות העבודות היא כשלושה מיליון, והשלב השני יימשך עד סוף השנה הבאה בהתאם לתוכנית שהוצגה לתושבים.',
]
const SPANISH = [
  'El puerto reabrió este jueves tras dos semanas de obras, según informó el ayuntamiento en una nota difundida por la mañana.',
  'Los barcos volvieron a los tres muelles y los obreros terminaron la reparación del muro oeste antes de lo previsto.',
  'El coste de las obras ronda los tres millones y la segunda fase seguirá hasta finales del próximo año, según el plan.',
]
const JAPANESE = [
  '港は2週間の工事を終えて木曜日に再開したと市が発表した。船は3つの岸壁に戻り、西側の壁の修理も予定より早く終わった。',
  '工事の費用はおよそ3億円で、第2期の工事は来年末まで続く見通しだという。市は住民に計画を説明する会を開く予定だ。',
  '住民からは「静かな夜が戻ってほしい」との声が上がっていた。漁協の組合長は再開を歓迎し、水揚げの回復に期待を寄せた。',
]

test.for<[string, Page, string[] | null]>([
  [
    'Arabic, over the date',
    { lang: 'ar', title: 'إعادة فتح ميناء الساحل', head: ['سامي الحداد', '5 مارس 2026'], text: ARABIC },
    ['سامي الحداد'],
  ],
  [
    'Hebrew, under the date',
    { lang: 'he', title: 'הנמל נפתח מחדש', head: ['5 במרץ 2026', 'נועה ברקת'], text: HEBREW },
    ['נועה ברקת'],
  ],
  [
    'Spanish, over the date',
    {
      lang: 'es',
      title: 'El puerto reabre tras las obras',
      head: ['Lucía Ferrán', '5 de marzo de 2026'],
      text: SPANISH,
    },
    ['Lucía Ferrán'],
  ],
  [
    'Japanese, at the foot',
    {
      lang: 'ja',
      title: '港が再開、工事終わる',
      head: ['2026年3月5日'],
      text: [...JAPANESE.slice(0, 2), `${JAPANESE[2]}【山田太郎】`],
    },
    ['山田太郎'],
  ],
  [
    'Japanese, on a line of its own',
    { lang: 'ja', title: '港が再開、工事終わる', head: ['2026年3月5日'], text: [...JAPANESE, '【佐々木健】'] },
    ['佐々木健'],
  ],
  [
    'a footballer whom the headline names',
    { lang: 'ar', title: 'سامي الحداد يعود إلى الملاعب', head: ['سامي الحداد', '5 مارس 2026'], text: ARABIC },
    null,
  ],
  [
    'a label',
    { lang: 'ar', title: 'إعادة فتح ميناء الساحل', head: ['أخبار محلية', '5 مارس 2026'], text: ARABIC },
    null,
  ],
  [
    'whom the text names',
    {
      lang: 'he',
      title: 'הנמל נפתח מחדש',
      head: ['נועה ברקת', '5 במרץ 2026'],
      text: [`${HEBREW[0]} נועה ברקת ביקרה במקום.`, ...HEBREW.slice(1)],
    },
    null,
  ],
  ['a section', { lang: 'he', title: 'הנמל נפתח מחדש', head: ['חדשות הארץ', '5 במרץ 2026'], text: HEBREW }, null],
  [
    'no date beside it',
    {
      lang: 'es',
      title: 'El puerto reabre tras las obras',
      head: ['Costa Clara', 'El muelle en marzo'],
      text: SPANISH,
    },
    null,
  ],
  [
    'a place',
    {
      lang: 'es',
      title: 'El puerto reabre tras las obras',
      head: ['Buenos Aires', '5 de marzo de 2026'],
      text: SPANISH,
    },
    null,
  ],
  [
    'a series',
    { lang: 'ja', title: '港が再開、工事終わる', head: ['2026年3月5日'], text: [...JAPANESE, '【関連記事】'] },
    null,
  ],
  [
    'Hebrew, in the line of the date',
    { lang: 'he', title: 'הנמל נפתח מחדש', head: ['נועה ברקת | 05.03.26 | 10:30'], text: HEBREW },
    ['נועה ברקת'],
  ],
  [
    'Arabic, behind a place',
    { lang: 'ar', title: 'إعادة فتح ميناء الساحل', head: ['5 مارس 2026', 'بيروت - سامي الحداد'], text: ARABIC },
    ['سامي الحداد'],
  ],
  ...['Sofia Bulgaria', 'Victoria Park', 'Victoria Observer'].map((line): [string, Page, null] => [
    `${line}, which begins like a person`,
    {
      lang: 'es',
      title: 'El puerto reabre tras las obras',
      head: [line, '5 de marzo de 2026'],
      text: SPANISH,
    },
    null,
  ]),
  [
    'a section of two capitals',
    {
      lang: 'es',
      title: 'El puerto reabre tras las obras',
      head: ['Medio Ambiente', '5 de marzo de 2026'],
      text: SPANISH,
    },
    null,
  ],
])('a name alone: %s', ([, page, authors]) => expect(read(page)).toEqual(authors))
