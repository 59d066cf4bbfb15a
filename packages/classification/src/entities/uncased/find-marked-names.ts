import type { UncasedName } from './uncased-name.ts'

const KATAKANA = String.raw`[\p{Script=Katakana}ー]`
const JAPANESE_OFFICE = '(?<office>首相|大統領|外相|長官|知事|市長|議員|社長|会長|所長|監督|選手|教授|大使)'
const KOREAN_OFFICE =
  '(?<office>대통령|총리|장관|차관|시장|지사|의원|대표|위원장|회장|사장|교수|연구원|소장|감독|선수|변호사|검사|판사|작가)'
const FAMILIES = '김박최정강조윤장임오서권황안송류유홍문손배백허남심노하곽성차주우구민'
/** Before an office "this", "a", "former", "late", "new" and "both". */
const AMBIGUOUS_FAMILIES = '이한전고신양'
const KOREAN_END = '(?:은|는|이|가|을|를|의|과|와|도|에게|께서)?(?![가-힣])'

/** Names in Chinese characters before an office, and before it with fewer of them: "佐々木健一市長 … 佐々木市長". */
const HAN_BEFORE_OFFICE = new RegExp(
  `(?<![\\p{Script=Han}\\p{Script=Katakana}])(?<name>\\p{Script=Han}{3,5}?)${JAPANESE_OFFICE}`,
  'gu',
)
const FAMILY_BEFORE_OFFICE = new RegExp(`(?<!\\p{Script=Han})(?<name>\\p{Script=Han}{1,3}?)${JAPANESE_OFFICE}`, 'gu')

const marks = (named: string, again: string): Marks => ({
  named: new RegExp(named, 'gu'),
  again: new RegExp(again, 'gu'),
})

/**
 * Names of people in scripts without capitals, where the words around them say that they are: foreign names in katakana, whose parts
 * a point divides, and names in Chinese characters before 氏 (Japanese); a family name and two syllables before 씨 (Korean). Before an
 * office, where as often a land, a club or "today" stands, a name is believed if the text goes on with the family name alone and the
 * same office, as papers of both countries do: "박지성 감독 … 박 감독". Elsewhere nothing marks a name for sure.
 */
const MARKS: Readonly<Record<string, Marks>> = {
  ja: marks(
    String.raw`(?<name>${KATAKANA}{2,20}(?:[・＝]${KATAKANA}{1,20}){0,2}[・＝](?<family>${KATAKANA}{2,20}))(?:氏|さん|容疑者|被告|${JAPANESE_OFFICE})|(?<!\p{Script=Han})\p{Script=Han}{3,4}(?<![両摂華各諸])(?=氏(?!\p{Script=Han}))`,
    String.raw`(?<![\p{Script=Katakana}ー・＝])(?<family>${KATAKANA}{2,20})${JAPANESE_OFFICE}`,
  ),
  ko: marks(
    `(?<![가-힣])(?<name>(?<family>[${FAMILIES}${AMBIGUOUS_FAMILIES}])[가-힣]{2})(?: ?씨| ${KOREAN_OFFICE})${KOREAN_END}`,
    `(?<![가-힣])(?<family>[${FAMILIES}]) ${KOREAN_OFFICE}${KOREAN_END}`,
  ),
}

type Marks = { named: RegExp; again: RegExp }

/** "정부는": an everyday word with its particle. */
const PARTICLED = /[은는이가의에을를도로]$/u

const NAMES_MAX = 60
const FAMILIES_MAX = 300

/** @returns people, left to right; none in other languages. */
export function findMarkedNames(text: string, language: string): UncasedName[] {
  const known = MARKS[language]
  if (known === undefined) return []
  const again = new Set(Array.from(text.matchAll(known.again), ({ groups }) => `${groups!.family} ${groups!.office}`))
  const names: UncasedName[] = []
  for (const { 0: whole, index: start, groups } of text.matchAll(known.named)) {
    const { name = whole, family, office } = groups!
    if (office !== undefined && (PARTICLED.test(name) || !again.has(`${family} ${office}`))) continue
    names.push({ name, kind: 'person', start })
    if (names.length >= NAMES_MAX) break
  }
  return language === 'ja' ? [...names, ...hanBeforeOffice(text)].slice(0, NAMES_MAX) : names
}

function* hanBeforeOffice(text: string): Generator<UncasedName> {
  const families: Family[] = []
  for (const { index, groups } of text.matchAll(FAMILY_BEFORE_OFFICE)) {
    families.push({ index, ...groups } as Family)
    if (families.length >= FAMILIES_MAX) break
  }
  for (const { index, groups } of text.matchAll(HAN_BEFORE_OFFICE)) {
    const { name, office } = groups as { name: string; office: string }
    const again = families.filter(
      (one) => one.office === office && one.name.length < name.length && name.startsWith(one.name),
    )
    if (again.length === 0) continue
    yield { name, kind: 'person', start: index }
    for (const family of again) yield { name: family.name, kind: 'person', start: family.index, of: name }
  }
}

type Family = { index: number; name: string; office: string }
