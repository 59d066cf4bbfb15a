import { isArticleUrlCandidate } from '@dateline/domain'
import { decodeBytes } from '@dateline/extraction'
import {
  type FeedLinks,
  type FeedPolling,
  type FoundFeed,
  findFeeds,
  findSectionLinks,
  findSections,
  parseFeed,
  parseSitemap,
  type SectionLink,
  type SitemapUrl,
} from '@dateline/feed-formats'
import type { ListedArticle } from '@dateline/intake'

export type ListingTask = {
  kind: 'feed' | 'sitemap' | 'site'
  body: Uint8Array
  contentType: string | null
  /** Where it was found, after redirects. */
  url: string
}

export type ParsedListing =
  | {
      kind: 'entries'
      entries: ListedArticle[]
      /** What a feed says of itself; null: it is none. */
      feed: { title: string | null; polling: FeedPolling; links: FeedLinks } | null
      /** What else a page leads to; null: it is none. */
      page: { feeds: FoundFeed[]; sections: SectionLink[] } | null
    }
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
      const { polling, links } = feed
      return { kind: 'entries', entries, feed: { title: feed.feed.title, polling, links }, page: null }
    }
    case 'sitemap': {
      const sitemap = parseSitemap({ body, url })
      if ('error' in sitemap) return failed(sitemap.error)
      return sitemap.kind === 'index'
        ? { kind: 'index', sitemaps: sitemap.urls.map(({ url: at, modifiedAt }) => ({ url: at, modifiedAt })) }
        : { kind: 'entries', entries: sitemap.urls.map(toListed), feed: null, page: null }
    }
    case 'site': {
      // Charsets as browsers have them: old sites are in windows-1252, Shift_JIS or windows-1251, whatever they say.
      const html = decodeBytes({ body, contentType }).text
      const links = findSectionLinks(html, url)
      const entries = links.map(({ url: link, title }) => ({ url: link, title, publishedAt: null }))
      const page = { feeds: findFeeds(html, url), sections: findSections(html, url) }
      return { kind: 'entries', entries, feed: null, page }
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
