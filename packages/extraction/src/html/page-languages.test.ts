import { describe, expect, test } from 'vitest'
import { readPage } from './read-page.ts'

/** One page as a small site of the language prints it: byline and day under the headline, the place at the head of the text. */
type Page = {
  lang: string
  title: string
  meta: string[]
  text: string
  author: string | null
  at: string
  /** Id of the agency of the dateline, and its place. */
  agency?: string
  place?: string
}

const PAGES: Page[] = [
  {
    lang: 'es',
    title: 'El puerto reabre tras las obras',
    meta: ['Por Lucía Ferrán', '5 de marzo de 2026, 10:30'],
    text: 'Costa Clara, 5 mar (EFE).- El puerto reabrió este jueves tras dos semanas de obras, según el ayuntamiento.',
    author: 'Lucía Ferrán',
    at: '2026-03-05',
    agency: 'EFE',
    place: 'Costa Clara',
  },
  {
    lang: 'de',
    title: 'Hafenrat beschließt Sanierung',
    meta: ['Von Ruth Anders', 'Stand: 05.03.2026, 10:30 Uhr', 'Veröffentlicht am 5. März 2026'],
    text: 'Talwacht (dpa) - Der Hafenrat hat am Donnerstag die Sanierung der Ostmole beschlossen, wie er mitteilte.',
    author: 'Ruth Anders',
    at: '2026-03-05',
    agency: 'dpa',
    place: 'Talwacht',
  },
  {
    lang: 'fr',
    title: 'La digue sera réparée avant l’hiver',
    meta: ['Par Odile Marchand', 'Publié le 5 mars 2026 à 10h30'],
    text: 'Port-Clair (AFP) – Le conseil municipal a voté jeudi la réparation de la digue, selon la mairie.',
    author: 'Odile Marchand',
    at: '2026-03-05',
    agency: 'AFP',
    place: 'Port-Clair',
  },
  {
    lang: 'ru',
    title: 'Порт вновь открыт после ремонта',
    meta: ['Автор: Анна Белова', '5 марта 2026, 10:30'],
    text: 'ЛИРИКА, 5 марта. /ТАСС/. Порт вновь открыт после двух недель ремонта, сообщили в мэрии города.',
    author: 'Анна Белова',
    at: '2026-03-05',
    agency: 'TASS',
  },
  {
    lang: 'pt',
    title: 'Porto reabre depois das obras',
    meta: ['Por Inês Vidal', '5 de março de 2026 às 10h30'],
    text: 'Lisboa, 05 mar 2026 (Lusa) – O porto reabriu na quinta-feira depois de duas semanas de obras, disse a câmara.',
    author: 'Inês Vidal',
    at: '2026-03-05',
    agency: 'Lusa',
  },
  {
    lang: 'it',
    title: 'Il porto riapre dopo i lavori',
    meta: ['di Paolo Serra', '5 marzo 2026 alle 10:30'],
    text: '(ANSA) - PORTO CHIARO, 05 MAR - Il porto ha riaperto giovedì dopo due settimane di lavori, ha detto il sindaco.',
    author: 'Paolo Serra',
    at: '2026-03-05',
    agency: 'ANSA',
  },
  {
    lang: 'ja',
    title: '港が二週間ぶりに再開',
    meta: ['2026年3月5日 10時30分', '記者 佐藤健一'],
    text: '【湊＝共同】市の港は五日、二週間にわたる補修工事を終えて再開した。市長は「冬までに間に合った」と述べた。午後の便も予定通り出る。',
    author: '佐藤健一',
    at: '2026-03-05',
    agency: 'Kyodo',
  },
  {
    lang: 'zh',
    title: '港口维修两周后重新开放',
    meta: ['2026年03月05日 10:30', '记者：李明'],
    text: '新华社海滨3月5日电（记者李明）海滨市港口经过两周维修后于五日重新开放，市政府负责人在发布会上表示工程按期完成。渡轮当天下午恢复运营。',
    author: '李明',
    at: '2026-03-05',
    agency: 'Xinhua',
  },
  {
    lang: 'ko',
    title: '항만 2주 만에 재개장',
    meta: ['입력 2026.03.05 10:30', '김민수 기자'],
    text: '(한들=연합뉴스) 김민수 기자 = 시 항만이 5일 2주간의 보수 공사를 마치고 다시 문을 열었다. 시장은 겨울 전에 공사가 끝났다고 말했다.',
    author: '김민수',
    at: '2026-03-05',
    agency: 'Yonhap',
  },
  {
    lang: 'ar',
    title: 'الميناء يعيد فتح أبوابه بعد الترميم',
    meta: ['بقلم: ليلى حداد', '٥ مارس ٢٠٢٦'],
    text: 'بيروت (أ ف ب) - أعاد الميناء فتح أبوابه الخميس بعد أسبوعين من أعمال الترميم، وفق ما أعلنت البلدية في بيان.',
    author: 'ليلى حداد',
    at: '2026-03-05',
    agency: 'AFP',
  },
  {
    lang: 'fa',
    title: 'بندر پس از تعمیر بازگشایی شد',
    meta: ['نویسنده: مریم احمدی', '۱۴ اسفند ۱۴۰۴'],
    text: 'بندر شهر پس از دو هفته تعمیر روز پنجشنبه بازگشایی شد. شهردار گفت که کار پیش از زمستان به پایان رسیده است.',
    author: 'مریم احمدی',
    at: '2026-03-05',
  },
  {
    lang: 'he',
    title: 'הנמל נפתח מחדש אחרי השיפוץ',
    meta: ['מאת: דנה לוי', '5 במרץ 2026'],
    text: 'נמל העיר נפתח מחדש ביום חמישי לאחר שבועיים של שיפוצים, כך מסרה העירייה. ראש העיר אמרה כי העבודות הסתיימו בזמן.',
    author: 'דנה לוי',
    at: '2026-03-05',
  },
  {
    lang: 'tr',
    title: 'Liman onarımdan sonra açıldı',
    meta: ['Yazan: Elif Kaya', '5 Mart 2026 10:30'],
    text: 'KIYIKENT (AA) - Kent limanı iki haftalık onarımın ardından perşembe günü yeniden açıldı, belediye açıkladı.',
    author: 'Elif Kaya',
    at: '2026-03-05',
    agency: 'Anadolu',
  },
  {
    lang: 'pl',
    title: 'Port otwarty po remoncie',
    meta: ['Autor: Jan Rybak', '5 marca 2026, 10:30'],
    text: 'Port miejski otwarto w czwartek po dwóch tygodniach remontu, podał ratusz. Prezydent miasta mówiła o sukcesie. (PAP)',
    author: 'Jan Rybak',
    at: '2026-03-05',
  },
  {
    lang: 'nl',
    title: 'Haven weer open na herstel',
    meta: ['Door Sanne de Wit', '5 maart 2026 10:30'],
    text: 'ZEEKANT (ANP) - De haven is donderdag na twee weken herstel weer opengegaan, heeft de gemeente laten weten.',
    author: 'Sanne de Wit',
    at: '2026-03-05',
    agency: 'ANP',
  },
  {
    lang: 'uk',
    title: 'Порт знову відкрито після ремонту',
    meta: ['Автор: Олена Коваль', '5 березня 2026, 10:30'],
    text: 'Міський порт знову відкрито в четвер після двох тижнів ремонту, повідомили в мерії. Роботи завершили вчасно.',
    author: 'Олена Коваль',
    at: '2026-03-05',
  },
  {
    lang: 'hi',
    title: 'मरम्मत के बाद बंदरगाह फिर खुला',
    meta: ['लेखक: अनिता शर्मा', 'प्रकाशित: 5 मार्च 2026'],
    text: 'तटनगर, पाँच मार्च (भाषा) शहर का बंदरगाह दो सप्ताह की मरम्मत के बाद गुरुवार को फिर खुल गया, नगर निगम ने बताया।',
    author: 'अनिता शर्मा',
    at: '2026-03-05',
  },
  {
    lang: 'bn',
    title: 'সংস্কারের পর বন্দর আবার চালু',
    meta: ['লেখক: রুমা দাস', 'প্রকাশিত: ৫ মার্চ ২০২৬'],
    text: 'দুই সপ্তাহের সংস্কারের পর শহরের বন্দর বৃহস্পতিবার আবার চালু হয়েছে, জানিয়েছে পৌরসভা। মেয়র বলেন, কাজ সময়মতো শেষ হয়েছে।',
    author: 'রুমা দাস',
    at: '2026-03-05',
  },
  {
    lang: 'ta',
    title: 'பழுதுபார்ப்புக்குப் பின் துறைமுகம் திறப்பு',
    meta: ['5 மார்ச் 2026'],
    text: 'இரண்டு வார பழுதுபார்ப்புக்குப் பின் நகரத் துறைமுகம் வியாழக்கிழமை மீண்டும் திறக்கப்பட்டது என்று நகராட்சி தெரிவித்தது.',
    author: null,
    at: '2026-03-05',
  },
  {
    lang: 'th',
    title: 'ท่าเรือเปิดอีกครั้งหลังซ่อมแซม',
    meta: ['เผยแพร่ 5 มีนาคม 2569'],
    text: 'ท่าเรือของเมืองเปิดอีกครั้งเมื่อวันพฤหัสบดีหลังซ่อมแซมนานสองสัปดาห์ เทศบาลแจ้งว่างานเสร็จตามกำหนดก่อนฤดูมรสุม',
    author: null,
    at: '2026-03-05',
  },
  {
    lang: 'vi',
    title: 'Cảng mở cửa lại sau sửa chữa',
    meta: ['Tác giả: Nguyễn Thu Hà', 'Thứ năm, 5/3/2026, 10:30'],
    text: 'Cảng thành phố mở cửa lại hôm thứ Năm sau hai tuần sửa chữa, chính quyền cho biết. Phà chạy lại từ buổi chiều.',
    author: 'Nguyễn Thu Hà',
    at: '2026-03-05',
  },
  {
    lang: 'id',
    title: 'Pelabuhan dibuka lagi setelah perbaikan',
    meta: ['Oleh Dewi Lestari', 'Kamis, 5 Maret 2026 10:30 WIB'],
    text: 'Pantai Jaya (ANTARA) - Pelabuhan kota dibuka lagi pada Kamis setelah perbaikan dua pekan, kata pemerintah kota.',
    author: 'Dewi Lestari',
    at: '2026-03-05',
    agency: 'ANTARA',
  },
  {
    lang: 'el',
    title: 'Το λιμάνι άνοιξε ξανά',
    meta: ['Του Νίκου Παππά', 'Δημοσιεύτηκε: 5 Μαρτίου 2026'],
    text: 'Το λιμάνι της πόλης άνοιξε ξανά την Πέμπτη ύστερα από δύο εβδομάδες επισκευών, ανακοίνωσε ο δήμος το πρωί.',
    author: 'Νίκου Παππά',
    at: '2026-03-05',
  },
  {
    lang: 'cs',
    title: 'Přístav po opravě znovu otevřen',
    meta: ['Autor: Petr Mlýn', '5. března 2026 10:30'],
    text: 'Městský přístav byl ve čtvrtek po dvou týdnech oprav znovu otevřen, oznámila radnice. Starostka děkovala dělníkům.',
    author: 'Petr Mlýn',
    at: '2026-03-05',
  },
  {
    lang: 'sv',
    title: 'Hamnen öppnar efter reparation',
    meta: ['Av Karin Lind', 'Publicerad 5 mars 2026 kl 10.30'],
    text: 'Stadens hamn öppnade på torsdagen efter två veckors reparation, meddelar kommunen. Färjan går åter på eftermiddagen. (TT)',
    author: 'Karin Lind',
    at: '2026-03-05',
  },
]

const html = ({ lang, title, meta, text }: Page) =>
  `<html lang="${lang}"><head><title>${title}</title></head><body><article><h1>${title}</h1><div class="info">${meta
    .map((line) => `<p>${line}</p>`)
    .join('')}</div>${`<p>${text}</p>`}<p>${text.slice(text.length / 2)} ${text}</p></article></body></html>`

describe('bylines, days and datelines', () => {
  test.for(PAGES.map((page) => [page.lang, page] as const))('%s', ([, page]) => {
    const { extraction } = readPage({ html: html(page), url: null, capturedAt: '2026-03-06T12:00:00Z' })
    const { authors, publishedAt, modifiedAt, dateline, agency } = extraction
    expect({
      author: authors.value?.[0]?.name ?? null,
      at: (publishedAt.value ?? modifiedAt.value)?.at.slice(0, 10) ?? null,
      agency: agency.value?.id ?? null,
      place: dateline.value?.place ?? null,
    }).toEqual({
      author: page.author,
      at: page.at,
      agency: page.agency ?? agency.value?.id ?? null,
      place: page.place ?? dateline.value?.place ?? null,
    })
  })
})
