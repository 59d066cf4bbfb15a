import { tokensOf } from './diff-words.ts'

/**
 * Words that take a claim back a step, or lay it in somebody else's mouth. Adding one softens a text; taking one away hardens
 * it. In the languages of news; matched whole, in lower case; a word of two parts has a hyphen here.
 */
const HEDGES = `
  alleged allegedly apparent apparently appear appears appeared reportedly reported purported purportedly supposedly suspected possible possibly probable probably perhaps maybe may might could likely unlikely unclear unconfirmed claimed claims suggests suggested seems seemed seemingly believed thought said accused some about around roughly approximately partly largely
  angeblich mutmaßlich mutmaßliche mutmaßlicher mutmaßlichen offenbar anscheinend vermutlich wahrscheinlich möglicherweise vielleicht wohl soll sollen könnte könnten dürfte dürften laut etwa rund teilweise
  présumé présumée présumés apparemment prétendument probablement peut-être possiblement semble semblent aurait auraient serait seraient selon environ
  presunto presunta presuntos presuntas presuntamente supuesto supuesta supuestamente aparentemente posiblemente probablemente quizás quizá podría podrían habría habrían sería según aproximadamente
  suposto suposta supostamente alegado alegadamente provavelmente possivelmente talvez poderia poderiam teria teriam seria segundo aparentemente
  presunto presunta presuntamente apparentemente probabilmente forse potrebbe potrebbero avrebbe avrebbero sarebbe sarebbero secondo circa
  vermeende vermeend vermoedelijk blijkbaar mogelijk waarschijnlijk misschien zou zouden volgens ongeveer
  påstådd påstås misstänkt möjligen troligen troligtvis kanske enligt uppges omkring påstått mistenkt muligens muligvis trolig trolige troligvis sannsynligvis angivelig angiveligt angivelige formentlig formentligt måske kanskje ifølge
  väitetty väitetään ilmeisesti mahdollisesti todennäköisesti luultavasti ehkä tiettävästi mukaan noin
  rzekomo rzekomy rzekoma prawdopodobnie podobno być-może może mógł podejrzany według około údajně údajný údajná pravděpodobně možná zřejmě prý podle údajne pravdepodobne možno zrejme vraj podľa
  állítólag állítólagos feltehetően feltehetőleg valószínűleg talán esetleg szerint körülbelül
  presupus presupusă presupusul aparent probabil posibil poate ar potrivit aproximativ circa
  navodno vjerovatno vjerojatno verovatno možda moguće prema наводно вероватно можда предполагаем предполагаемо вероятно навярно може-би
  φέρεται φέρονται φερόμενος φερόμενη πιθανώς πιθανόν πιθανότατα ίσως μάλλον ενδεχομένως σύμφωνα περίπου
  якобы предположительно предполагаемый возможно вероятно видимо похоже может могли около нібито ймовірно імовірно можливо мабуть начебто за-даними ймовірний близько
  iddia iddiaya iddiasına iddiayla muhtemelen belki olası sözde yaklaşık olabilir öne-sürüldü
  يزعم يُزعم زعم زُعم مزعوم المزعوم المزعومة محتمل المحتمل ربما يبدو قد يرجح يُرجح نحو تقريبا بحسب وفق
  احتمالا احتمالاً ظاهرا ظاهراً گویا شاید ممکن ادعا مظنون ادعایی حدود לכאורה כנראה ייתכן אולי נחשד טוען לטענת לפי  مبینہ شاید غالباً تقریباً
  कथित संभवतः शायद संभावित आशंका लगभग करीब अनुसार मुताबिक সম্ভবত হয়তো কথিত অভিযোগ প্রায় அநேகமாக ஒருவேளை சந்தேகத்திற்குரிய கூறப்படுகிறது సుమారు బహుశా
  diduga kabarnya mungkin kemungkinan barangkali disebut sekitar dikatakan dipercayai dakwaan
  được-cho-là có-thể có-lẽ nghi khả-năng khoảng dường-như
`

/** The same in scripts whose words run together, or take their endings with them: matched anywhere. */
const HEDGE_PARTS = `
  疑似 据称 據稱 可能 或许 或許 涉嫌 大约 大約 疑为 疑為 似乎 恐怕 据说 據說 被指 とみられ と見られ 可能性 疑い 約 かもしれ 恐れ 模様 とされ ようだ おそらく
  의혹 추정 것으로-보 것으로-알려 가능성 혐의 듯 아마 อาจ คาดว่า น่าจะ ถูกกล่าวหา ต้องสงสัย ราว ประมาณ
`

/** Words that turn a statement into its opposite. */
const NEGATIONS = `
  not no never nobody none nothing neither nor without cannot isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't hasn't haven't hadn't
  nicht kein keine keinen keiner keines nie niemand nichts ohne weder
  ne pas non aucun aucune jamais personne rien sans ni no nunca nadie nada ninguno ninguna sin não nunca ninguém nenhum nenhuma sem
  non nessuno nessuna niente mai senza niet geen nooit niemand niets zonder inte ingen inget aldrig utan ikke ingen aldri ei
  emme ette eivät eikä ilman
  nie nikt nic bez ne není nebyl nebyla nikdo nikdy nem senki semmi soha nincs nélkül nu nici nimeni nimic fără niciodată nije nisu nikad δεν μην μη ούτε ποτέ κανείς χωρίς
  не нет никто ничто ничего никогда без ні ніхто немає değil yok hiç olmadan لا ليس ليست لم لن ما بدون نه نیست לא אין אינו בלי नहीं न ना मत না নয় নেই இல்லை కాదు లేదు
  tidak bukan belum tanpa không chẳng chưa chả
  不 没 沒 没有 沒有 未 未曾 并未 並未 並非 并非 无 無 否认 否認 不是 不会 不會 不能
`

const NEGATION_PARTS = `
  ない なかっ ません ず 않 못 없 아니 ไม่ มิได้ ไร้
`

/** Numbers as words, up to where newsrooms write figures. */
const NUMBERS = `
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens half third quarter twice double
  null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert hunderte tausend tausende million millionen milliarde milliarden dutzend hälfte
  zéro deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent cents mille millions milliards dizaine dizaines centaine centaines milliers moitié
  cero dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien cientos mil miles millón millones docena docenas mitad
  dois três quatro cinco sete oito nove dez onze doze vinte trinta cem centenas milhares milhão milhões metade
  due tre quattro cinque sei sette otto dieci undici dodici venti trenta cento mille mila milione milioni miliardi metà decine centinaia migliaia
  twee drie vijf zes zeven acht negen tien elf twaalf twintig dertig honderd duizend miljoen miljard helft två tre fyra fem sex sju åtta nio tio elva tolv hundra tusen miljoner
  tre fire fem seks syv sju otte åtte ni ti elleve tolv hundrede hundre millioner kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen sata tuhat miljoona miljoonaa
  dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc tysiące tysięcy milion milionów dva tři čtyři pět šest sedm osm devět deset sto tisíc dve tri štyri päť
  két kettő három négy öt hat hét nyolc kilenc tíz száz ezer millió milliárd doi două trei patru cinci șase șapte opt nouă zece sută sute mie mii milioane
  δύο τρεις τρία τέσσερις τέσσερα πέντε έξι επτά οκτώ εννέα δέκα εκατό χίλιοι εκατομμύρια iki üç dört beş altı yedi sekiz dokuz yirmi yüz bin milyon milyar
  два две три четыре пять шесть семь восемь девять десять сто тысяча тысячи тысяч миллион миллиона миллионов двоє троє дві чотири п'ять шість сім вісім дев'ять десять тисяч мільйон мільйонів
  اثنان اثنين اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر مئة مائة ألف آلاف مليون ملايين دو سه چهار پنج شش هفت هشت نه ده صد هزار میلیون שניים שני שתי שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה עשרה עשר מאה אלף מיליון
  दो तीन चार पांच पाँच छह छः सात आठ नौ दस सौ हजार हज़ार लाख करोड़ দুই তিন চার পাঁচ ছয় সাত আট নয় দশ শত হাজার লাখ কোটি இரண்டு மூன்று நான்கு ஐந்து ஆறு ஏழு எட்டு பத்து
  dua tiga empat lima enam tujuh delapan sembilan sepuluh belas puluh ratus ribu juta miliar hai ba bốn năm sáu bảy tám chín mười trăm nghìn ngàn triệu tỷ สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ร้อย พัน หมื่น แสน ล้าน 두 세 네 다섯 여섯 일곱 여덟 아홉 열
`

/** A set of words and phrases to be counted in a stretch of text. */
export type WordSet = { words: ReadonlySet<string>; phrases: readonly string[]; parts: readonly string[] }

export const HEDGE_WORDS = wordSet(HEDGES, HEDGE_PARTS)
export const NEGATION_WORDS = wordSet(NEGATIONS, NEGATION_PARTS)
export const NUMBER_WORDS = wordSet(NUMBERS, '')

function wordSet(words: string, parts: string): WordSet {
  const listed = (list: string) => list.split(/\s+/u).filter((word) => word !== '')
  const isPhrase = (word: string) => /\p{L}-\p{L}/u.test(word)
  return {
    words: new Set(listed(words)),
    phrases: listed(words)
      .filter(isPhrase)
      .map((word) => ` ${word.replaceAll('-', ' ')} `),
    parts: listed(parts).map((part) => part.replaceAll('-', ' ')),
  }
}

const WORD = /[\p{L}\p{M}'’‘-]+/gu
/** "d'environ", "l'auteur", "qu'il". */
const ELIDED = /^(?:[cdjlmnst]|qu|lorsqu|puisqu)['’](?=\p{L})/u
const RUN_TOGETHER = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}]/u

/** The words of a stretch in lower case, elisions undone; ICU finds those of scripts without spaces. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase()
  if (RUN_TOGETHER.test(lower)) return tokensOf(lower).filter((token) => /\p{L}/u.test(token))
  return (lower.match(WORD) ?? []).map((word) => word.replaceAll('’', "'").replace(ELIDED, ''))
}

/** How many words of a set stand in a stretch. */
export function countWords(text: string, { words, phrases, parts }: WordSet): number {
  const own = wordsOf(text)
  const line = ` ${own.join(' ')} `
  const whole = own.filter((word) => words.has(word)).length
  const lower = text.toLowerCase()
  const inside = RUN_TOGETHER.test(lower) ? parts.filter((part) => lower.includes(part)).length : 0
  return whole + inside + phrases.filter((phrase) => line.includes(phrase)).length
}

/** Negations that are everyday words of other languages, and what only texts in which they negate have, or those in which they do not. */
const NEGATES_WITH: Readonly<Record<string, RegExp>> = {
  nu: /[ăâîșțşţ]/u,
  ei: /aa|ii|uu|yy|ää|öö/u,
  sin: /[áéíóúñ]|(?<!\p{L})(?:el|la|los|que|del)(?!\p{L})/u,
}
const PORTUGUESE = /[ãõ]|(?<!\p{L})(?:uma|foi)(?!\p{L})/u

/** How many negations stand in a stretch. @param whole the text that it is from: "no" is "in the" in Portuguese. */
export function countNegations(text: string, whole: string): number {
  const lower = whole.toLowerCase()
  const others = wordsOf(text).filter((word) =>
    word === 'no' ? PORTUGUESE.test(lower) : NEGATES_WITH[word]?.test(lower) === false,
  )
  return countWords(text, NEGATION_WORDS) - others.length
}
