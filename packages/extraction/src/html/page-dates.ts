import type { Field, When } from '@dateline/domain'
import { parseDatePhrase } from '../dates/parse-date-phrase.ts'
import { known, unknown } from './field.ts'
import { stringOf, typesOf } from './json-ld.ts'
import { localDay, machineDate } from './machine-date.ts'
import { articleValue, type Fact, metaOf, type PageFacts } from './page-facts.ts'
import { type PageElement, textOf } from './page-tree.ts'
import { type DateSearch, printedDates, UPDATED } from './printed-dates.ts'

export type PageDates = { publishedAt: Field<When>; modifiedAt: Field<When> }

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
] as const

/** A day may lie ahead of the capture by this much: pages are dated in their own zone. */
const AHEAD_MS_MAX = 36 * 3_600_000

export type DateSources = DateSearch & { facts: PageFacts; url: string | null; times: readonly PageElement[] }

/** A line that is nothing but a date under the headline, or says that it is one. */
const CLEAR_MIN = 0.8

type Candidate = { when: When; evidence: string; confidence: number }

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

  const statedPublished = firstOf([
    stated(articleValue(facts, 'datePublished')),
    ...PUBLISHED_METAS.map((name) => stated(metaOf(facts, name))),
    itempropDate(facts, 'datePublished'),
    stated(articleValue(facts, 'dateCreated', 'uploadDate')),
    itempropDate(facts, 'dateCreated'),
    stated(webPageValue(facts, 'datePublished')),
  ])
  const weak = [...WEAK_METAS.map((name) => stated(metaOf(facts, name))), ...otherMetas(facts)]
  const statedModified = firstOf([
    stated(articleValue(facts, 'dateModified')),
    ...MODIFIED_METAS.map((name) => stated(metaOf(facts, name))),
    itempropDate(facts, 'dateModified'),
    stated(webPageValue(facts, 'dateModified')),
  ])
  const printed = printedDates(sources)
  const shown = printed.filter(({ isModified }) => !isModified)
  const clear = shown.filter(({ confidence }) => confidence >= CLEAR_MIN)
  const published =
    statedPublished === null
      ? sharpened(
          firstOf([
            ...clear,
            urlDate(url),
            ...weak,
            ...shown,
            classedTime(sources),
            titleDate(facts),
            openingDate(sources),
            scriptDate(facts),
          ]),
          weak,
        )
      : withLocalDay(statedPublished, [urlDate(url), ...shown])
  const modified = statedModified ?? firstOf(printed.filter(({ isModified }) => isModified))
  return {
    publishedAt: fieldOf(published, 'no date of publication in markup, text or URL'),
    modifiedAt: fieldOf(modified, 'no date of modification'),
  }
}

/** A printed day that a weak meta tag gives to the second: the tag's, since both are of one mind. */
function sharpened(candidate: Candidate | null, weak: readonly (Candidate | null)[]): Candidate | null {
  const day = candidate?.when.at.slice(0, 10)
  return weak.find((other) => other !== null && localDay(other.when) === day) ?? candidate
}

const DAY_MS = 86_400_000

/** A page that states an instant in UTC, and shows the day before or after it, shows the day at the place of writing. */
function withLocalDay(candidate: Candidate, shown: readonly (Candidate | null)[]): Candidate {
  const { when } = candidate
  if (when.zone !== 'stated' || when.offset !== undefined || when.at.length < 16) return candidate
  const utcDay = when.at.slice(0, 10)
  for (const other of shown) {
    const day = other?.when.at.slice(0, 10)
    if (day === utcDay) return candidate
    if (day !== undefined && Math.abs(Date.parse(day) - Date.parse(utcDay)) === DAY_MS)
      return { ...candidate, when: { ...when, localDay: day } }
  }
  return candidate
}

function fieldOf(candidate: Candidate | null, reason: string): Field<When> {
  if (candidate === null) return unknown(reason)
  const { when, evidence, confidence } = candidate
  return known(when, evidence, confidence, evidence.startsWith('URL') ? 'derived' : 'explicit')
}

function stated(fact: Fact | null): Candidate | null {
  if (fact === null) return null
  const when = machineDate(fact.value) ?? parseDatePhrase({ text: fact.value, reference: null })
  return when === null || when.precision === 'year' || when.precision === 'month'
    ? null
    : { when, evidence: `${fact.source}: ${fact.value}`, confidence: 0.97 }
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

const PUBLISHED_META = /publi|issued|pubdate|posted|created/
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

/** A `<time>` whose class says it is the entry's own, wherever it stands: only if all of them give one day. */
function classedTime({ times }: DateSources): Candidate | null {
  const own = times.filter(({ attributes }) =>
    /(?:^|[\s_-])(?:published|entry-date|pubdate|post-date|publish-date|date-published)(?:$|[\s_-])/i.test(
      attributes.class ?? '',
    ),
  )
  const found = own
    .map(({ attributes }) => stated({ value: attributes.datetime ?? '', source: 'time' }))
    .filter((candidate) => candidate !== null)
  const days = new Set(found.map(({ when }) => when.at.slice(0, 10)))
  return days.size === 1 ? { ...found[0]!, confidence: 0.75 } : null
}

/** "Headline | Outlet | 28.04.2023": the last part of the title. */
function titleDate({ title }: PageFacts): Candidate | null {
  const tail = title
    ?.split(/\s[|–—-]\s/)
    .at(-1)
    ?.trim()
  if (tail === undefined || tail.length > 30 || !/\d{4}/.test(tail)) return null
  const found = stated({ value: tail, source: 'title' })
  return found === null ? null : { ...found, confidence: 0.8 }
}

const OPENING_CHARS_MAX = 60

/** A date at the head of the text, as in datelines: "Karlsruhe, (12.11.2021). ". */
function openingDate({ blocks, first, language }: DateSources): Candidate | null {
  const head = blocks[first]?.text.slice(0, OPENING_CHARS_MAX)
  if (head !== undefined && UPDATED.test(head)) return null
  const opening =
    head === undefined
      ? undefined
      : /^[^.!?]{0,30}?\(?(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d{2}|\d{1,2}\.?\s\p{L}{3,10}\.?\s(?:19|20)\d{2}|\p{L}{3,10}\.?\s\d{1,2},?\s(?:19|20)\d{2})/u.exec(
          head,
        )?.[0]
  const when = opening === undefined ? null : parseDatePhrase({ text: opening, reference: null, language })
  return when === null || when.precision !== 'day'
    ? null
    : { when, evidence: `head of the text: ${opening}`, confidence: 0.6 }
}

const SCRIPT_DATE =
  /["']?(?:date_?published|published_?(?:at|on|date|time)|publish_?(?:date|time|at)|(?:first_?)?publication_?date|pub_?date|firstPublishedAt|post_date)["']?\s*[:=]\s*["']([^"'\\]{8,40})["']/gi
const SCRIPT_DATES_MAX = 50

/** State that the page carries for its own code: only if all of it gives one day. */
function scriptDate({ scripts }: PageFacts): Candidate | null {
  let found: Candidate | null = null
  let seen = 0
  for (const script of scripts) {
    for (const match of script.matchAll(SCRIPT_DATE)) {
      seen += 1
      const candidate = seen > SCRIPT_DATES_MAX ? null : stated({ value: match[1]!, source: 'script' })
      if (candidate === null) continue
      if (found !== null && found.when.at.slice(0, 10) !== candidate.when.at.slice(0, 10)) return null
      found ??= { ...candidate, confidence: 0.7 }
    }
  }
  return found
}

function itempropDate({ itemprops }: PageFacts, name: string): Candidate | null {
  for (const element of itemprops.get(name) ?? []) {
    const value = element.attributes.datetime ?? element.attributes.content ?? textOf(element, 100)
    const found = stated({ value, source: `itemprop ${name}` })
    if (found !== null) return found
  }
  return null
}

const URL_DAY =
  /[/_.-](?<year>(?:19|20)\d{2})[/_.-]?(?<month>0[1-9]|1[0-2])[/_.-]?(?<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/

/** A day in the path: /2021/12/30/, -20211230. */
function urlDate(url: string | null): Candidate | null {
  const path = url === null ? undefined : URL.parse(url)?.pathname
  const groups = path === undefined ? undefined : URL_DAY.exec(path)?.groups
  const when = groups === undefined ? null : machineDate(`${groups.year}-${groups.month}-${groups.day}`)
  return when === null ? null : { when, evidence: `URL: ${url}`, confidence: 0.8 }
}
