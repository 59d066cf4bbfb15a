/**
 * Words that take a claim back a step, or lay it in somebody else's mouth. Adding one softens a text; taking one away hardens
 * it. In the languages of news; matched whole, in lower case.
 */
const HEDGES = `
  alleged allegedly apparent apparently appear appears appeared reportedly reported purported purportedly supposedly suspected possible possibly probable probably perhaps maybe may might could likely unlikely unclear unconfirmed claimed claims suggests suggested seems seemed seemingly believed thought said accused some about around roughly approximately partly largely
  angeblich mutmaßlich mutmaßliche mutmaßlicher mutmaßlichen offenbar anscheinend vermutlich wahrscheinlich möglicherweise vielleicht wohl soll sollen könnte könnten dürfte dürften laut etwa rund teilweise
  présumé présumée présumés apparemment prétendument probablement peut-être possiblement semble semblent aurait auraient serait seraient selon environ
  presunto presunta presuntos presuntamente supuesto supuesta supuestamente aparentemente posiblemente probablemente quizás podría podrían habría habrían sería según aproximadamente
  suposto suposta supostamente alegado alegadamente provavelmente possivelmente talvez poderia poderiam teria teriam seria segundo
  presunto presunta presuntamente apparentemente probabilmente forse potrebbe potrebbero avrebbe avrebbero sarebbe secondo circa
  vermeende vermeend vermoedelijk blijkbaar mogelijk waarschijnlijk misschien zou zouden volgens ongeveer
  påstådd påstås misstänkt möjligen troligen kanske enligt uppges omkring påstått mistenkt muligens trolig angivelig ifølge
  rzekomo rzekomy rzekoma prawdopodobnie podobno być-może może mógł według údajně údajný pravděpodobně možná zřejmě prý podle
  якобы предположительно возможно вероятно видимо похоже может могли около нібито ймовірно можливо мабуть начебто за-даними
  iddia iddiaya iddiasına muhtemelen belki olası sözde yaklaşık
  يزعم مزعوم محتمل ربما يبدو قد تقريبا diduga kabarnya mungkin kemungkinan sekitar được-cho-là có-thể khoảng
  疑似 据称 據稱 可能 或许 或許 涉嫌 大约 とみられる 可能性 疑い 約 의혹 추정 약
`
  .split(/\s+/u)
  .filter((word) => word !== '')

/** Words that turn a statement into its opposite. */
const NEGATIONS = `
  not no never nobody none nothing neither nor without cannot isn't aren't wasn't weren't don't doesn't didn't won't can't couldn't hasn't haven't hadn't
  nicht kein keine keinen keiner keines nie niemand nichts ohne weder
  ne pas non aucun aucune jamais personne rien sans ni no nunca nadie nada ninguno ninguna sin não nunca ninguém nenhum nenhuma sem
  non nessuno nessuna niente mai senza niet geen nooit niemand niets zonder inte ingen inget aldrig utan ikke ingen aldri ei
  nie nikt nic bez не нет никто ничто ничего никогда без ні ніхто değil yok hiç olmadan لا ليس لم لن بدون نه नहीं न tidak bukan tanpa không chẳng
`
  .split(/\s+/u)
  .filter((word) => word !== '')

export const NEGATION_WORDS: ReadonlySet<string> = new Set(NEGATIONS)

/** Numbers as words, up to where newsrooms write figures. */
const NUMBERS = `
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens half third quarter twice double
  null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert hunderte tausend tausende million millionen milliarde milliarden dutzend hälfte
  zéro deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent cents mille millions milliards dizaine dizaines centaine centaines milliers moitié
  cero dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien cientos mil miles millón millones docena docenas mitad
  dois três quatro cinco sete oito nove dez onze doze vinte trinta cem centenas milhares milhão milhões metade
  due tre quattro cinque sei sette otto dieci undici dodici venti trenta cento mille mila milione milioni miliardi metà decine centinaia migliaia
  twee drie vijf zes zeven acht negen tien elf twaalf twintig dertig honderd duizend miljoen miljard helft två tre fyra fem sex sju åtta nio tio elva tolv hundra tusen miljoner
  dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc tysiące tysięcy milion milionów два две три четыре пять шесть семь восемь девять десять сто тысяча тысячи тысяч миллион миллиона миллионов
`
  .split(/\s+/u)
  .filter((word) => word !== '')

export const NUMBER_WORDS: ReadonlySet<string> = new Set(NUMBERS)

export const HEDGE_WORDS: ReadonlySet<string> = new Set(HEDGES)
