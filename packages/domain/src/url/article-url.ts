import { parse } from 'tldts'
import { readUrl } from './read-url.ts'

/** What a URL's path says about the page, best first. */
export type UrlKind = 'article' | 'page' | 'section' | 'front-page' | 'file'

const FILE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|css|js|mjs|json|xml|rss|atom|rdf|txt|csv|zip|gz|rar|7z|tar|exe|dmg|apk|iso|mp[34]|m4[av]|webm|ogg|oga|ogv|wav|flac|avi|mov|wmv|mkv|m3u8|mpd|ts|woff2?|ttf|eot|otf|docx?|xlsx?|pptx?|epub|ics|pdf|vcf)$/i

/** First segments of pages that list, serve or sell, and never tell. */
const SERVICE =
  /^(?:tags?|tagged|topics?|themen?|category|categories|kategorie|rubrik|section|sections|author|authors|autor|autoren|auteur|profile|profiles|users?|members?|people|search|suche|recherche|buscar|login|log-in|signin|sign-in|signup|sign-up|logout|register|registration|account|my-?account|subscribe|subscription|subscriptions|abo|newsletters?|cart|checkout|basket|shop|store|jobs|careers|contact(?:-us)?|kontakt|about(?:-us)?|impressum|imprint|privacy(?:-policy)?|datenschutz|terms(?:-of-(?:use|service))?|cookies?(?:-policy)?|legal|agb|help|faq|support|advertise|advertising|mediadaten|sitemaps?|archives?|rss|feeds?|wp-(?:admin|content|includes|json|login\.php)|cdn-cgi|static|assets|images?|img|media-kit|games?|puzzles?|crosswords?|weather|wetter|horoscopes?|tv-(?:guide|listings)|print-edition|epaper|e-paper)$/i

const DATE =
  /(?:^|\/)(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[/-]?(?:0?[1-9]|[12]\d|3[01]))?(?=\/|-|$)/i
const LONG_ID = /(?:^|[/._-])(?:[a-z]{0,3}\d{5,}|[0-9a-f]{8,}(?:-[0-9a-f]{4,}){2,})(?=[/._-]|$)/i
const ARTICLE_SEGMENT =
  /(?:^|\/)(?:articles?|artikel|story|stories|news|nachrichten|noticias?|actualites?|blog|posts?)\/[^/]+/i
const ARTICLE_QUERY =
  /(?:^|&)(?:[a-z_]*(?:article|artid|story|news|post|doc|item|node|page)?_?id|p|aid|nid|idxno|newsid|articleid)=[\w-]*\d/i

/**
 * What kind of page a URL seems to lead to, by its path alone: dates, long ids and slugs speak for an article. The page
 * itself has the last word (see extraction); this only saves fetches and unmasks canonical links to front pages.
 */
export function urlKind(url: string): UrlKind {
  const parsed = readUrl(url)
  if (parsed === null) return 'file'
  const path = parsed.pathname.replace(/\/(?:index|default|home)\.\w+$/i, '/').replace(/\/+$/, '')
  const hasArticleQuery = ARTICLE_QUERY.test(parsed.search.slice(1))
  if (/^(?:\/[a-z]{2}(?:[-_][a-z]{2})?)?$/i.test(path)) {
    return hasArticleQuery || /^#!?\/../.test(parsed.hash) ? 'article' : 'front-page'
  }
  if (FILE.test(path)) return 'file'
  const segments = decode(path).split('/').slice(1)
  const isListed = segments.some((segment, index) => SERVICE.test(segment) && index < Math.max(1, segments.length - 1))
  const isDated = DATE.test(path) && !/^[\d/-]*$/.test(path)
  if (isListed && !isDated) return 'section'
  const isProgram = /\.(?:php\d?|aspx?|jsp|do|cgi|pl|cfm)$/i.test(path) && /=[^&]*\d/.test(parsed.search)
  if (isDated || isProgram || LONG_ID.test(path) || segments.some(isSlug) || hasArticleQuery) return 'article'
  if (/(?:^|\/)page\/\d+$/.test(path) || segments.every((segment) => !/[\d_-]|\.html?$/.test(segment))) {
    return ARTICLE_SEGMENT.test(path) && segments.length > 2 ? 'page' : 'section'
  }
  return 'page'
}

/**
 * True if a URL from a sitemap or a site's page is worth a fetch as an article: not a file, a front page, or a page that
 * only lists or serves. Feeds need no such test: what they list, they call articles.
 */
export function isArticleUrlCandidate(url: string): boolean {
  const kind = urlKind(url)
  return kind === 'article' || kind === 'page'
}

/** The site a URL belongs to: the name that can be registered, e.g. "example.co.uk"; the host itself where there is none. */
export function siteOf(url: string): string | null {
  const parsed = readUrl(url)
  if (parsed === null) return null
  return parse(parsed.hostname, { allowPrivateDomains: true, extractHostname: false }).domain ?? parsed.host
}

/** Four words or more: "mayor-opens-new-bridge". */
function isSlug(segment: string): boolean {
  const words = segment.split(/[-_]/)
  return words.length >= 4 && words.every((word) => word !== '') && /\p{L}/u.test(segment)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
