import { countryOf, type Field, type Person } from '@dateline/domain'
import { type Agency, findAgencies, findAgency } from '../credits/find-agency.ts'
import { type Byline, parseByline } from '../credits/parse-byline.ts'
import { parseDateline } from '../credits/parse-dateline.ts'
import { parsePhotoCredit } from '../credits/parse-photo-credit.ts'
import { isDayName } from '../dates/lexicon.ts'
import { type AuthorElement, authorElements } from './author-elements.ts'
import { hintsOf } from './class-hints.ts'
import { FILLER, isPlainName, NOT_PEOPLE } from './declared-names.ts'
import {
  BYLINE_LABEL,
  BYLINE_LINES_MAX,
  deskByline,
  FOREIGN_HINTS,
  TRAILING_DATE_LABEL,
  withoutDate,
  withoutFurniture,
} from './desk-byline.ts'
import { known, unknown } from './field.ts'
import { houseNames, isHouse, namesHost } from './house-names.ts'
import { loneName } from './lone-names.ts'
import { articleParties, itempropText, type NamedParty, type PageFacts, plainText, squeezeName } from './page-facts.ts'
import { type PageElement, walkElements } from './page-tree.ts'
import {
  type AuthorWitness,
  isNamesAlone,
  isWithin,
  namesOthers,
  reconciledAuthors,
  sharesAuthor,
} from './reconciled-authors.ts'
import { isPictureName, isUnderPicture } from './side-boxes.ts'
import type { TextBlock } from './text-blocks.ts'

export type Credits = {
  byline: Field<string>
  authors: Field<Person[]>
  agency: Agency | null
  agencyEvidence: string | null
  rest: string[]
}

const BYLINE_CHARS_MAX = 300
const META_AUTHORS = [
  'article:author',
  'byl',
  'parsely-author',
  'sailthru.author',
  'author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'citation_author',
  'cxenseparse:author',
  'og:article:author',
  'twitter:creator:name',
  'news_author',
  'article:author_name',
  'authors',
  'creator',
] as const

export type CreditSources = {
  root: PageElement
  facts: PageFacts
  url: string | null
  blocks: readonly TextBlock[]
  titleIndex: number
  /** First and last line of the body; -1 where there is none. */
  first: number
  last: number
  language: string | null
}

/**
 * Who wrote it. Machines' word first (JSON-LD, meta, microdata), checked against what the page prints under its headline:
 * names that both give are certain; names of the house, of agencies and of desks are no people.
 */
export function pageCredits(sources: CreditSources): Credits {
  const house = houseNames(sources.facts, sources.url)
  const stated = statedWitness(sources, house)
  const line = printedLine(sources, house)
  const elements = line !== null && line.authors.length > 0 && line.isMarked ? null : markedWitness(sources, house)
  const marked =
    elements !== null && elements.authors.length > 0 ? elements : line?.authors.length ? line : (elements ?? line)
  const lone = stated?.authors.length || marked?.authors.length || line?.agency ? null : loneName(sources)
  const agencyWitness = [line, stated, elements].find((witness) => witness?.agency) ?? null
  // A line without "By" that names none of the stated authors credits a picture.
  const isForeign =
    line !== null &&
    !line.isMarked &&
    line.authors.length > 0 &&
    !sharesAuthor(line, stated) &&
    !sharesAuthor(line, elements)
  const printed = (isForeign ? elements : line) ?? marked
  const authors =
    lone === null
      ? reconciledAuthors(stated, marked)
      : known(lone.authors, `${lone.source}: ${lone.raw}`, 0.6, 'inferred')
  const isOthers = printed !== null && stated !== null && namesOthers(printed, authors.value ?? [])
  const byline =
    printed !== null && !isOthers
      ? known(tidyRaw(printed.raw), `${printed.source}: ${printed.raw}`, 0.9)
      : lone !== null
        ? known(tidyRaw(lone.raw), `${lone.source}: ${lone.raw}`, 0.6, 'inferred')
        : stated !== null
          ? known(tidyRaw(stated.raw), `${stated.source}: ${stated.raw}`, 0.7, 'derived')
          : (deskByline(sources) ?? unknown<string>('no byline'))
  return {
    byline,
    authors,
    agency: agencyWitness?.agency ?? null,
    agencyEvidence: agencyWitness === null ? null : `${agencyWitness.source}: ${agencyWitness.raw}`,
    rest: line?.rest ?? [],
  }
}

/** On one line, without the marks between it and what is beside it. */
const tidyRaw = (raw: string) => raw.replace(/\s+/gu, ' ').replace(/^[\s&,;/|]+|[\s&,;/|]+$/gu, '')

function statedWitness({ facts, blocks, last }: CreditSources, house: readonly Set<string>[]): AuthorWitness | null {
  const foot = last < 0 ? undefined : blocks[last + FOOT_LINES_MAX]
  const end = foot?.element.order ?? Number.POSITIVE_INFINITY
  const fromMetas = META_AUTHORS.map((name) => ({
    source: `meta ${name}`,
    parties: (facts.meta.get(name) ?? []).map(
      (value): NamedParty => ({ name: plainText(value), kind: 'unknown', source: name }),
    ),
  }))
  const lists: { parties: NamedParty[]; source: string }[] = [
    { parties: articleParties(facts, 'author'), source: 'JSON-LD author' },
    ...fromMetas,
    { parties: labelledAuthors(facts), source: 'meta twitter:data' },
    { parties: microdataAuthors(facts, end), source: 'itemprop author' },
    { parties: articleParties(facts, 'creator'), source: 'JSON-LD creator' },
  ]
  const witnesses = lists
    .map(({ parties, source }) => witnessOf(parties, source, house))
    .filter((witness) => witness !== null)
  return (
    witnesses.find(({ authors }) => authors.length > 0) ??
    witnesses.find(({ agency }) => agency !== null) ??
    witnesses[0] ??
    null
  )
}

/** Who a list of names credits; null where it holds none. Desks and houses stay in `raw` alone. */
function witnessOf(
  parties: readonly NamedParty[],
  source: string,
  house: readonly Set<string>[],
): AuthorWitness | null {
  const authors: Person[] = []
  let agency: Agency | null = null
  const names: string[] = []
  for (const { name, kind } of parties.slice(0, 40)) {
    if (!/\p{L}{2}|\p{Lo}/u.test(name) || /^https?:|^www\.|@/i.test(name) || FILLER.test(name)) continue
    if (name.length > BYLINE_CHARS_MAX || names.includes(name) || isPictureCredit(name)) continue
    names.push(name)
    const found = findAgency(name)
    agency ??= found
    if (found !== null || isHouse(name, house) || namesHost(name)) continue
    const own = parseByline(name)
    // "Door ANP" credits an agency, and would be a name after "By".
    const isAgencyAlone = own?.agency != null && own.authors.length === 0
    // Scripts without capitals have no name that such a word begins.
    const isUncased = own?.isMarked === true && !/[\p{Lu}\p{Ll}]/u.test(name)
    const isOpened = isAgencyAlone || isUncased || /^(?:by|von|par|por)\s(?!\S+$)/iu.test(name)
    if (!isOpened && joinsWords(name)) continue
    const parsed = isOpened ? own : parseByline(`By ${lastFirst(name.replace(OPENED_WORD, ''))}`)
    agency ??= parsed?.agency ?? null
    const people =
      parsed?.authors ?? (kind === 'person' && isPlainName(name) ? [{ name, affiliation: null, place: null }] : [])
    for (const person of people) {
      if (isHouse(person.name, house) || NOT_PEOPLE.test(person.name) || isPlaceAlone(person.name)) continue
      if (!authors.some((other) => squeezeName(other.name) === squeezeName(person.name))) authors.push(person)
    }
  }
  const isShort = ({ name }: Person) =>
    !/\s/.test(name) && authors.some((other) => other.name.split(' ').length > 1 && other.name.startsWith(`${name} `))
  return names.length === 0
    ? null
    : { raw: names.join(', '), source, authors: authors.filter((one) => !isShort(one)), agency, rest: [] }
}

/** "Reuters, Washington", each in an element of its own. */
const isPlaceAlone = (name: string) => !/\s/.test(name) && countryOf(name, null) !== null
/** "Von Ada": template and name. */
const OPENED_WORD = /^(?:by|von|par|por)\s(?=\p{Lu}\S+$)/iu

/** "Zone Harbour et faits divers": small words on one side of an "and" make the other no name. */
const joinsWords = (name: string) =>
  name.split(/\s(?:and|und|et|y|e)\s/u).length > 1 &&
  name
    .split(/\s(?:and|und|et|y|e)\s|[,|]|\s-\s/u)
    .some(
      (part) =>
        /^\S+(?:\s\S+)*\s\p{Ll}{3,}$/u.test(part.trim()) &&
        parseByline(`By ${part}`) === null &&
        !NOT_PEOPLE.test(part),
    )

/** "Photo: Ada Lem/AP", "Ada Lem / Getty Images": whose picture it is. An agency alone may be the text's. */
const isPictureCredit = (text: string) => findAgencies(text).length === 0 && parsePhotoCredit(text)?.caption === null

/** "Gillman, Steve" is one person. */
const lastFirst = (name: string) => {
  const match = /^(?<last>\p{Lu}[\p{L}'’-]+),\s(?<first>\p{Lu}[\p{L}'’.-]+)$/u.exec(name)?.groups
  return match === undefined ? name : `${match.first} ${match.last}`
}

/** `twitter:label1` says what `twitter:data1` is. */
function labelledAuthors({ meta }: PageFacts): NamedParty[] {
  return ['1', '2'].flatMap((n) => {
    const [label, data] = [meta.get(`twitter:label${n}`)?.[0], meta.get(`twitter:data${n}`)?.[0]]
    return label === undefined || data === undefined || !BYLINE_LABEL.test(label)
      ? []
      : [{ name: plainText(data), kind: 'unknown', source: label } as const]
  })
}

/** Those down to the foot of the text: below it, comments and other pieces have authors too. */
function microdataAuthors({ itemprops }: PageFacts, orderMax: number): NamedParty[] {
  const own = (itemprops.get('author') ?? [])
    .slice(0, MICRODATA_MAX)
    .filter(
      (element) =>
        (element.tag === 'meta' || element.order <= orderMax) && !isComment(element) && !isPictureName(element),
    )
  return own.slice(0, AUTHORS_MAX).map((element) => {
    const name = findInside(element, ({ attributes }) => /(?:^|\s)name(?:\s|$)/.test(attributes.itemprop ?? ''))
    return { name: itempropText(name ?? element), kind: 'unknown', source: 'itemprop author' }
  })
}

const MICRODATA_MAX = 50
/** Lines below the text among which its author may be named. */
const FOOT_LINES_MAX = 12

/** Comments have authors too. */
function isComment(element: PageElement): boolean {
  for (let at = element.parent; at !== null && at.tag !== 'article' && at.tag !== 'body'; at = at.parent) {
    if (/Comment$|Review$/.test(at.attributes.itemtype ?? '') || at.attributes.itemprop === 'comment') return true
    if (COMMENT_ID.test(`${at.attributes.id ?? ''} ${at.attributes.class ?? ''}`)) return true
  }
  return false
}

const COMMENT_ID = /(?:^|[\s_-])comment(?:s|list|-list|-body|-author)?(?:$|[\s_-])/i

function findInside(root: PageElement, test: (element: PageElement) => boolean): PageElement | null {
  let found: PageElement | null = null
  walkElements(root, (element) => {
    if (found !== null) return false
    if (test(element)) found = element
    return found === null
  })
  return found
}

/** The line around the headline that says "By …", or credits an agency. */
function printedLine(
  { blocks, titleIndex, first }: CreditSources,
  house: readonly Set<string>[],
): AuthorWitness | null {
  const bodyStart = Math.max(first, 0)
  const from = Math.max(0, titleIndex < 0 ? bodyStart - 12 : titleIndex - 2)
  const to = Math.min(blocks.length, Math.max(bodyStart + 3, titleIndex + 2), from + BYLINE_LINES_MAX)
  let agencyOnly: AuthorWitness | null = null
  for (let i = from; i < to; i += 1) {
    const { element } = blocks[i]!
    const text =
      BYLINE_LABEL.test(blocks[i]!.text) && blocks[i + 1] !== undefined
        ? `${blocks[i]!.text} ${blocks[i + 1]!.text}`
        : blocks[i]!.text
    if (
      i === titleIndex ||
      text.length > BYLINE_CHARS_MAX ||
      hintsOf(element) & FOREIGN_HINTS ||
      isUnderPicture(element)
    )
      continue
    if (i >= bodyStart && parseDateline(text) !== null) continue
    const lines = text.split('\n')
    for (const line of BYLINE_LABEL.test(lines[0]!) ? [lines.join(' ')] : lines) {
      const parsed = parseByline(line.replace(TRAILING_DATE_LABEL, '').replace(NAME_TWICE, '$1'))
      if (FILLER.test(line) || (parsed?.isMarked !== true && isPictureCredit(line))) continue
      const witness = parsed === null ? bracketedAgency(line) : printedOf(parsed, line, house)
      if (witness === null) continue
      if (parsed?.isMarked) return witness
      const isPlausible = line.length > AGENCY_CODE_CHARS_MAX || isBylineBox(element)
      if (witness.agency !== null && line.length <= AGENCY_LINE_CHARS_MAX && isPlausible) agencyOnly ??= witness
    }
  }
  return agencyOnly
}

/** "AA" is a button for the size of the type before it is an agency. */
const AGENCY_CODE_CHARS_MAX = 4

const isBylineBox = (element: PageElement) =>
  /author|byline|source|credit|agency|autor/i.test(
    `${element.attributes.class ?? ''} ${element.parent?.attributes.class ?? ''}`,
  )

/** "Port Ellery (AFP) 9 March": an agency in brackets on a short line that ends no sentence. */
function bracketedAgency(line: string): AuthorWitness | null {
  const label =
    line.length > AGENCY_LINE_CHARS_MAX || /[.!?]$/.test(line)
      ? undefined
      : /[(（]([^()（）]{2,40})[)）]/u.exec(line)?.[1]
  const agency = label === undefined ? null : findAgency(label)
  return agency === null ? null : { raw: label!, source: 'byline', authors: [], agency, rest: [] }
}

const AGENCY_LINE_CHARS_MAX = 80

function printedOf(parsed: Byline, text: string, house: readonly Set<string>[]): AuthorWitness | null {
  const authors = parsed.authors.filter(
    ({ name }) => !isHouse(name, house) && !NOT_PEOPLE.test(name) && (/\s/.test(name) || !/[\p{Lu}\p{Ll}]/u.test(name)),
  )
  if (authors.length === 0 && parsed.agency === null) return null
  const { raw, agency, rest, isMarked } = parsed
  if (FILLER.test(raw)) return null
  return { raw: withoutBio(raw || text, authors), source: 'byline', authors, agency, rest, isMarked }
}

/** "By Ada Lem Head of Walls, an expert in … for ten years": up to the last name. */
function withoutBio(raw: string, authors: readonly Person[]): string {
  const ends = authors.map(({ name }) => raw.indexOf(name) + name.length)
  const end = Math.max(0, ...ends)
  const isBio = raw.length > BIO_CHARS_MIN && authors.every(({ name }) => raw.includes(name))
  return isBio && end > 0 && raw.length - end > end ? raw.slice(0, end) : raw
}

const BIO_CHARS_MIN = 90

/** "Ada Lem Ada Lem": the words under a picture and those beside it. */
const NAME_TWICE = /(?<=^|\s)(\S+\s\S.{0,60})\s\1$/u
const TWICE = /^(\S.{0,60}\S)\s+\1$/u
/** "Energy / Markets / World": what the piece is filed under, in the box of its author. */
const CATEGORIES = /[^/]\/\s[^/]{1,40}\s\/\s[^/]{1,40}\s\/\s/u
/** The element is marked as the name itself. */
const NAME_RANK = 7

const SECTIONED = /^(?<section>\p{Lu}[\p{L}\s&-]{2,30})\s[·•|]\s(?<names>[^·•|\n\d]{4,80})$/u

function partWitness(part: string, mark: string, house: readonly Set<string>[]): AuthorWitness | null {
  const name = withoutFurniture(part.replace(TWICE, '$1'))
  return isDayName(name) ? null : witnessOf([{ name, kind: 'unknown', source: mark }], mark, house)
}

/** A single word is a name only where the template vouches for it by rel or itemprop. */
function markedOf({ text, mark, rank, isAbout }: AuthorElement, house: readonly Set<string>[]): AuthorWitness | null {
  if (CATEGORIES.test(text)) return null
  const isVouched = ({ name }: Person) => rank >= NAME_RANK || /\s/.test(name) || !/\p{Lu}\p{Ll}/u.test(name)
  const head = partWitness(withoutDate(text), mark, house)
  const people = head?.authors.filter(isVouched) ?? []
  // "Politics · Ada Lem": the section goes before.
  const filed = people.length > 0 || head?.agency ? undefined : SECTIONED.exec(text)?.groups
  const behind = filed === undefined || NOT_PEOPLE.test(filed.section!) ? null : partWitness(filed.names!, mark, house)
  if (behind !== null && behind.authors.length > 0 && behind.authors.every(isVouched) && isNamesAlone(behind))
    return behind
  return head === null || (rank < NAME_RANK && isAbout && !isNamesAlone(head)) ? null : { ...head, authors: people }
}

/** The elements the template marks as the author's: all of the best rank, since two authors have two. */
function markedWitness(
  { root, blocks, titleIndex, first, last, url }: CreditSources,
  house: readonly Set<string>[],
): AuthorWitness | null {
  const elements = authorElements(root, blocks, titleIndex, first, last, url)
  let best: AuthorWitness | null = null
  let rank = 0
  let order = 0
  for (const element of elements) {
    if (best !== null && element.rank < rank) break
    const witness = markedOf(element, house)
    if (witness === null || (witness.authors.length === 0 && witness.agency === null)) continue
    if (best === null) {
      best = witness
      rank = element.rank
      order = element.order
      continue
    }
    if (Math.abs(element.order - order) > NEAR_ELEMENTS_MAX) continue
    const fresh = witness.authors.filter(({ name }) => !best!.authors.some((other) => isWithin(name, other.name)))
    if (fresh.length === 0 || best.authors.length >= AUTHORS_MAX) continue
    // "Ada" over a picture, and "Ada Lem" beside it.
    const others: Person[] = best.authors.filter(({ name }) => !fresh.some((other) => isWithin(name, other.name)))
    const raw: string = best.authors.length > 0 && others.length === 0 ? witness.raw : `${best.raw}, ${witness.raw}`
    best = { ...best, raw, authors: [...others, ...fresh] }
  }
  return best
}

const AUTHORS_MAX = 10
/** Authors of one text stand side by side; farther off are commenters, and writers of other pieces. */
const NEAR_ELEMENTS_MAX = 25
