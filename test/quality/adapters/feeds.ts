import { entryLabel, feedLabel, parseFeed as parse } from '@dateline/feed-formats'

/** Dateline's shape under the names the suite asks for. */
export function parseFeed({ body, contentType, base }: { body: Uint8Array; contentType?: string; base?: string }) {
  const found = parse({ body, contentType: contentType ?? null, url: base ?? null })
  if ('error' in found) throw new Error(`${found.error.code}: ${found.error.message}`)
  const { feed, entries } = found
  return {
    feed: {
      ...{
        title: feedLabel(feed, base ?? null),
        link: feed.url,
        description: feed.description,
        id: feed.id,
        language: feed.language,
      },
      ...{ author: feed.authors.join(', '), updated: feed.updatedAt, published: feed.publishedAt },
    },
    entries: entries.map((entry) => ({
      ...{ title: entryLabel(entry), link: entry.link, id: entry.id, author: entry.authors.join(', ') },
      ...{ summary: entry.summary, content: entry.content, published: entry.publishedAt, updated: entry.updatedAt },
      ...{ categories: [...entry.categories], enclosures: entry.enclosures.map(({ url }) => ({ url })) },
    })),
  }
}
