import { type FoundListing, isArticleUrlCandidate } from '@dateline/domain'
import { fetchDocument } from '@dateline/http-fetch'
import type { ListedArticle } from '@dateline/intake'
import type { PolledListing, SourcePoll } from '@dateline/work-state'
import { findListings } from './find-listings.ts'
import { failed, type Listing } from './listing.ts'
import { entriesOfChildren, fetchInTurn, parseDocument, type Readers } from './read-documents.ts'

/** Feeds come and go rarely, and looking for them costs a site some requests. */
const LOOK_EVERY_MS = 24 * 3_600_000
/** Section pages read in one poll, beside the front page: in turn, so that all are. */
const SECTIONS_PER_POLL = 3
const CHILD_SITEMAPS_MAX = 3
/** A site's sitemap may go back for ever: what is older than this is history, for an import or a source of its own. */
const SITEMAP_DAYS_MAX = 7
const DAY_MS = 86_400_000

type Dependencies = Readers & { now: () => Date }

/**
 * Reads a whole site: its front page, the feeds and sitemaps it names, and some of its section pages. What it names is looked
 * for once a day; a listing that fails is left out this time, and only the front page makes the poll fail.
 */
export async function readSite(dependencies: Dependencies, poll: SourcePoll): Promise<Listing> {
  const { http, now } = dependencies
  const mustLook = poll.lookedAt === null || now().getTime() - poll.lookedAt.getTime() > LOOK_EVERY_MS
  const { url, etag, lastModified } = poll
  const validators = mustLook ? { etag: null, lastModified: null } : { etag, lastModified }
  const front = await fetchDocument(http, { url, purpose: 'page', ...validators })
  if (front.kind === 'postponed') return front
  if (front.kind === 'gone') {
    return failed({ reason: `gone-${front.httpStatus}`, detail: `${url} answered ${front.httpStatus}` })
  }
  if (front.kind === 'failed') return failed(front, { retryable: front.retryable, askedMs: front.retryAfterMs })

  const parsed = front.kind === 'document' ? await parseDocument(dependencies, 'site', front) : null
  if (parsed?.kind === 'failed') return failed({ reason: parsed.code, detail: parsed.message })
  const page = parsed?.kind === 'entries' ? parsed.page : null
  const found = mustLook && page !== null ? await findListings(dependencies, page, front.finalUrl) : null
  const listings = found === null ? (poll.listings ?? []) : withValidators(found.listings, poll.listings ?? [])
  const entries = parsed?.kind === 'entries' ? [...parsed.entries] : []
  const polled: PolledListing[] = []
  let fetches = 1 + (found?.fetches ?? 0)
  for (const listing of listings) {
    const isDue = listing.kind !== 'section' || isSectionsTurn(listings, listing, poll.polls)
    const read = isDue ? await readOne(dependencies, listing) : null
    entries.push(...(read?.entries ?? []))
    fetches += read?.fetches ?? 0
    polled.push(read?.listing ?? listing)
  }
  return {
    ...{ kind: 'entries', entries, hints: null, fetches },
    etag: front.etag,
    lastModified: front.lastModified,
    site: { polled, found: found?.listings ?? null },
  }
}

type Read = { entries: readonly ListedArticle[]; listing: PolledListing; fetches: number }

async function readOne(dependencies: Dependencies, listing: PolledListing): Promise<Read> {
  const { url, kind, etag, lastModified } = listing
  const isSection = kind === 'section'
  const request = { url, etag, lastModified, purpose: isSection ? 'page' : kind } as const
  const result = await fetchInTurn(dependencies.http, request)
  const parsed =
    result.kind === 'document' ? await parseDocument(dependencies, isSection ? 'site' : kind, result) : null
  if (result.kind !== 'document' || parsed === null || parsed.kind === 'failed') {
    return { entries: [], listing, fetches: 1 }
  }
  if (parsed.kind === 'index') {
    const { entries, fetches } = await entriesOfChildren(dependencies, parsed.sitemaps, CHILD_SITEMAPS_MAX)
    // An index may stay as it is while the sitemaps it names grow.
    return { entries: recentOf(dependencies, entries), listing, fetches: fetches + 1 }
  }
  const validated = { ...listing, etag: result.etag, lastModified: result.lastModified }
  const entries = kind === 'sitemap' ? recentOf(dependencies, parsed.entries) : parsed.entries
  return { entries, listing: validated, fetches: 1 }
}

/** What a site's sitemap dates within the last days, and may be an article. */
function recentOf({ now }: Pick<Dependencies, 'now'>, entries: readonly ListedArticle[]): ListedArticle[] {
  const oldestMs = now().getTime() - SITEMAP_DAYS_MAX * DAY_MS
  return entries.filter(
    ({ url, publishedAt, refused }) =>
      refused === undefined && Date.parse(publishedAt ?? '') >= oldestMs && isArticleUrlCandidate(url),
  )
}

function isSectionsTurn(listings: readonly PolledListing[], section: PolledListing, polls: number): boolean {
  const sections = listings.filter(({ kind }) => kind === 'section')
  const first = (polls * SECTIONS_PER_POLL) % Math.max(1, sections.length)
  const place = (sections.indexOf(section) - first + sections.length) % sections.length
  return place < SECTIONS_PER_POLL
}

function withValidators(found: readonly FoundListing[], before: readonly PolledListing[]): PolledListing[] {
  return found.map(({ url, kind }) => {
    const known = before.find((listing) => listing.url === url && listing.kind === kind)
    return { url, kind, etag: known?.etag ?? null, lastModified: known?.lastModified ?? null }
  })
}
