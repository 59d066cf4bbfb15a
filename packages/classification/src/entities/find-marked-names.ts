/**
 * Names of people in scripts without capitals, where a word behind them says that they are: in Japanese foreign names, whose
 * parts a point divides, before an office, and names in Chinese characters before 氏; in Korean a family name, of the thirty
 * commonest, and two syllables before an office. Elsewhere nothing marks a name for sure.
 */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  ja: /[\p{Script=Katakana}ー]{2,20}(?:[・＝][\p{Script=Katakana}ー]{1,20}){1,3}(?=氏|さん|首相|大統領|外相|長官|知事|市長|議員|社長|会長|所長|監督|選手|教授|容疑者|被告)|(?<!\p{Script=Han})\p{Script=Han}{3,4}(?=氏(?![\p{Script=Han}]))/gu,
  ko: /(?<![가-힣])[김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허남노][가-힣](?![시군구도부청원회당사측소처])[가-힣](?= (?:대통령|총리|장관|차관|시장|지사|의원|대표|위원장|회장|사장|교수|연구원|소장|감독|선수|변호사|검사|판사|작가|씨)(?:은|는|이|가|을|를|의|과|와|도|에게|께서)?(?![가-힣]))/gu,
}

const NAMES_MAX = 60

/** @returns people, left to right; none in other languages. */
export function findMarkedNames(text: string, language: string | null): { name: string; start: number }[] {
  const pattern = PATTERNS[language ?? '']
  if (pattern === undefined) return []
  return [...text.matchAll(pattern)].slice(0, NAMES_MAX).map(({ 0: name, index: start }) => ({ name, start }))
}
