import { type Fetcher, type FetchRequest, type FetchResult, fetchDocument } from '@dateline/http-fetch'
import type { ListedArticle } from '@dateline/intake'
import type { ListingThreads } from './listing-threads.ts'
import type { ParsedListing } from './parse-listing.ts'

/** A host that hands out its next slot later than this is left for another time. */
const TURN_WAIT_MS_MAX = 15_000

export type Document = Extract<FetchResult, { kind: 'document' }>
export type Readers = {
  http: Fetcher
  listings: ListingThreads
  /** Hears of every document before it is read. */
  keep?: ((document: Document) => Promise<void>) | undefined
  /** Hears of all that a document lists, also of what is left out afterwards. */
  onListed?: (entries: readonly ListedArticle[]) => void
}

/** Reads a document that was fetched as what it is taken for. */
export async function parseDocument(
  { listings, keep, onListed }: Pick<Readers, 'listings' | 'keep' | 'onListed'>,
  kind: 'feed' | 'sitemap' | 'site',
  document: Document,
): Promise<ParsedListing> {
  await keep?.(document)
  const { body, contentType, finalUrl: url } = document
  const parsed = await listings.parse({ kind, body, contentType, url })
  if (parsed.kind === 'entries') onListed?.(parsed.entries)
  return parsed
}

/**
 * What the sitemaps of an index list: one level down, the newest first.
 *
 * @param max of sitemaps that are read.
 */
export async function entriesOfChildren(
  readers: Readers,
  sitemaps: readonly { url: string; modifiedAt: string | null }[],
  max: number,
): Promise<{ entries: ListedArticle[]; fetches: number }> {
  const newest = sitemaps.toSorted((a, b) => (b.modifiedAt ?? '').localeCompare(a.modifiedAt ?? '')).slice(0, max)
  const entries: ListedArticle[] = []
  for (const { url } of newest) {
    const child = await fetchInTurn(readers.http, { url, purpose: 'sitemap' })
    const sitemap = child.kind === 'document' ? await parseDocument(readers, 'sitemap', child) : null
    if (sitemap?.kind === 'entries') entries.push(...sitemap.entries)
  }
  return { entries, fetches: newest.length }
}

/** Several documents of one host: each waits for the host's turn, up to a limit. */
export async function fetchInTurn(http: Fetcher, request: FetchRequest): Promise<FetchResult> {
  const result = await fetchDocument(http, request)
  const waitMs = result.kind === 'postponed' ? result.untilMs - Date.now() : Number.NaN
  if (!(waitMs <= TURN_WAIT_MS_MAX)) return result
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  return fetchDocument(http, request)
}
