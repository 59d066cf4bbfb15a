import { type Fetcher, type FetchResult, fetchDocument } from '@dateline/http-fetch'
import type { ListedArticle } from '@dateline/intake'
import type { SourcePoll } from '@dateline/work-state'
import type { ListingThreads } from './listing-threads.ts'

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

type Dependencies = { http: Fetcher; listings: ListingThreads }

/** Fetches and reads what a source lists. Not modified since the last poll: no entries. */
export async function readListing(dependencies: Dependencies, poll: SourcePoll): Promise<Listing> {
  const { url, kind, etag, lastModified } = poll
  const purpose = kind === 'site' ? 'page' : kind
  const result = await fetchDocument(dependencies.http, { url, purpose, etag, lastModified })
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
      return readDocument(dependencies, poll, result)
  }
}

async function readDocument(dependencies: Dependencies, { kind }: SourcePoll, document: Document): Promise<Listing> {
  const { body, contentType, finalUrl: url, etag, lastModified } = document
  const parsed = await dependencies.listings.parse({ kind, body, contentType, url })
  switch (parsed.kind) {
    case 'failed':
      return failed(parsed.code, parsed.message, null)
    case 'index': {
      const entries = (await entriesOfChildren(dependencies, parsed.sitemaps)).slice(0, ENTRIES_MAX)
      // An index may stay as it is while the sitemaps it names grow: it is always read whole.
      return { kind: 'entries', entries, askedMs: null, etag: null, lastModified: null }
    }
    case 'entries': {
      const askedMs = parsed.ttlMinutes === null ? null : parsed.ttlMinutes * 60_000
      return { kind: 'entries', entries: parsed.entries.slice(0, ENTRIES_MAX), askedMs, etag, lastModified }
    }
  }
}

async function entriesOfChildren(
  { http, listings }: Dependencies,
  sitemaps: readonly { url: string; modifiedAt: string | null }[],
): Promise<ListedArticle[]> {
  const newestFirst = sitemaps.toSorted((a, b) => (b.modifiedAt ?? '').localeCompare(a.modifiedAt ?? ''))
  const listed: ListedArticle[] = []
  for (const { url } of newestFirst.slice(0, CHILD_SITEMAPS_MAX)) {
    const child = await fetchInTurn(http, url)
    if (child.kind !== 'document') continue
    const { body, contentType, finalUrl } = child
    const sitemap = await listings.parse({ kind: 'sitemap', body, contentType, url: finalUrl })
    if (sitemap.kind === 'entries') listed.push(...sitemap.entries)
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

function failed(reason: string, detail: string, askedMs: number | null): Listing {
  return { kind: 'failed', reason, detail, askedMs, etag: null, lastModified: null }
}
