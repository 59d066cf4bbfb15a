import type { Field, When } from '@dateline/domain'
import { known, unknown } from './field.ts'
import { machineDate } from './machine-date.ts'
import { articleValue, type Fact, metaOf, type PageFacts } from './page-facts.ts'
import type { PageElement } from './page-tree.ts'

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
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
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
  'date',
  'displaydate',
  'ptime',
  'rnews:datepublished',
  'originalpublicationdate',
  'citation_publication_date',
  'citation_date',
  'timestamp',
  'doc_date',
  'date_published',
  'dateposted',
  'created',
  'datecreated',
  'date_created',
  'release_date',
  'article.published',
  'article.created',
  'bt:pubdate',
  'vr:published_time',
  'eprints.date',
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

/**
 * When it was published and last changed, by what the markup states, then by `<time>` near the headline, then by the URL.
 *
 * @param capturedAt nothing later than this (and a day and a half for time zones) is believed.
 */
export function pageDates(
  facts: PageFacts,
  times: readonly PageElement[],
  url: string | null,
  capturedAt: string | null,
): PageDates {
  const isPast = (when: When) => capturedAt === null || Date.parse(when.at) <= Date.parse(capturedAt) + AHEAD_MS_MAX
  const first = (facts: readonly (Fact | null)[]): { when: When; fact: Fact } | null => {
    for (const fact of facts) {
      const when = fact === null ? null : machineDate(fact.value)
      if (when !== null && isPast(when)) return { when, fact: fact! }
    }
    return null
  }
  const published = first([
    articleValue(facts, 'datePublished'),
    ...PUBLISHED_METAS.map((name) => metaOf(facts, name)),
    articleValue(facts, 'dateCreated', 'uploadDate'),
    itempropDate(facts, 'datePublished'),
    itempropDate(facts, 'dateCreated'),
    ...times.map(timeFact),
  ])
  const modified = first([
    articleValue(facts, 'dateModified'),
    ...MODIFIED_METAS.map((name) => metaOf(facts, name)),
    itempropDate(facts, 'dateModified'),
  ])
  const fromUrl = published === null ? urlDate(url) : null
  const publishedAt =
    published !== null
      ? known(
          published.when,
          `${published.fact.source}: ${published.fact.value}`,
          /^JSON-LD|^meta/.test(published.fact.source) ? 0.97 : 0.85,
        )
      : fromUrl !== null && isPast(fromUrl)
        ? known(fromUrl, `URL: ${url}`, 0.8, 'derived')
        : unknown<When>('no date in markup or URL')
  const modifiedAt =
    modified === null
      ? unknown<When>('no modification date')
      : known(modified.when, `${modified.fact.source}: ${modified.fact.value}`, 0.9)
  return { publishedAt, modifiedAt }
}

function itempropDate({ itemprops }: PageFacts, name: string): Fact | null {
  for (const element of itemprops.get(name) ?? []) {
    const value = element.attributes.datetime ?? element.attributes.content
    if (value !== undefined && machineDate(value) !== null) return { value, source: `itemprop ${name}` }
  }
  return null
}

function timeFact({ attributes }: PageElement): Fact | null {
  const value = attributes.datetime ?? attributes.content
  return value === undefined ? null : { value, source: 'time' }
}

const URL_DAY =
  /[/_.-](?<year>(?:19|20)\d{2})[/_.-]?(?<month>0[1-9]|1[0-2])[/_.-]?(?<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/

/** A day in the path: /2021/12/30/, -20211230. */
function urlDate(url: string | null): When | null {
  const path = url === null ? undefined : URL.parse(url)?.pathname
  const groups = path === undefined ? undefined : URL_DAY.exec(path)?.groups
  return groups === undefined ? null : machineDate(`${groups.year}-${groups.month}-${groups.day}`)
}
