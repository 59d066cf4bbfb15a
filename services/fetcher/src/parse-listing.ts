import { isArticleUrlCandidate } from '@dateline/domain'
import { findSectionLinks, parseFeed, parseSitemap, type SitemapUrl } from '@dateline/feed-formats'
import type { ListedArticle } from '@dateline/intake'

export type ListingTask = {
  kind: 'feed' | 'sitemap' | 'site'
  body: Uint8Array
  contentType: string | null
  /** Where it was found, after redirects. */
  url: string
}

export type ParsedListing =
  /** `ttlMinutes`: what the feed asks for. */
  | { kind: 'entries'; entries: ListedArticle[]; ttlMinutes: number | null }
  | { kind: 'index'; sitemaps: { url: string; modifiedAt: string | null }[] }
  | { kind: 'failed'; code: string; message: string }

/** Runs in a worker thread: pure computing, no I/O. The default export is what the thread pool calls. */
// biome-ignore lint/style/noDefaultExport: the thread pool's interface
export default function parseListing({ kind, body, contentType, url }: ListingTask): ParsedListing {
  switch (kind) {
    case 'feed': {
      const feed = parseFeed({ body, contentType, url })
      if ('error' in feed) return failed(feed.error)
      const entries = feed.entries.flatMap(({ url: link, title, publishedAt, updatedAt }) =>
        link === null ? [] : [{ url: link, title, publishedAt: publishedAt ?? updatedAt }],
      )
      return { kind: 'entries', entries, ttlMinutes: feed.polling.ttlMinutes }
    }
    case 'sitemap': {
      const sitemap = parseSitemap({ body, url })
      if ('error' in sitemap) return failed(sitemap.error)
      return sitemap.kind === 'index'
        ? { kind: 'index', sitemaps: sitemap.urls.map(({ url: at, modifiedAt }) => ({ url: at, modifiedAt })) }
        : { kind: 'entries', entries: sitemap.urls.map(toListed), ttlMinutes: null }
    }
    case 'site': {
      const links = findSectionLinks(new TextDecoder().decode(body), url)
      const entries = links.map(({ url: link, title }) => ({ url: link, title: title ?? null, publishedAt: null }))
      return { kind: 'entries', entries, ttlMinutes: null }
    }
  }
}

function toListed({ url, isWhole, modifiedAt, news }: SitemapUrl): ListedArticle {
  const listed = { url, title: news?.title ?? null, publishedAt: news?.publishedAt ?? modifiedAt }
  if (!isWhole) return { ...listed, refused: 'cut' }
  // A plain sitemap lists sections and files beside the articles.
  return news === null && !isArticleUrlCandidate(url) ? { ...listed, refused: 'not-an-article' } : listed
}

function failed({ code, message }: { code: string; message: string }): ParsedListing {
  return { kind: 'failed', code, message }
}
