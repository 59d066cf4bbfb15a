import { decodeXml } from './decode-xml.ts'
import { feedDate } from './feed-date.ts'
import { gunzip } from './gunzip.ts'
import { DOCUMENT_BYTES_MAX, SITEMAP_URLS_MAX, VALUES_MAX } from './limits.ts'
import { parseFeed } from './parse-feed.ts'
import { plainText } from './plain-text.ts'
import { resolveUrl } from './resolve-url.ts'
import { elementsOf, firstOf, firstValue, textOf } from './xml-query.ts'
import { readXml, type XmlElement } from './xml-tree.ts'

export type Sitemap = {
  /** `index`: the URLs are sitemaps. `feed`: a feed that serves as a sitemap. */
  readonly kind: 'urlset' | 'index' | 'text' | 'feed'
  /** In the sitemap's order, http(s) only, at most SITEMAP_URLS_MAX. */
  readonly urls: readonly SitemapUrl[]
  /** Limits that cut something off; empty: all was read. */
  readonly cut: readonly string[]
}

export type SitemapUrl = {
  readonly url: string
  /** False: the sitemap was cut in the middle of this entry, and the URL may be half of one. Do not fetch it. */
  readonly isWhole: boolean
  /** UTC; a day alone is its first moment. */
  readonly modifiedAt: string | null
  readonly news: SitemapNews | null
  readonly imageUrls: readonly string[]
  /** The page in other languages. */
  readonly alternates: readonly { language: string; url: string }[]
}

/** @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export type SitemapNews = {
  readonly publication: string | null
  readonly language: string | null
  readonly title: string | null
  readonly publishedAt: string | null
  readonly keywords: readonly string[]
}

export type SitemapError = {
  readonly code: 'empty' | 'too-large' | 'bad-gzip' | 'html-page' | 'not-a-sitemap'
  readonly message: string
}

const RECORDS: ReadonlySet<string> = new Set(['url', 'sitemap'])

/**
 * Reads a sitemap, a sitemap index, a list of URLs as plain text, or a feed in their place; gzip is undone, however the
 * file is called. As forgiving as parseFeed; never throws.
 *
 * @param body at most DOCUMENT_BYTES_MAX bytes, packed and unpacked.
 * @param url where it was found: relative locations are read against it.
 * @see https://www.sitemaps.org/protocol.html
 */
export function parseSitemap(input: { body: Uint8Array; url?: string | null }): Sitemap | { error: SitemapError } {
  const { url = null } = input
  if (input.body.length > DOCUMENT_BYTES_MAX) return failure('too-large', `more than ${DOCUMENT_BYTES_MAX} bytes`)
  const body = gunzip(input.body, DOCUMENT_BYTES_MAX)
  if (body === null) return failure('bad-gzip', `broken gzip, or more than ${DOCUMENT_BYTES_MAX} bytes unpacked`)
  const { text } = decodeXml(body)
  const start = text.trimStart()
  if (start === '') return failure('empty', 'the document is empty')
  if (!start.startsWith('<')) return readText(start)
  const urls: SitemapUrl[] = []
  const { root, cut } = readXml(text, {
    names: RECORDS,
    recordsMax: SITEMAP_URLS_MAX,
    onRecord: (record, isWhole) => {
      const found = readRecord(record, url, isWhole)
      if (found !== null) urls.push(found)
    },
  })
  const name = root?.local.toLowerCase() ?? ''
  if (name === 'urlset' || name === 'sitemapindex') {
    return { kind: name === 'urlset' ? 'urlset' : 'index', urls, cut: [...cut] }
  }
  if (name === 'html') return failure('html-page', 'this is a web page')
  return readFeed(body, url) ?? failure('not-a-sitemap', `no sitemap begins with <${name.slice(0, 50)}>`)
}

function readRecord(record: XmlElement, base: string | null, isWhole: boolean): SitemapUrl | null {
  const url = resolveUrl(firstValue(record, 'loc'), base)
  if (url === null) return null
  const news = firstOf(record, 'news:news')
  const images = elementsOf(record, 'image:image').map((image) => resolveUrl(firstValue(image, 'image:loc'), url))
  const links = elementsOf(record, 'xhtml:link').filter(({ attributes }) => attributes.rel === 'alternate')
  const alternates = links.map(({ attributes: { hreflang = '', href = '' } }) => ({
    language: hreflang,
    url: resolveUrl(href, url),
  }))
  return {
    url,
    isWhole,
    modifiedAt: feedDate(firstValue(record, 'lastmod')),
    news: news === null ? null : readNews(news),
    imageUrls: images.filter((image) => image !== null).slice(0, VALUES_MAX),
    alternates: alternates
      .filter((found): found is { language: string; url: string } => found.url !== null && found.language !== '')
      .slice(0, VALUES_MAX),
  }
}

function readNews(news: XmlElement): SitemapNews {
  const publication = firstOf(news, 'news:publication')
  const text = (parent: XmlElement | null, name: string) =>
    plainText(parent === null ? '' : textOf(firstOf(parent, name))) || null
  return {
    publication: text(publication, 'news:name'),
    language: text(publication, 'news:language') ?? text(news, 'news:language'),
    title: text(news, 'news:title'),
    publishedAt: feedDate(text(news, 'news:publication_date')),
    keywords: (text(news, 'news:keywords') ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean)
      .slice(0, VALUES_MAX),
  }
}

/** One absolute URL a line; a text in which that is not so is no sitemap. */
function readText(text: string): Sitemap | { error: SitemapError } {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim())
  const found = lines.filter((line) => /^https?:\/\/\S+$/i.test(line))
  if (found.length * 2 < lines.filter((line) => line !== '').length) {
    return failure('not-a-sitemap', 'neither markup nor a list of URLs')
  }
  const urls = found.slice(0, SITEMAP_URLS_MAX).flatMap((line) => {
    const url = resolveUrl(line, null)
    return url === null ? [] : [{ url, isWhole: true, modifiedAt: null, news: null, imageUrls: [], alternates: [] }]
  })
  return { kind: 'text', urls, cut: found.length > SITEMAP_URLS_MAX ? ['too-many-records'] : [] }
}

function readFeed(body: Uint8Array, url: string | null): Sitemap | null {
  const parsed = parseFeed({ body, url })
  if ('error' in parsed) return null
  const urls = parsed.entries.flatMap((entry) => {
    if (entry.url === null) return []
    return [
      {
        url: entry.url,
        isWhole: true,
        modifiedAt: entry.updatedAt ?? entry.publishedAt,
        news: null,
        imageUrls: [],
        alternates: [],
      },
    ]
  })
  return { kind: 'feed', urls, cut: parsed.cut }
}

function failure(code: SitemapError['code'], because: string): { error: SitemapError } {
  return { error: { code, message: `Not read as a sitemap: ${because}` } }
}
