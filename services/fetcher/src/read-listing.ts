import { isArticleUrlCandidate, type ListingRefusal } from '@dateline/domain'
import { findSectionLinks, parseFeed, parseSitemap, type Sitemap, type SitemapUrl } from '@dateline/feed-formats'
import { type Fetcher, type FetchResult, fetchDocument } from '@dateline/http-fetch'
import type { SourcePoll } from '@dateline/work-state'

/** One URL that a source lists, with what the listing says of it. */
export type ListedArticle = {
  url: string
  title: string | null
  /** UTC, or null. */
  publishedAt: string | null
  /** Why it is not taken up; absent: it is. */
  refused?: ListingRefusal
}

export type Listing =
  | {
      kind: 'entries'
      entries: readonly ListedArticle[]
      askedMs: number | null
      etag: string | null
      lastModified: string | null
    }
  | {
      kind: 'failed'
      reason: string
      detail: string
      askedMs: number | null
      etag: string | null
      lastModified: string | null
    }
  | { kind: 'postponed'; untilMs: number }

/** A sitemap index is followed one level down, the newest sitemaps first. */
const CHILD_SITEMAPS_MAX = 10
/** A whole sitemap may have 50,000 by its protocol, and an index leads to several. */
const ENTRIES_MAX = 100_000
/** A host that hands out its next slot later than this is left for another time. */
const CHILD_WAIT_MS_MAX = 15_000

type Document = Extract<FetchResult, { kind: 'document' }>

/** Fetches and reads what a source lists. Not modified since the last poll: no entries. */
export async function readListing({ http }: { http: Fetcher }, poll: SourcePoll): Promise<Listing> {
  const { url, kind, etag, lastModified } = poll
  const purpose = kind === 'site' ? 'page' : kind
  const result = await fetchDocument(http, { url, purpose, etag, lastModified })
  switch (result.kind) {
    case 'postponed':
      return result
    case 'not-modified':
      return { kind: 'entries', entries: [], askedMs: null, etag, lastModified }
    case 'gone':
      return failed(`gone-${result.httpStatus}`, `${url} answered ${result.httpStatus}`, null)
    case 'failed':
      return failed(result.reason, result.detail, result.retryAfterMs)
    case 'document':
      return readDocument(http, poll, result)
  }
}

async function readDocument(http: Fetcher, { kind }: SourcePoll, document: Document): Promise<Listing> {
  const { body, contentType, finalUrl: url, etag, lastModified } = document
  const entries = (
    found: readonly ListedArticle[],
    askedMs: number | null = null,
  ): Extract<Listing, { kind: 'entries' }> => ({
    kind: 'entries',
    entries: found.slice(0, ENTRIES_MAX),
    askedMs,
    etag,
    lastModified,
  })
  switch (kind) {
    case 'feed': {
      const feed = parseFeed({ body, contentType, url })
      if ('error' in feed) return failed(feed.error.code, feed.error.message, null)
      const listed = feed.entries.flatMap(({ url: link, title, publishedAt, updatedAt }) =>
        link === null ? [] : [{ url: link, title, publishedAt: publishedAt ?? updatedAt }],
      )
      const { ttlMinutes } = feed.polling
      return entries(listed, ttlMinutes === null ? null : ttlMinutes * 60_000)
    }
    case 'sitemap': {
      const sitemap = parseSitemap({ body, url })
      if ('error' in sitemap) return failed(sitemap.error.code, sitemap.error.message, null)
      const listed = entries(await articlesOf(http, sitemap))
      // An index may stay as it is while the sitemaps it names grow: it is always read whole.
      return sitemap.kind === 'index' ? { ...listed, etag: null, lastModified: null } : listed
    }
    case 'site':
      return entries(
        findSectionLinks(body.toString('utf8'), url).map(({ url: link, title }) => ({
          url: link,
          title: title ?? null,
          publishedAt: null,
        })),
      )
  }
}

async function articlesOf(http: Fetcher, { kind, urls }: Sitemap): Promise<ListedArticle[]> {
  if (kind !== 'index') return urls.map(toListed)
  const newestFirst = urls.toSorted((a, b) => (b.modifiedAt ?? '').localeCompare(a.modifiedAt ?? ''))
  const listed: ListedArticle[] = []
  for (const { url } of newestFirst.slice(0, CHILD_SITEMAPS_MAX)) {
    const child = await fetchInTurn(http, url)
    const sitemap = child.kind === 'document' ? parseSitemap({ body: child.body, url: child.finalUrl }) : null
    if (sitemap !== null && 'urls' in sitemap && sitemap.kind !== 'index') listed.push(...sitemap.urls.map(toListed))
  }
  return listed
}

/** Sitemaps of one index share a host: each waits for the host's turn, up to a limit. */
async function fetchInTurn(http: Fetcher, url: string): Promise<FetchResult> {
  const result = await fetchDocument(http, { url, purpose: 'sitemap' })
  const waitMs = result.kind === 'postponed' ? result.untilMs - Date.now() : Number.NaN
  if (!(waitMs <= CHILD_WAIT_MS_MAX)) return result
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  return fetchDocument(http, { url, purpose: 'sitemap' })
}

function toListed({ url, isWhole, modifiedAt, news }: SitemapUrl): ListedArticle {
  const listed = { url, title: news?.title ?? null, publishedAt: news?.publishedAt ?? modifiedAt }
  if (!isWhole) return { ...listed, refused: 'cut' }
  // A plain sitemap lists sections and files beside the articles.
  return news === null && !isArticleUrlCandidate(url) ? { ...listed, refused: 'not-an-article' } : listed
}

function failed(reason: string, detail: string, askedMs: number | null): Listing {
  return { kind: 'failed', reason, detail, askedMs, etag: null, lastModified: null }
}
