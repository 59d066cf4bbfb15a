import { NO_HINTS, type PollHints } from '@dateline/domain'
import { type FeedPolling, findHub } from '@dateline/feed-formats'
import { fetchDocument, type HeaderList, headerOf, headersOf } from '@dateline/http-fetch'
import type { SourcePoll } from '@dateline/work-state'
import { failed, type Listing } from './listing.ts'
import { type Document, entriesOfChildren, parseDocument, type Readers } from './read-documents.ts'
import { readSite } from './read-site.ts'

const CHILD_SITEMAPS_MAX = 10
/** A whole sitemap may have 50,000 by its protocol, and an index leads to several. */
const ENTRIES_MAX = 100_000
const MINUTE_MS = 60_000
/** Whoever asks for longer pauses asks in vain. */
const ASKED_MS_MAX = 365 * 86_400_000

/** Fetches and reads what a source lists. Not modified since the last poll: no entries. */
export async function readListing(dependencies: Readers & { now: () => Date }, poll: SourcePoll): Promise<Listing> {
  const { url, kind, etag, lastModified } = poll
  if (kind === 'site') return readSite(dependencies, poll)
  const result = await fetchDocument(dependencies.http, { url, purpose: kind, etag, lastModified })
  switch (result.kind) {
    case 'postponed':
      return result
    case 'not-modified':
      return { kind: 'entries', entries: [], hints: null, etag, lastModified, fetches: 1 }
    case 'gone':
      return failed({ reason: `gone-${result.httpStatus}`, detail: `${url} answered ${result.httpStatus}` })
    case 'failed':
      return failed(result, { retryable: result.retryable, askedMs: result.retryAfterMs })
    case 'document':
      return readDocument(dependencies, kind, result)
  }
}

async function readDocument(readers: Readers, kind: 'feed' | 'sitemap', document: Document): Promise<Listing> {
  const { finalUrl, responseHeaders, etag, lastModified } = document
  const parsed = await parseDocument(readers, kind, document)
  switch (parsed.kind) {
    case 'failed':
      return failed({ reason: parsed.code, detail: parsed.message })
    case 'index': {
      const { entries, fetches } = await entriesOfChildren(readers, parsed.sitemaps, CHILD_SITEMAPS_MAX)
      const listed = { entries: entries.slice(0, ENTRIES_MAX), hints: hintsOf(responseHeaders, null) }
      // An index may stay as it is while the sitemaps it names grow: it is always read whole.
      return { kind: 'entries', ...listed, etag: null, lastModified: null, fetches: fetches + 1 }
    }
    case 'entries': {
      const { entries, feed } = parsed
      const links = headersOf(responseHeaders, 'link').join(', ') || null
      const listed = { entries: entries.slice(0, ENTRIES_MAX), hints: hintsOf(responseHeaders, feed?.polling ?? null) }
      const hub = feed === null ? {} : { hub: findHub(feed.links, links, finalUrl) }
      return { kind: 'entries', ...listed, ...hub, etag, lastModified, fetches: 1 }
    }
  }
}

/**
 * What a source asks of those who poll it: the longest of the feed's own ttl and what Cache-Control leaves of its max-age.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.1
 */
export function hintsOf(headers: HeaderList, polling: FeedPolling | null): PollHints {
  const cacheControl = headerOf(headers, 'cache-control') ?? ''
  const isUncacheable = /\bno-(?:cache|store)\b/i.test(cacheControl)
  const maxAge = Number(/\bmax-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl)?.[1] ?? 0)
  const age = Number(/^\d{1,9}$/.exec(headerOf(headers, 'age') ?? '')?.[0] ?? 0)
  const freshMs = isUncacheable ? 0 : Math.max(0, maxAge - age) * 1_000
  const askedMs = Math.min(Math.max(freshMs, (polling?.ttlMinutes ?? 0) * MINUTE_MS), ASKED_MS_MAX)
  return {
    ...NO_HINTS,
    askedMs: askedMs === 0 ? null : askedMs,
    ...(polling === null ? {} : { skipHours: polling.skipHours, skipDays: polling.skipDays }),
  }
}
