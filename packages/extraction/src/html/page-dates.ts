import type { Field, When } from '@dateline/domain'
import { hintBit, hintsOf } from './class-hints.ts'
import { type Candidate, type DateSources, isNoFiller, stated } from './date-candidate.ts'
import { fallbackDates, fallbackModified, openingDate, pathDate, titleDate, urlDate } from './fallback-dates.ts'
import { known, unknown } from './field.ts'
import { stringOf, typesOf } from './json-ld.ts'
import { localDay } from './machine-date.ts'
import { articleValue, type Fact, metaOf, type PageFacts } from './page-facts.ts'
import { type PageElement, textOf } from './page-tree.ts'
import { isInHead, type PrintedDate, printedDates } from './printed-dates.ts'
import { lastChange, midnightAsDay, withPrintedZone, withZone } from './settled-dates.ts'

export type PageDates = {
  publishedAt: Field<When>
  modifiedAt: Field<When>
  /** The day that readers are shown with the headline, whatever it stands for; null where none is. */
  shown: PrintedDate | null
}

const PUBLISHED_METAS = [
  'article:published_time',
  'article:published',
  'datepublished',
  'og:published_time',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_date',
  'publication_date',
  'pubdate',
  'pub_date',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'ptime',
  'rnews:datepublished',
  'originalpublicationdate',
  'citation_publication_date',
  'date_published',
  'dateposted',
  'release_date',
  'article.published',
  'article.created',
  'bt:pubdate',
  'vr:published_time',
] as const
/** Systems put the day of the last save, of the index, of the event into these as well. */
const WEAK_METAS = [
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'date',
  'timestamp',
  'created',
  'datecreated',
  'date_created',
  'doc_date',
  'eprints.date',
  'displaydate',
  'citation_date',
] as const
const MODIFIED_METAS = [
  'article:modified_time',
  'article:updated',
  'article:modified',
  'datemodified',
  'og:updated_time',
  'og:modified_time',
  'dc.date.modified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
  'lastmodified',
  'last_updated',
  'revision_date',
  'article.updated',
  'updated_time',
  'dateupdate',
] as const

/** A day may lie ahead of the capture by this much: pages are dated in their own zone. */
const AHEAD_MS_MAX = 36 * 3_600_000

const DAY_MS = 86_400_000
/** An address keeps its day when the piece is moved to another system, which then states the day of the move. */
const ADDRESS_AGE_MS_MIN = 365 * DAY_MS

/** A line that is nothing but a date under the headline, or says that it is one. */
const CLEAR_MIN = 0.8

/**
 * When it was published and last changed: by what the markup states, then by what is printed around the headline, then by
 * the URL. A `<time>` inside a teaser card is another article's and is not asked.
 *
 * @param capturedAt nothing later than this (and a day and a half for time zones) is believed.
 */
export function pageDates(sources: DateSources): PageDates {
  const { facts, url, capturedAt } = sources
  const isPast = ({ when }: Candidate) =>
    capturedAt === null || Date.parse(when.at) <= Date.parse(capturedAt) + AHEAD_MS_MAX
  const firstOf = (candidates: readonly (Candidate | null)[]) =>
    candidates.find((candidate) => candidate !== null && isPast(candidate)) ?? null

  const statedPublications = [
    stated(articleValue(facts, 'datePublished')),
    ...PUBLISHED_METAS.map((name) => stated(metaOf(facts, name))),
    itempropDate(sources, 'datePublished'),
    ...[stated(articleValue(facts, 'dateCreated', 'uploadDate')), itempropDate(sources, 'dateCreated')].filter(
      isNoFiller,
    ),
    stated(webPageValue(facts, 'datePublished')),
  ]
  const statedPublished = firstOf(statedPublications)
  const weak = [...WEAK_METAS.map((name) => stated(metaOf(facts, name))), ...otherMetas(facts)].filter(isNoFiller)
  const statedChanges = [
    stated(articleValue(facts, 'dateModified')),
    ...MODIFIED_METAS.map((name) => stated(metaOf(facts, name))),
    itempropDate(sources, 'dateModified'),
    stated(webPageValue(facts, 'dateModified')),
  ]
  const printed = printedDates(sources)
  const addresses = [url, facts.canonicalLinks[0], metaOf(facts, 'og:url')?.value].map((address) =>
    urlDate(address ?? null),
  )
  // Where the head gives the day of a change alone, days farther off are other pieces'.
  const isChangeAlone =
    printed.some((date) => isChange(date) && isInHead(date.index, sources)) &&
    !printed.some((date) => !isChange(date) && isInHead(date.index, sources))
  const shown = printed.filter((date) => !isChange(date) && (date.isPublished || !isChangeAlone))
  const clear = shown.filter(({ confidence }) => confidence >= CLEAR_MIN)
  const named = [...statedChanges, ...printed.filter(isChange)].filter((change) => change !== null && isPast(change))
  const modified = named[0] ?? firstOf([fallbackModified(sources)])
  const head = printed.filter(
    (date) => date.isInWords && date.confidence >= HEAD_MIN && isInHead(date.index, sources) && isPast(date),
  )
  const published =
    statedPublished === null
      ? sharpened(
          firstOf([
            ...printed.filter(({ isOriginal }) => isOriginal),
            ...clear,
            ...addresses,
            titleDate(facts),
            ...shown.filter(({ index }) => isInHead(index, sources)),
            ...weak,
            openingDate(sources),
            ...shown,
            ...[...fallbackDates(sources)].filter((date) => date === null || !isSameDay(date, modified)),
          ]),
          weak,
        )
      : (olderAddress(statedPublished, url) ??
        contradicted(statedPublished, modified, printed, head) ??
        withLocalDay(statedPublished, [...addresses, ...shown]))
  let others: readonly Candidate[] | null = null
  const datesOfPage = () => {
    others ??= [...statedPublications, ...named, ...weak, ...printed, ...timesOf(sources)].filter(
      (date) => date !== null,
    )
    return others
  }
  const inZone = (date: Candidate) => withZone(date, datesOfPage)
  const publication = published === null ? null : inZone(published)
  const change = lastChange(
    publication,
    (named.length > 0 ? named : [modified]).filter((date) => date !== null).map(inZone),
  )
  return {
    publishedAt: fieldOf(publication, printed, 'no date of publication in markup, text or URL'),
    modifiedAt: fieldOf(
      change,
      printed,
      modified === null ? 'no date of modification' : 'the change it names is earlier than its publication',
    ),
    shown:
      head.find(({ isModified }) => !isModified) ??
      shown.find((date) => published !== null && isSameDay(date, published)) ??
      head[0] ??
      null,
  }
}

const isChange = ({ isModified, isUnderChange, isPublished }: PrintedDate) =>
  isModified || (isUnderChange && !isPublished)

/** Under the headline even a line with other words in it is the article's own. */
const HEAD_MIN = 0.7

function olderAddress(candidate: Candidate, url: string | null): Candidate | null {
  const address = pathDate(url)
  const isOlder = address !== null && Date.parse(dayOf(candidate)) - Date.parse(dayOf(address)) > ADDRESS_AGE_MS_MIN
  return isOlder ? address : null
}

const dayOf = ({ when }: Candidate) => when.localDay ?? localDay(when)

const isSameDay = (a: Candidate, b: Candidate | null) => b !== null && dayOf(a) === dayOf(b)

/**
 * The day printed under the headline where it is neither the stated day of publication nor that of a change: the stated one
 * is then a stamp of the system (a migration, a re-index), which readers are not told. So too a date printed as that of
 * publication that lies before a stamp which publication and change share.
 */
function contradicted(
  candidate: Candidate,
  modified: Candidate | null,
  printed: readonly PrintedDate[],
  head: readonly PrintedDate[],
): Candidate | null {
  const stamp = Date.parse(dayOf(candidate))
  const isFar = (date: Candidate) => Math.abs(Date.parse(dayOf(date)) - stamp) > DAY_MS
  const under = head.find((date) => !isChange(date))
  if (under !== undefined && isFar(under) && !isSameDay(under, modified) && !isSameDay(under, candidate)) {
    if (under.isPublished || !printed.some((date) => isSameDay(date, candidate))) return under
  }
  if (!isSameDay(candidate, modified)) return null
  const labelled = printed.filter((date) => date.isPublished && !isChange(date))
  const days = new Set(labelled.map(dayOf))
  const [only] = labelled
  return only !== undefined && days.size === 1 && isFar(only) && Date.parse(dayOf(only)) < stamp ? only : null
}

/** A printed day that a weak meta tag gives to the second: the tag's, since both are of one mind. */
function sharpened(candidate: Candidate | null, weak: readonly (Candidate | null)[]): Candidate | null {
  if (candidate === null) return null
  return weak.find((other) => other !== null && isSameDay(other, candidate)) ?? candidate
}

/** A page that states an instant in UTC, and shows the day before or after it, shows the day at the place of writing. */
function withLocalDay(candidate: Candidate, shown: readonly (Candidate | null)[]): Candidate {
  const { when } = candidate
  if (when.zone !== 'stated' || (when.offset ?? '+00:00') !== '+00:00' || when.at.length < 16) return candidate
  const utcDay = when.at.slice(0, 10)
  for (const other of shown) {
    const day = other === null ? undefined : dayOf(other)
    if (day === utcDay) return candidate
    if (day !== undefined && Math.abs(Date.parse(day) - Date.parse(utcDay)) === DAY_MS)
      return { ...candidate, when: { ...when, localDay: day } }
  }
  return candidate
}

/** What every `<time>` of the page says, in words and in its attribute, to which the words may give the zone. */
const timesOf = ({ times }: DateSources): (Candidate | null)[] =>
  times.flatMap((element) => {
    const text = textOf(element, 80)
    const [printed, machine] = [text, element.attributes.datetime].map((value) =>
      stated(value ? { value, source: 'time' } : null),
    ) as [Candidate | null, Candidate | null]
    return [printed, machine === null ? null : withPrintedZone(machine, text)]
  })

function fieldOf(candidate: Candidate | null, printed: readonly PrintedDate[], reason: string): Field<When> {
  if (candidate === null) return unknown(reason)
  const { when, evidence, confidence } = midnightAsDay(candidate, printed)
  return known(when, evidence, confidence, evidence.startsWith('URL') ? 'derived' : 'explicit')
}

/** Of the node about the page itself, where none is about an article. */
function webPageValue({ nodes }: PageFacts, key: string): Fact | null {
  for (const node of nodes) {
    const type = typesOf(node).find((name) =>
      /WebPage$|^Question$|^VideoObject$|^Event$|^Product$|^PodcastEpisode$/.test(name),
    )
    const value = type === undefined ? null : stringOf(node[key])
    if (value !== null) return { value, source: `JSON-LD ${type} ${key}` }
  }
  return null
}

const PUBLISHED_META = /publi|issued|pubdate|posted|created|uploaded/
const NOT_PUBLISHED_META = /publisher|modif|updat/

/** Metas of unknown name that speak of publishing and hold a date. */
function* otherMetas({ meta }: PageFacts): Generator<Candidate> {
  for (const [name, [value]] of meta) {
    if (!PUBLISHED_META.test(name) || NOT_PUBLISHED_META.test(name) || value === undefined || !/\d{2}/.test(value))
      continue
    const found = stated({ value, source: `meta ${name}` })
    if (found !== null) yield { ...found, confidence: 0.85 }
  }
}

const FOREIGN = hintBit('comment') | hintBit('related')

/** Of a comment, or of another piece in a list of such. */
function isForeign(element: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null && at.tag !== 'body'; at = at.parent)
    if (hintsOf(at) & FOREIGN) return true
  return false
}

/** More days than these under one property are those of a list of pieces. */
const ITEMPROP_DAYS_MAX = 2
/** Elements over the headline among which its date may stand. */
const ELEMENTS_ABOVE_MAX = 300

function itempropDate({ facts, blocks, titleIndex, first, last }: DateSources, name: string): Candidate | null {
  const found: { order: number; candidate: Candidate }[] = []
  for (const element of facts.itemprops.get(name) ?? []) {
    if (isForeign(element)) continue
    const value = element.attributes.datetime ?? element.attributes.content ?? textOf(element, 100)
    const candidate = stated({ value, source: `itemprop ${name}` })
    if (candidate !== null) found.push({ order: element.order, candidate })
  }
  if (new Set(found.map(({ candidate }) => dayOf(candidate))).size <= ITEMPROP_DAYS_MAX)
    return found[0]?.candidate ?? null
  const from = (blocks[titleIndex] ?? blocks[first])?.element.order ?? 0
  const to = blocks[last]?.element.order ?? Number.POSITIVE_INFINITY
  return found.find(({ order }) => order >= from - ELEMENTS_ABOVE_MAX && order <= to)?.candidate ?? null
}
