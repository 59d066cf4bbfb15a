import type { Field, Person } from '@dateline/domain'
import { getDomainWithoutSuffix, parse } from 'tldts'
import { type Agency, findAgency } from '../credits/find-agency.ts'
import { type Byline, parseByline } from '../credits/parse-byline.ts'
import { parseDateline } from '../credits/parse-dateline.ts'
import { isDayName } from '../dates/lexicon.ts'
import { type AuthorElement, authorElements } from './author-elements.ts'
import { hintsOf } from './class-hints.ts'
import {
  BYLINE_LABEL,
  BYLINE_LINES_MAX,
  deskByline,
  FOREIGN_HINTS,
  TRAILING_DATE_LABEL,
  withoutDate,
} from './desk-byline.ts'
import { known, unknown } from './field.ts'
import { loneName } from './lone-names.ts'
import {
  articleParties,
  itempropText,
  metaOf,
  type NamedParty,
  overlap,
  type PageFacts,
  plainText,
  squeezeName,
  words,
} from './page-facts.ts'
import { type PageElement, walkElements } from './page-tree.ts'
import { type AuthorWitness, isNamesAlone, reconciledAuthors, sharesAuthor } from './reconciled-authors.ts'
import { isUnderPicture } from './side-boxes.ts'
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
  const byline =
    printed !== null
      ? known(printed.raw, `${printed.source}: ${printed.raw}`, 0.9)
      : lone !== null
        ? known(lone.raw, `${lone.source}: ${lone.raw}`, 0.6, 'inferred')
        : stated !== null
          ? known(stated.raw, `${stated.source}: ${stated.raw}`, 0.7, 'derived')
          : (deskByline(sources) ?? unknown<string>('no byline'))
  return {
    byline,
    authors:
      lone === null
        ? reconciledAuthors(stated, marked)
        : known(lone.authors, `${lone.source}: ${lone.raw}`, 0.6, 'inferred'),
    agency: agencyWitness?.agency ?? null,
    agencyEvidence: agencyWitness === null ? null : `${agencyWitness.source}: ${agencyWitness.raw}`,
    rest: line?.rest ?? [],
  }
}

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
    if (name.length > BYLINE_CHARS_MAX || names.includes(name)) continue
    names.push(name)
    const found = findAgency(name)
    agency ??= found
    if (found !== null || isHouse(name, house) || namesHost(name)) continue
    const own = parseByline(name)
    // "Door ANP" credits an agency, and would be a name after "By".
    const isAgencyAlone = own?.agency != null && own.authors.length === 0
    // Scripts without capitals have no name that such a word begins.
    const isUncased = own?.isMarked === true && !/[\p{Lu}\p{Ll}]/u.test(name)
    const isOpened = isAgencyAlone || isUncased || /^(?:by|von|par|por)\s/iu.test(name)
    const parsed = isOpened ? own : parseByline(`By ${lastFirst(name)}`)
    agency ??= parsed?.agency ?? null
    const people =
      parsed?.authors ?? (kind === 'person' && isPlainName(name) ? [{ name, affiliation: null, place: null }] : [])
    for (const person of people) {
      if (isHouse(person.name, house) || NOT_PEOPLE.test(person.name)) continue
      if (!authors.some((other) => squeezeName(other.name) === squeezeName(person.name))) authors.push(person)
    }
  }
  const isShort = ({ name }: Person) =>
    !/\s/.test(name) && authors.some((other) => other.name.split(' ').length > 1 && other.name.startsWith(`${name} `))
  return names.length === 0
    ? null
    : { raw: names.join(', '), source, authors: authors.filter((one) => !isShort(one)), agency, rest: [] }
}

/** What templates and systems say where nobody is named: "No Author", a variable that nothing was put into. */
const FILLER =
  /^\W*(?:no (?:author|name|byline)|(?:author )?unknown|unknown author|none|null|undefined|n\/a|not set|w(?:ord)?p(?:ress)? ?admin)\W*$|^[a-z]\w{2,}(?:\.[a-z]\w{2,}){2,}$|\{\{|%\w+%/i

/** "Gillman, Steve" is one person. */
const lastFirst = (name: string) => {
  const match = /^(?<last>\p{Lu}[\p{L}'’-]+),\s(?<first>\p{Lu}[\p{L}'’.-]+)$/u.exec(name)?.groups
  return match === undefined ? name : `${match.first} ${match.last}`
}

/** Declared to be a person, and nothing in the words speaks against it: pen names, single names, scripts without case. */
const isPlainName = (name: string) =>
  name.length <= 60 && !/[\d<>{}|/\\]|https?:/.test(name) && name.split(/\s+/).length <= 5 && !NOT_PEOPLE.test(name)

const NOT_PEOPLE =
  /(?<!\p{L})(?:team|staff|editors?|editorial|admin(?:istrator)?|redaktion|redacci[oó]n|r[ée]daction|redazione|redação|redactie|newsroom|newsdesk|desk|agency|agencies|group|inc|llc|ltd|gmbh|media|magazine|news|press|marketing|author|guest|anonymous|contributors?|correspondent|writer|reporter|officer|founder|director|ceo|share|tweet|click|here|subscribe|read|more|written|updated|published|posts?|articles?|category|home|blog|twitter|facebook|instagram|linkedin|whatsapp|youtube|link|size|nachrichten|autor(?:in)?|auteur|alle|beiträge|artikel|registrieren|mehr|weitere|commons|follow|sign|login|menu|search|comments?|tags?|topics?|min|minutes|university|institute|foundation|company|services?|clinic|store|shop)(?!\p{L})/iu

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
    .filter((element) => (element.tag === 'meta' || element.order <= orderMax) && !isComment(element))
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
    for (const line of text.split('\n')) {
      const parsed = parseByline(line.replace(TRAILING_DATE_LABEL, ''))
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
  return { raw: raw || text, source: 'byline', authors, agency, rest, isMarked }
}

/** "Ada Lem Ada Lem": the words under a picture and those beside it. */
const TWICE = /^(\S.{0,60}\S)\s+\1$/u
/** "Energy / Markets / World": what the piece is filed under, in the box of its author. */
const CATEGORIES = /[^/]\/\s[^/]{1,40}\s\/\s[^/]{1,40}\s\/\s/u
/** The element is marked as the name itself. */
const NAME_RANK = 7

/** A single word is a name only where the template vouches for it by rel or itemprop. */
function markedOf({ text, mark, rank, isAbout }: AuthorElement, house: readonly Set<string>[]): AuthorWitness | null {
  const name = withoutDate(text).replace(TWICE, '$1')
  const witness =
    isDayName(name) || CATEGORIES.test(text) ? null : witnessOf([{ name, kind: 'unknown', source: mark }], mark, house)
  if (witness === null || rank >= NAME_RANK) return witness
  if (isAbout && !isNamesAlone(witness)) return null
  return { ...witness, authors: witness.authors.filter(({ name }) => /\s/.test(name) || !/\p{Lu}\p{Ll}/u.test(name)) }
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
    best = { ...best, raw: `${best.raw}, ${witness.raw}`, authors: [...others, ...fresh] }
  }
  return best
}

const isWithin = (name: string, other: string): boolean => squeezeName(other).includes(squeezeName(name))

const AUTHORS_MAX = 10
/** Authors of one text stand side by side; farther off are commenters, and writers of other pieces. */
const NEAR_ELEMENTS_MAX = 25

/** Names of the outlet, which templates put where the author belongs. */
function houseNames(facts: PageFacts, url: string | null): Set<string>[] {
  const domain = url === null ? null : getDomainWithoutSuffix(url)
  const names = [
    metaOf(facts, 'og:site_name')?.value,
    metaOf(facts, 'application-name')?.value,
    ...articleParties(facts, 'publisher').map(({ name }) => name),
    ...titleTail(facts),
    domain ?? undefined,
  ]
  return names.filter((name) => name !== undefined).map(words)
}

/** "Headline - Outlet": the short last part of the title. */
function titleTail({ title }: PageFacts): string[] {
  const parts = (title ?? '').split(/\s[|–—-]\s/)
  const tail = parts.length < 2 ? undefined : plainText(parts.at(-1)!)
  return tail === undefined || words(tail).size > 4 ? [] : [tail]
}

/** "Saltwick Post (www.post.example)": who gives a host for a name is a house. */
const namesHost = (name: string) =>
  !name.includes(',') &&
  name.split(/[\s()[\]/]+/).some((word) => /^[\w-]{2,}(?:\.[a-z]{2,})+$/.test(word) && parse(word).isIcann === true)

function isHouse(name: string, house: readonly Set<string>[]): boolean {
  const mine = words(name)
  const squeezed = squeezeName(name)
  return house.some((other) => overlap(mine, other) >= 0.5 || squeezed === squeezeName([...other].join('')))
}
