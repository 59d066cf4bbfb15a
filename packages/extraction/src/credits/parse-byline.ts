import { countryOf, type Person } from '@dateline/domain'
import { BYLINE_OPENERS, FOR_WORDS, IN_WORDS, NAME_JOINERS, WEAK_OPENERS } from './credit-words.ts'
import { type Agency, findAgencies, findAgency, jointAgency } from './find-agency.ts'
import { isRole, namesOrganisation, personName, withoutRole } from './person-name.ts'

/** Longer lines are sentences. */
const BYLINE_CHARS_MAX = 300
const AUTHORS_MAX = 30

/**
 * A byline taken apart. `raw` is the credit as printed, without the dates that may share its line; `rest` holds those
 * other parts ("Dec 29,2021", "Last updated at Dec 29,2021", "4 min read"). `isMarked`: it opened with a word like "By".
 */
export type Byline = { authors: Person[]; agency: Agency | null; raw: string; rest: string[]; isMarked: boolean }

/**
 * Reads a byline: "By Evan Doe for AFP and Jane Roe in Moscow", "Von Max Muster, dpa", "По материалам ТАСС".
 * An agency, a desk or a role is no person: "By AFP" has an agency and no author.
 *
 * @param line at most 300 characters; one line of a page or the value of an author tag.
 * @returns null where nobody and no agency is named: most lines.
 */
export function parseByline(line: string): Byline | null {
  const whole = line.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const text = KOREAN_HOUSED.exec(whole)?.groups?.name ?? whole
  if (text === '' || text.length > BYLINE_CHARS_MAX || KOREAN_OTHER.test(whole)) return null
  const source = findAgency(SOURCE.exec(text)?.groups?.house ?? '')
  if (source !== null) return { authors: [], agency: source, raw: text, rest: [], isMarked: true }
  const bare = withoutOpener(text)
  const opened = { ...bare, isMarked: bare.isMarked || KOREAN_BYLINE.test(text) }
  const [head, ...rest] = splitParts(opened.text)
  if (head === undefined || (opened.isMarked && isSentence(opened.text))) return null
  const authors: Person[] = []
  const agencies: Agency[] = []
  const credits = [head]
  const others: string[] = []
  readNames(head, authors, agencies, opened.isMarked)
  for (const part of rest) {
    const agency = findAgency(part)
    if (agency !== null) agencies.push(agency)
    else if (authors.length === 0 && agencies.length === 0) readNames(part, authors, agencies, opened.isMarked)
    else if (!/\d/u.test(part) && withoutOpener(part).isMarked)
      readNames(withoutOpener(part).text, authors, agencies, true)
    else others.push(part)
    if (!others.includes(part)) credits.push(part)
  }
  if (authors.length === 0 && agencies.length === 0) return null
  const agency = jointAgency(agencies) ?? affiliatedAgency(authors)
  const raw = others.length === 0 ? text : rawCredit(text, credits)
  return { authors: authors.slice(0, AUTHORS_MAX), agency, raw, rest: others, isMarked: opened.isMarked }
}

/** "By entering your email you are agreeing to …": small words, where names would stand. */
const isSentence = (text: string) => /^(?:\p{Ll}{2,}\s+){3}/u.test(text)

/** "Kaynak: AA", where a byline would stand. */
const SOURCE =
  /^(?:sources?|quellen?|fuente|fonte|bron(?:nen)?|källa|kilde|lähde|źródło|zdroj|izvor|forrás|sursa|kaynak|sumber|nguồn|ที่มา|(?:消息|新闻)?(?:来源|來源)|出典|출처|источник|джерело|източник|извор|πηγή|المصدر|منبع|מקור|स्रोत|সূত্র)\s*[:：]\s*(?<house>\S.{0,60})$/iu

/** "김민수 기자": in Korean the word that marks a byline follows the name. */
const KOREAN_HOUSED = /^[[(]?\S{2,12}\s(?<name>\p{scx=Hangul}{2,4}\s?(?:기자|특파원))[\])]?$/u
/** "사진 홍길동 기자" took a picture; "전직 신문 기자" is a former one. */
const KOREAN_OTHER = /^[[(]?(?:사진|영상|자료|그래픽|촬영|편집|제보|전직|현직|담당)[\s=].{1,20}(?:기자|특파원)[\])]?$/u
const KOREAN_BYLINE = /^\p{scx=Hangul}{2,4}\s?(?:선임|수습)?(?:기자|특파원|논설위원)(?:\s\S+@\S+)?$/u

const opener = new RegExp(
  `^(?:${alternatives(BYLINE_OPENERS)})(?<mark>\\s*[:：՝፦៖]\\s*|(?<=[/／・])|\\s+|(?=[\\p{scx=Han}]))`,
  'iu',
)

function withoutOpener(text: string): { text: string; isMarked: boolean } {
  const match = opener.exec(text)
  if (match === null) return { text, isMarked: false }
  const word = match[0].slice(0, match[0].length - (match.groups?.mark?.length ?? 0)).toLowerCase()
  const after = text.slice(match[0].length)
  const isColon = /[:：՝፦៖/／・]/u.test(match[0])
  // "Von dpa": some agencies write themselves small.
  const isAgency = findAgencies(after).length > 0
  if (WEAK_OPENERS.has(word) && !isColon && !isAgency && !/^\p{Lu}|^\p{Lo}/u.test(after))
    return { text, isMarked: false }
  // "De Moda" is an entry of a menu: after a word that opens sentences too, a name has two words.
  if (WEAK_OPENERS.has(word) && !isColon && /^[\p{Lu}][\p{Ll}]*$/u.test(after)) return { text, isMarked: false }
  return { text: after, isMarked: after !== '' }
}

/** Parts divided by bars, dots and spaced dashes; and by a comma where a date follows. */
function splitParts(text: string): string[] {
  return text
    .split(
      /\s*[|•·∙●►]\s*|\s+[-–—]{1,2}\s+|\s+(?=(?:Last\s[Uu]pdated|Updated|Published|Posted)(?!\sby\s)(?:[\s:]|$))|\s*\/\s*(?=[\p{Lu}\d])|(?<=\p{Lu}[\p{L}'’.-]{0,30})\s+(?:am|on|le|el|il|op|den)\s+(?=\d{1,2}[./\s]|\p{Lu}\p{L}{2,8}\.?\s\d)|,\s*(?=(?:updated|published|posted|last\s|\d{1,2}[./\s]|\p{Lu}\p{L}{2,8}\.?\s\d))/u,
    )
    .map((part) => part.replace(/^[\s,;]+|[\s,;]+$/gu, ''))
    .filter((part) => part !== '')
}

const joiner = new RegExp(
  `\\s*(?:[;&、，،]|,(?!\\s*(?:Jr|Sr|II|III)\\b)|\\s(?:${alternatives(NAME_JOINERS)})\\s)\\s*`,
  'giu',
)
/** "for", "For": lines of capitals and titles. */
const inBothCases = (word: string) => [word, word[0]!.toUpperCase() + word.slice(1)]
const forHouse = new RegExp(
  `^(?<name>.{2,80}?)\\s(?:${alternatives(FOR_WORDS.flatMap(inBothCases))})\\s+(?<house>[\\p{Lu}\\p{Lo}][^,]{1,60})$`,
  'u',
)
const inPlace = new RegExp(
  `^(?<name>.{2,80}?)\\s(?:${alternatives(IN_WORDS)})\\s+(?<place>[\\p{Lu}\\p{Lo}][\\p{L}\\s.'’-]{1,40})$`,
  'u',
)
/** "بيروت: ليلى حداد": the place goes before the name. */
const placedInArabic = /^[\p{scx=Arab}\s]{2,20}:\s*(?<name>[\p{scx=Arab}\s]{4,40})$/u
const inBrackets = /^(?<name>[^()[\]]{2,80}?)\s*[([](?<house>[^()[\]]{2,60})[)\]]$/u

function readNames(part: string, authors: Person[], agencies: Agency[], isMarked: boolean): void {
  const whole = findAgencies(part)
  if (whole.length > 0) {
    agencies.push(...whole)
    return
  }
  const pieces = part.split(joiner)
  const joiners = part.match(joiner) ?? []
  // "The institute for coasts and harbours": a word that is left of a house's name is nobody.
  const isHouse = pieces.some(namesOrganisation)
  for (const [i, piece] of pieces.entries()) {
    const label = piece.replace(/^[\s@*]+|[\s*]+$/gu, '')
    if (label === '') continue
    const agency = findAgency(label)
    if (agency !== null) {
      agencies.push(agency)
      const last = authors.at(-1)
      if (last !== undefined && last.affiliation === null) last.affiliation = agency.id
      continue
    }
    const isListed = i > 0 && !IS_AND.test(joiners[i - 1]!)
    const isNobody = (isHouse && isSingle(label)) || (pieces.length > 1 && isPlaceOrHouse(label, authors, isListed))
    const person = isNobody ? null : readPerson(label, isMarked)
    if (person !== null) authors.push(person)
  }
  const only = agencies.length === 1 && /,[^,]*$/u.test(part) ? agencies[0]! : null
  if (only !== null) for (const author of authors) author.affiliation ??= only.id
}

const isSingle = (label: string) => !/\s/u.test(label)

/** "and", "&": joins people to people. */
const IS_AND = /[\p{L}&]/u

/** "Jane Roe, Nairobi", "Jane Roe, Futurity": a place, or one word behind a comma after a whole name; not "Jane Roe and Sreedevi". */
const isPlaceOrHouse = (label: string, authors: readonly Person[], isListed: boolean) =>
  countryOf(label, null) !== null ||
  (isListed && isSingle(label) && /\p{Ll}|^\p{Lu}+$/u.test(label) && authors.some(({ name }) => !isSingle(name)))

/** A person with house and place, or null: a role, a desk, a place, a word. */
export function readPerson(label: string, isMarked = true): Person | null {
  const headed = isMarked ? placedInArabic.exec(label)?.groups?.name : undefined
  if (headed !== undefined) return readPerson(headed)
  const bracketed = inBrackets.exec(label)?.groups
  const housed = bracketed ?? forHouse.exec(label)?.groups
  const placed = housed === undefined ? inPlace.exec(label)?.groups : undefined
  const plain = withoutRole(housed?.name ?? placed?.name ?? label)
  const name = personName(plain, isMarked || plain !== label)
  if (name === null) return housed === undefined && placed === undefined ? readRunOn(plain) : null
  // "(Content Manager)", "Redakteur für Wirtschaft": what somebody does is no house.
  const isWork = isRole(housed?.house ?? '') || /^Sponsored\b/iu.test(housed?.house ?? '')
  const isBeat = plain !== (housed?.name ?? plain) && /\sfür\s/u.test(label)
  const house = isWork || isBeat ? null : (housed?.house?.trim() ?? null)
  return {
    name,
    affiliation: house === null ? null : (findAgency(house.replace(WITH, ''))?.id ?? house),
    place: placed?.place?.trim() ?? null,
  }
}

/** "(avec AFP)"; not of "(Met Office)". */
const WITH = /^(?:with|mit|avec|con|com|met|med)\s+/iu

/** "JANE ROE Associated Press": name and house run together. */
function readRunOn(label: string): Person | null {
  const words = label.split(' ')
  for (let count = Math.min(4, words.length - 2); count > 0; count -= 1) {
    const agency = findAgency(words.slice(-count).join(' '))
    const name = agency === null ? null : personName(words.slice(0, -count).join(' '), true)
    if (agency !== null && name !== null) return { name, affiliation: agency.id, place: null }
  }
  return null
}

function affiliatedAgency(authors: readonly Person[]): Agency | null {
  for (const { affiliation } of authors) {
    const agency = affiliation === null ? null : findAgency(affiliation)
    if (agency !== null) return agency
  }
  return null
}

/** The stretch of the line that holds the credit: from its start to the end of the last part that belongs to it. */
function rawCredit(text: string, credits: readonly string[]): string {
  const last = credits.at(-1) ?? text
  const end = text.indexOf(last) + last.length
  return end < last.length ? text : text.slice(0, end)
}

function alternatives(words: readonly string[]): string {
  const escaped = [...new Set(words)].map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return escaped.sort((a, b) => b.length - a.length).join('|')
}
