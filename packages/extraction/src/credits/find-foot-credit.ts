import type { Person } from '@dateline/domain'
import { AGENCIES } from './agencies.ts'
import { type Agency, findAgencies, findAgency, jointAgency } from './find-agency.ts'
import { readPerson } from './parse-byline.ts'
import { personName } from './person-name.ts'

/** A line under the text that says who had a hand in it. */
export type FootCredit = { contributors: Person[]; agency: Agency | null; raw: string }

const FOOT_CHARS_MAX = 500

const longNames = AGENCIES.flatMap(({ names }) =>
  names.filter((name) => name.length > 4 || /^\p{Lu}{2,4}$/u.test(name)),
)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  .join('|')

const contributed =
  /^(?<house>(?:The\s+)?[\p{Lu}][\p{L}\s]{0,60}?)??\s*\b(?:writers?|journalists?|reporters?|correspondents?|staff(?: writers?)?|staffers?|colleagues?|researchers?|editors?|freelancers?)\s+(?<people>.{4,300}?)\s+(?:also\s+)?contributed\b/iu
const plainContributed = /^(?<people>\p{Lu}.{3,250}?)\s+(?:also\s+)?contributed\s+(?:to\s+|reporting)/u
const houseContributed =
  /^[(]?(?<house>\p{L}[^.]{1,80}?)\s+(?:also\s+)?(?:contributed|hat .{0,20}beigetragen|a contribué|contribuyó|contribuiu|ha contribuito)\b/u
const reporting =
  /^[([]?\s*(?:(?:additional\s+|with\s+(?:additional\s+)?)?report(?:ing|s|age)|report|writing|written|compiled|edit(?:ing|ed)|translat(?:ion|ed|ing)|bericht(?:erstattung)?|reportage|rédaction|montage|información|reporte|reportagem|con informaciones)\s*(?:and\s+writing\s*|and\s+editing\s*|de\s*)?(?:by|von|par|por|di|de|:)\s*(?<people>[^)\]]{3,300})[)\]]?\.?$/iu
const withMaterial = new RegExp(
  `^[([–—-]*\\s*(?:with\\s+(?:inputs?|files?|reporting|agency inputs?|material|information|reports?|contributions?)\\s+from|with|from|source|sources|mit\\s+(?:material|informationen|agenturmaterial)\\s+(?:von|der|des)|mit|quelle|avec|source|sources|con\\s+(?:información|informacion|datos)\\s+de|con|fuente|com\\s+informações\\s+d[aeo]s?|com|fonte|met\\s+(?:informatie|medewerking)\\s+van|bron|bronnen|källa|kilde|lähde|źródło|zdroj|izvor|forrás|sursa|kaynak|sumber|nguồn|theo|ที่มา|来源|來源|消息来源|出典|출처|источник|по\\s+материалам|с\\s+использованием\\s+материалов|джерело|за\\s+матеріалами|източник|πηγή|المصدر|منبع|מקור|स्रोत|সূত্র|copyright|©)\\s*[:：]?\\s*(?:©\\s*)?(?:\\d{4}\\s+)?(?:the\\s+)?(?<agency>${longNames})(?=\\s*(?:[.)\\]©/,;]|$|(?:and|und|et|y|e|и)\\s|reports?\\b|inc\\b|limited\\b|\\d{4}))`,
  'iu',
)
const bare = /^[\s([–—-]{0,4}(?<agency>[\p{L}\p{M}.' /&,-]{2,50})[\s)\].]{0,3}$/u

/**
 * Finds the credit in a line under an article: "Associated Press writer Jane Roe in Moscow contributed to this report.",
 * "(Reporting by Jane Roe; Editing by John Doe)", "With inputs from PTI", "© 2021 AFP", "(dpa)".
 *
 * @returns null for lines that credit nobody. Editors and translators are not contributors and are left out.
 */
export function findFootCredit(line: string): FootCredit | null {
  const raw = line.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  if (raw === '' || raw.length > FOOT_CHARS_MAX) return null
  const helped = contributed.exec(raw)?.groups ?? plainContributed.exec(raw)?.groups
  if (helped?.people !== undefined) {
    const agency = helped.house === undefined ? null : findAgency(helped.house)
    const contributors = people(helped.people, agency)
    if (contributors.length > 0) return { contributors, agency, raw }
  }
  const house = houseContributed.exec(raw)?.groups?.house
  const helpers = house === undefined ? [] : findAgencies(house)
  if (helpers.length > 0) return { contributors: [], agency: jointAgency(helpers), raw }
  const reported = reporting.exec(raw)?.groups?.people
  if (reported !== undefined) return fromReporting(reported, raw)
  const material = withMaterial.exec(raw)?.groups?.agency
  if (material !== undefined && raw.length <= 200) return { contributors: [], agency: findAgency(material), raw }
  const { name, house: signed } = SIGNED.exec(raw)?.groups ?? {}
  if (signed !== undefined && !PICTURED.test(name!) && personName(name!, false) !== null)
    return withRaw(findFootCredit(signed), raw)
  const alone = bare.exec(raw)?.groups?.agency
  const agencies = alone === undefined ? [] : findAgencies(alone)
  return agencies.length === 0 ? null : { contributors: [], agency: jointAgency(agencies), raw }
}

/** "Jane Roe (with Reuters)". */
const SIGNED = /^(?<name>\p{Lu}[^()]{2,40})\s(?<house>\([^()]{3,40}\))$/u
const PICTURED = /photo|foto|picture|image|bild|video|graphic|grafik/iu

const withRaw = (credit: FootCredit | null, raw: string) => (credit === null ? null : { ...credit, raw })

/** A Reuters foot is one bracket with several clauses; only those who report count. */
function fromReporting(clauses: string, raw: string): FootCredit | null {
  if (/^[([]?\s*(?:edit|translat)/iu.test(raw)) return { contributors: [], agency: null, raw }
  const first = clauses.split(/;|\.\s|\bwriting by\b|\bediting by\b/iu)[0] ?? ''
  const agencies = findAgencies(first)
  if (agencies.length > 0) return { contributors: [], agency: jointAgency(agencies), raw }
  return { contributors: people(first, null), agency: null, raw }
}

const place =
  /^(?<name>.{3,60}?)(?:\s+and\s+.{3,60}?)?\s+(?:in|at|from|en|à|aus)\s+(?<place>[\p{Lu}][\p{L}\p{M}\s.,'’-]{1,50})$/u

/** "Saltwick News' Jane Roe", "SNN's John Doe": the house before its reporter. */
const HOUSE_OF = /^(?<house>\p{Lu}[^'’]{1,40})(?:['’]s|(?<=s)['’])\s(?<name>\p{Lu}\S+\s\p{Lu}.{1,40})$/u

/** "Jane Roe in Moscow, John Doe and Max Muster in Kyiv": a place belongs to those named since the place before. */
function people(list: string, house: Agency | null): Person[] {
  const found: Person[] = []
  let waiting: Person[] = []
  for (const piece of list.split(/\s*(?:,|;|\s(?:and|und|et|y|e|и)\s)\s*/u)) {
    const label = piece.replace(/^(?:and|und|et|y|e|и)\s+|^[\s(]+|[\s).]+$/gu, '')
    const match = place.exec(label)?.groups
    const owned = HOUSE_OF.exec(match?.name ?? label)?.groups
    const person = readPerson(owned?.name ?? match?.name ?? label)
    if (person === null) continue
    person.affiliation ??= owned?.house ?? null
    if (person.affiliation === null) person.affiliation = house?.id ?? null
    waiting.push(person)
    if (match?.place !== undefined) {
      for (const each of waiting) each.place = match.place.trim()
      waiting = []
    }
    found.push(person)
  }
  return found
}
