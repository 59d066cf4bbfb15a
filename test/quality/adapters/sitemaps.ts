import { parseSitemap as parse } from '@dateline/feed-formats'

/** Dateline's shape under the names the suite asks for. */
export function parseSitemap({ body, url }: { body: Uint8Array; url?: string }) {
  const found = parse({ body, url: url ?? null })
  if ('error' in found) return { type: 'invalid', urls: [] }
  const urls = found.urls.map(({ url: loc, modifiedAt, news }) => ({
    loc,
    lastmod: modifiedAt,
    news: news && {
      ...{ name: news.publication, language: news.language, title: news.title, publication_date: news.publishedAt },
      keywords: news.keywords.join(', '),
    },
  }))
  return { type: found.kind, urls }
}
