import type { Field, Person } from '@dateline/domain'
import { type Agency, findAgency } from '../credits/find-agency.ts'
import { type Byline, parseByline } from '../credits/parse-byline.ts'
import { parseDateline } from '../credits/parse-dateline.ts'
import { hintBit, hintsOf } from './class-hints.ts'
import { known, unknown } from './field.ts'
import {
  articleParties,
  itempropText,
  metaOf,
  type NamedParty,
  overlap,
  type PageFacts,
  squeezeName,
  words,
} from './page-facts.ts'
import { type PageElement, textOf, walkElements } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

export type Credits = {
  byline: Field<string>
  authors: Field<Person[]>
  agency: Agency | null
  agencyEvidence: string | null
  rest: string[]
}

type Witness = {
  raw: string
  source: string
  authors: Person[]
  agency: Agency | null
  isPrinted: boolean
  rest: string[]
}

const BYLINE_CHARS_MAX = 300
/** Blocks after the headline among which a byline is looked for. */
const BYLINE_BLOCKS_MAX = 25
const META_AUTHORS = [
  'author',
  'article:author',
  'byl',
  'parsely-author',
  'sailthru.author',
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

/**
 * Who wrote it. Machines' word first (JSON-LD, meta, microdata), checked against what the page prints under its headline:
 * names that both give are certain; names of the house, of agencies and of desks are no people.
 */
export function pageCredits(
  root: PageElement,
  facts: PageFacts,
  blocks: readonly TextBlock[],
  titleIndex: number,
  bodyStart: number,
): Credits {
  const house = houseNames(facts)
  const stated = statedWitness(facts, house)
  const printed = printedWitness(root, blocks, titleIndex, bodyStart, house)
  const agency = printed?.agency ?? stated?.agency ?? null
  const agencyWitness = printed?.agency ? printed : stated?.agency ? stated : null
  const authors = reconciled(stated, printed)
  const byline =
    printed !== null
      ? known(printed.raw, `${printed.source}: ${printed.raw}`, 0.9)
      : stated === null
        ? unknown<string>('no byline')
        : known(stated.raw, `${stated.source}: ${stated.raw}`, 0.7, 'derived')
  return {
    byline,
    authors,
    agency,
    agencyEvidence: agencyWitness === null ? null : `${agencyWitness.source}: ${agencyWitness.raw}`,
    rest: printed?.rest ?? [],
  }
}

function reconciled(stated: Witness | null, printed: Witness | null): Field<Person[]> {
  const [a, b] = [stated?.authors ?? [], printed?.authors ?? []]
  if (a.length === 0 && b.length === 0) return unknown('nobody is named as the author')
  if (stated === null || a.length === 0) return known(b, `${printed!.source}: ${printed!.raw}`, 0.8)
  const evidence = `${stated.source}: ${stated.raw}`
  if (b.length === 0) return known(a, evidence, 0.85)
  const both = a.filter((one) => b.some((other) => squeezeName(other.name) === squeezeName(one.name)))
  if (both.length === a.length) return known(b.length > a.length ? b : withPlaces(a, b), evidence, 0.98)
  return known(a, evidence, both.length > 0 ? 0.9 : 0.75)
}

/** The printed form also knows the house and the place of a person. */
const withPlaces = (stated: readonly Person[], printed: readonly Person[]) =>
  stated.map((one) => printed.find((other) => squeezeName(other.name) === squeezeName(one.name)) ?? one)

function statedWitness(facts: PageFacts, house: readonly Set<string>[]): Witness | null {
  const lists: { parties: NamedParty[]; source: string }[] = [
    { parties: articleParties(facts, 'author'), source: 'JSON-LD author' },
    ...META_AUTHORS.flatMap((name) => {
      const values = facts.meta.get(name) ?? []
      const parties = values.map((value): NamedParty => ({ name: value, kind: 'unknown', source: `meta ${name}` }))
      return parties.length === 0 ? [] : [{ parties, source: `meta ${name}` }]
    }),
    { parties: microdataAuthors(facts), source: 'itemprop author' },
    { parties: articleParties(facts, 'creator'), source: 'JSON-LD creator' },
  ]
  let agencyOnly: Witness | null = null
  for (const { parties, source } of lists) {
    const witness = witnessOf(parties, source, house)
    if (witness === null) continue
    if (witness.authors.length > 0) return witness
    agencyOnly ??= witness
  }
  return agencyOnly
}

function witnessOf(parties: readonly NamedParty[], source: string, house: readonly Set<string>[]): Witness | null {
  const authors: Person[] = []
  let agency: Agency | null = null
  const names: string[] = []
  for (const { name, kind } of parties.slice(0, 40)) {
    if (name === '' || /^https?:|^www\.|@/i.test(name) || name.length > BYLINE_CHARS_MAX) continue
    names.push(name)
    const found = findAgency(name)
    if (found !== null) {
      agency ??= found
      continue
    }
    if (isHouse(name, house)) continue
    const parsed = parseByline(/^(?:by|von|par|por)\s/iu.test(name) ? name : `By ${name}`)
    if (parsed === null) continue
    agency ??= parsed.agency
    if (kind === 'organization' && !/\s/.test(name)) continue
    for (const person of parsed.authors) {
      if (isHouse(person.name, house) || authors.some((other) => squeezeName(other.name) === squeezeName(person.name)))
        continue
      authors.push(person)
    }
  }
  if (authors.length === 0 && agency === null) return null
  return { raw: names.join(', '), source, authors, agency, isPrinted: false, rest: [] }
}

function microdataAuthors({ itemprops }: PageFacts): NamedParty[] {
  return (itemprops.get('author') ?? []).slice(0, 10).map((element) => {
    const name = findInside(element, ({ attributes }) => /(?:^|\s)name(?:\s|$)/.test(attributes.itemprop ?? ''))
    return { name: itempropText(name ?? element), kind: 'unknown', source: 'itemprop author' }
  })
}

function findInside(root: PageElement, test: (element: PageElement) => boolean): PageElement | null {
  let found: PageElement | null = null
  walkElements(root, (element) => {
    if (found !== null) return false
    if (test(element)) found = element
    return found === null
  })
  return found
}

const BYLINE_HINT = hintBit('byline')
const FOREIGN_HINTS = hintBit('comment') | hintBit('related')

/** The first line between headline and text that reads as a byline; else an element near it that is marked as one. */
function printedWitness(
  root: PageElement,
  blocks: readonly TextBlock[],
  titleIndex: number,
  bodyStart: number,
  house: readonly Set<string>[],
): Witness | null {
  const from = Math.max(0, titleIndex < 0 ? bodyStart - 12 : titleIndex - 2)
  const to = Math.min(blocks.length, Math.max(bodyStart + 3, titleIndex + 2), from + BYLINE_BLOCKS_MAX)
  let plain: Witness | null = null
  for (let i = from; i < to; i += 1) {
    const { text, element } = blocks[i]!
    if (i === titleIndex || text.length > BYLINE_CHARS_MAX || hintsOf(element) & FOREIGN_HINTS) continue
    const parsed = i >= bodyStart && parseDateline(text) !== null ? null : parseByline(text)
    if (parsed === null) continue
    const marked =
      parsed.isMarked ||
      ((hintsOf(element) | (element.parent === null ? 0 : hintsOf(element.parent))) & BYLINE_HINT) !== 0 ||
      hasAuthorLink(blocks[i]!)
    const witness = printedOf(parsed, text, house)
    if (witness === null) continue
    if (marked) return witness
    plain ??= parsed.agency !== null ? witness : null
  }
  return plain ?? relAuthor(root, house)
}

const hasAuthorLink = ({ pieces }: TextBlock) =>
  pieces.some(
    ({ link }) =>
      link !== null &&
      (/(?:^|\s)author(?:\s|$)/i.test(link.attributes.rel ?? '') ||
        /\/(?:authors?|by|staff|people|profile|autor|auteur|redaktion|columnist)s?\//i.test(
          link.attributes.href ?? '',
        )),
  )

function printedOf(parsed: Byline, text: string, house: readonly Set<string>[]): Witness | null {
  const authors = parsed.authors.filter(({ name }) => !isHouse(name, house))
  if (authors.length === 0 && parsed.agency === null) return null
  return {
    raw: parsed.raw || text,
    source: 'byline',
    authors,
    agency: parsed.agency,
    isPrinted: true,
    rest: parsed.rest,
  }
}

function relAuthor(root: PageElement, house: readonly Set<string>[]): Witness | null {
  const names: NamedParty[] = []
  walkElements(root, (element) => {
    if (names.length >= 5) return false
    if (element.tag === 'a' && /(?:^|\s)author(?:\s|$)/i.test(element.attributes.rel ?? ''))
      names.push({ name: textOf(element, 200), kind: 'unknown', source: 'rel=author' })
    return true
  })
  const first = witnessOf(names.slice(0, 1), 'rel=author', house)
  return first === null ? null : { ...first, isPrinted: true }
}

/** Names of the outlet, which templates put where the author belongs. */
function houseNames(facts: PageFacts): Set<string>[] {
  const names = [
    metaOf(facts, 'og:site_name')?.value,
    metaOf(facts, 'application-name')?.value,
    ...articleParties(facts, 'publisher').map(({ name }) => name),
  ]
  return names.filter((name) => name !== undefined).map(words)
}

function isHouse(name: string, house: readonly Set<string>[]): boolean {
  const mine = words(name)
  return house.some((other) => overlap(mine, other) >= 0.5)
}

export const metaAuthorOf = (facts: PageFacts) => metaOf(facts, ...META_AUTHORS)
