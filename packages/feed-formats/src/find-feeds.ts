import { siteOf } from '@dateline/domain'
import { type PageLink, readPageLinks } from './read-page-links.ts'

const FOUND_MAX = 50

export type FoundFeed = {
  readonly url: string
  readonly title: string | null
  readonly kind: 'feed' | 'sitemap'
  /** `declared`: in the page's head, as the HTML standard has it. `linked`: an anchor looks like one. */
  readonly basis: 'declared' | 'linked'
}

const FEED_TYPE = /^(?:application|text)\/(?:rss|atom|rdf|feed|x-rss|x-atom)\+(?:xml|json)$/
/** JSON and XML may be anything: only with a name that says feed. */
const VAGUE_TYPE = /^(?:application|text)\/(?:json|xml|rdf\+xml)$/
const FEED_PATH =
  /(?:^|[/._-])(?:feeds?|rss2?|atom|rdf)(?:\/(?:index|all|main)?)?(?:\.(?:xml|rss|rdf|atom|json|php|aspx?))?\/?$|\.(?:rss|atom|rdf)$/i
const FEED_QUERY = /(?:^|[?&])(?:feed|format|type|alt|output)=(?:rss2?|atom|feed|json)\b/i
const SITEMAP_PATH = /(?:^|[/_-])sitemap[^/]*\.xml(?:\.gz)?$/i

/** Where sites most often keep a feed that they do not name; to be tried in this order, one polite request each. */
export const CUSTOMARY_FEED_PATHS: readonly string[] = [
  ...['/feed', '/rss', '/feed.xml', '/rss.xml', '/atom.xml', '/index.xml', '/feeds/posts/default', '/feed.json'],
]
/** The same for sitemaps, after those of robots.txt. */
export const CUSTOMARY_SITEMAP_PATHS: readonly string[] = ['/sitemap.xml', '/sitemap_index.xml', '/news-sitemap.xml']

/**
 * Feeds and sitemaps that a page names, best first: those declared in its head, then links that look like one; feeds of
 * comments last.
 *
 * @param html decoded page.
 * @param baseUrl where it was found, after redirects.
 * @see https://html.spec.whatwg.org/multipage/links.html#rel-alternate
 */
export function findFeeds(html: string, baseUrl: string): FoundFeed[] {
  const found = new Map<string, FoundFeed>()
  const links = readPageLinks(html, baseUrl)
  const site = siteOf(baseUrl)
  const ranked = [
    ...links.filter(({ element }) => element === 'link'),
    ...links.filter(({ element }) => element === 'a'),
  ]
  for (const link of ranked) {
    const kind = kindOf(link)
    if (kind === null || found.has(link.url)) continue
    // Elsewhere, an anchor to a feed is somebody else's; a declared one may stand with a feed service.
    if (link.element === 'a' && siteOf(link.url) !== site) continue
    const basis = link.element === 'link' ? 'declared' : 'linked'
    found.set(link.url, { url: link.url, title: link.text || null, kind, basis })
  }
  const isComments = ({ url, title }: FoundFeed) => /\bcomments?\b|kommentare|commentaires/i.test(`${url} ${title}`)
  return [...found.values()].toSorted((a, b) => Number(isComments(a)) - Number(isComments(b))).slice(0, FOUND_MAX)
}

function kindOf({ element, url, rel, type }: PageLink): FoundFeed['kind'] | null {
  const { pathname, search } = new URL(url)
  const isInFeedFolder = /\.(?:xml|rss)$/i.test(pathname) && /\/(?:rss|feeds?)\//i.test(pathname)
  const looksLikeFeed = isInFeedFolder || FEED_PATH.test(pathname) || FEED_QUERY.test(search)
  const rels = rel.split(/\s+/)
  if (element === 'a') return SITEMAP_PATH.test(pathname) ? 'sitemap' : looksLikeFeed ? 'feed' : null
  if (rels.includes('sitemap')) return 'sitemap'
  if (rels.includes('feed')) return 'feed'
  if (!rels.includes('alternate')) return null
  return FEED_TYPE.test(type) || (VAGUE_TYPE.test(type) && looksLikeFeed) ? 'feed' : null
}
