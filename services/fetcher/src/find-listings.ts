import { type FoundListing, siteOf } from '@dateline/domain'
import { CUSTOMARY_FEED_PATHS, CUSTOMARY_SITEMAP_PATHS, type FoundFeed, type SectionLink } from '@dateline/feed-formats'
import { type Fetcher, parseRobots } from '@dateline/http-fetch'
import { fetchInTurn, parseDocument, type Readers } from './read-documents.ts'

/** Of each kind, polled with the site; and how many addresses are tried to find them. */
const FEEDS_MAX = 3
const FEEDS_TRIED_MAX = 5
const SITEMAPS_MAX = 2
const SITEMAPS_TRIED_MAX = 4
const SECTIONS_MAX = 12
const URL_CHARS_MAX = 2_000

type Found = { listings: FoundListing[]; fetches: number }

/**
 * Looks for what a site can be followed by: feeds that its page declares or links to, else where sites customarily keep one;
 * sitemaps of its robots.txt, else the customary ones; sections of its navigation. Feeds and sitemaps count only if they can
 * be read. At most some dozen requests, each in the host's turn.
 *
 * @param page what the front page leads to.
 * @param url where that was found, after redirects.
 */
export async function findListings(
  readers: Readers,
  { feeds: named, sections: linked }: { feeds: readonly FoundFeed[]; sections: readonly SectionLink[] },
  url: string,
): Promise<Found> {
  const at = (path: string) => new URL(path, url).href
  const feeds = named.filter(({ kind }) => kind === 'feed')
  const feedPlaces: Candidate[] =
    feeds.length > 0 ? feeds : CUSTOMARY_FEED_PATHS.map((path) => ({ url: at(path), title: null, basis: 'customary' }))
  const found = await firstReadable(readers, 'feed', feedPlaces, {
    // Of guessed places one is enough: they are the same feed in several dresses.
    listingsMax: feeds.length > 0 ? FEEDS_MAX : 1,
    triedMax: FEEDS_TRIED_MAX,
  })
  const sitemapPlaces = await placesOfSitemaps(
    readers.http,
    url,
    named.filter(({ kind }) => kind === 'sitemap'),
  )
  const sitemaps = await firstReadable(readers, 'sitemap', sitemapPlaces, {
    listingsMax: SITEMAPS_MAX,
    triedMax: SITEMAPS_TRIED_MAX,
  })
  const sections = linked
    .slice(0, SECTIONS_MAX)
    .map(({ url: section, title }) => ({ url: section, kind: 'section', title, basis: 'linked' }) as const)
  return {
    listings: [...found.listings, ...sitemaps.listings, ...sections],
    fetches: found.fetches + sitemaps.fetches + 1,
  }
}

type Candidate = { url: string; title: string | null; basis: FoundListing['basis'] }

async function placesOfSitemaps(http: Fetcher, url: string, linked: readonly Candidate[]): Promise<Candidate[]> {
  const robots = await fetchInTurn(http, { url: new URL('/robots.txt', url).href, purpose: 'robots' })
  const site = siteOf(url)
  const named = robots.kind === 'document' ? parseRobots(robots.body).sitemaps : []
  const places: Candidate[] = named
    .flatMap((line) => URL.parse(line, url)?.href ?? [])
    // robots.txt may name sitemaps of others; we read this site.
    .filter((place) => place.length <= URL_CHARS_MAX && siteOf(place) === site)
    // News first: it is small and new; the others may hold the archive of decades.
    .toSorted((a, b) => Number(/news/i.test(b)) - Number(/news/i.test(a)))
    .map((place) => ({ url: place, title: null, basis: 'robots' }))
  if (places.length + linked.length > 0) return [...places, ...linked]
  return CUSTOMARY_SITEMAP_PATHS.map((path) => ({ url: new URL(path, url).href, title: null, basis: 'customary' }))
}

async function firstReadable(
  readers: Readers,
  kind: 'feed' | 'sitemap',
  places: readonly Candidate[],
  { listingsMax, triedMax }: { listingsMax: number; triedMax: number },
): Promise<Found> {
  const found: Found = { listings: [], fetches: 0 }
  for (const { url, title, basis } of places.slice(0, triedMax)) {
    if (found.listings.length >= listingsMax) break
    found.fetches += 1
    const result = await fetchInTurn(readers.http, { url, purpose: kind })
    if (result.kind !== 'document' || found.listings.some((listing) => listing.url === result.finalUrl)) continue
    const read = await parseDocument(readers, kind, result)
    if (read.kind === 'failed') continue
    const own = read.kind === 'entries' ? (read.feed?.title ?? null) : null
    found.listings.push({ url: result.finalUrl, kind, title: title ?? own, basis })
  }
  return found
}
