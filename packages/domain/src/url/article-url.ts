import { parse } from 'tldts'
import { readUrl } from './read-url.ts'

/** What a URL's path says about the page, best first. */
export type UrlKind = 'article' | 'page' | 'section' | 'front-page' | 'file'

const FILE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|css|js|mjs|json|xml|rss|atom|rdf|txt|csv|zip|gz|rar|7z|tar|exe|dmg|apk|iso|mp[34]|m4[av]|webm|ogg|oga|ogv|wav|flac|avi|mov|wmv|mkv|m3u8|mpd|ts|woff2?|ttf|eot|otf|docx?|xlsx?|pptx?|epub|ics|pdf|vcf)$/i

/** Folders of pages that list what others wrote, or serve the reader, and never tell. */
const LISTS =
  /^(?:tags?|tagged|category|categories|kategorie|rubrik|sections?|authors?|autor|autoren|auteurs?|profiles?|users?|members?|search|suche|recherche|buscar|log-?in|sign-?(?:in|up)|logout|register|registration|account|my-?account|subscribe|subscriptions?|abo|cart|checkout|basket|contact(?:-us)?|kontakt|about(?:-us)?|impressum|imprint|privacy(?:-policy)?|datenschutz|terms(?:-of-(?:use|service))?|cookies?(?:-policy)?|agb|help|faq|support|advertis(?:e|ing)|mediadaten|sitemaps?|rss|feeds?|wp-(?:admin|content|includes|json|login\.php)|cdn-cgi|static|assets|images?|img|media-kit|print-edition|e-?paper)$/i

/** Folders that list, but may hold articles too. */
const DEPARTMENTS =
  /^(?:topics?|themen?|people|newsletters?|shop|store|jobs|careers|legal|archives?|games?|puzzles?|crosswords?|weather|wetter|horoscopes?|tv-(?:guide|listings))$/i

const DATE =
  /(?:^|\/)(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[/-]?(?:0?[1-9]|[12]\d|3[01]))?(?=\/|-|$)/i
const LONG_ID = /(?:^|[/._-])(?:[a-z]{0,8}\d{5,}|[0-9a-f]{8,}(?:-[0-9a-f]{4,}){2,})(?=[/._-]|$)/i
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
  const segments = decode(parsed.pathname).split('/').filter(Boolean)
  if (/^(?:index|default|home)\.\w+$/i.test(segments.at(-1) ?? '')) segments.pop()
  const path = `/${segments.join('/')}`
  const hasArticleQuery = ARTICLE_QUERY.test(parsed.search.slice(1))
  if (path === '/' || /^\/[a-z]{2}(?:[-_][a-z]{2})?$/i.test(path)) {
    const isChosen = hasArticleQuery || /^#!?\/../.test(parsed.hash)
    return isChosen ? 'article' : path !== '/' && /\d/.test(parsed.search) ? 'page' : 'front-page'
  }
  if (FILE.test(path)) return 'file'
  const isDated = DATE.test(path) && !/^[\d/-]*$/.test(path)
  const listAt = segments.findIndex((segment) => LISTS.test(segment) || DEPARTMENTS.test(segment))
  if (listAt >= 0 && listAt < Math.max(1, segments.length - 1) && !isDated) return kindInList(segments, listAt)
  const isProgram = /\.(?:php\d?|aspx?|jsp|do|cgi|pl|cfm)$/i.test(path) && /\d/.test(parsed.search)
  if (isDated || isProgram || LONG_ID.test(path) || segments.some(isSlug) || hasArticleQuery) return 'article'
  const isPaged = segments.at(-2) === 'page' && /^\d+$/.test(segments.at(-1)!)
  if (isPaged || segments.every((segment) => !/[\d_-]|\.html?$/.test(segment))) {
    return ARTICLE_SEGMENT.test(path) && segments.length > 2 ? 'page' : 'section'
  }
  return 'page'
}

/** "/tag/four-words-are-here" lists; "/people/four-words-are-here" and "/authors/ann/four-words-are-here" tell. */
function kindInList(segments: readonly string[], listAt: number): UrlKind {
  const last = segments.at(-1)!
  const isFar = DEPARTMENTS.test(segments[listAt]!) || segments.length - listAt > 2
  const tells = isSlug(last.replace(/\.html?$/i, '')) || LONG_ID.test(last) || /^\d{3,}$/.test(last)
  return isFar && tells ? 'article' : 'section'
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
