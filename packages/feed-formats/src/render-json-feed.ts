import type { OutputEntry, OutputFeed } from './output-feed.ts'

/** JSON Feed 1.1. @see https://www.jsonfeed.org/version/1.1/ */
export function renderJsonFeed(feed: OutputFeed): string {
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: feed.selfUrl,
    description: feed.description ?? undefined,
    language: feed.language ?? undefined,
    hubs: feed.hubUrls.length === 0 ? undefined : feed.hubUrls.map((url) => ({ type: 'WebSub', url })),
    items: feed.entries.map(toItem),
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

function toItem(entry: OutputEntry) {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    summary: entry.summary ?? undefined,
    content_html: entry.contentHtml ?? undefined,
    // An item must have content: its title then stands for it.
    content_text: entry.contentHtml === null ? (entry.summary ?? entry.title) : undefined,
    date_published: entry.publishedAt ?? undefined,
    date_modified: entry.updatedAt,
    authors: entry.authors.length === 0 ? undefined : entry.authors.map((name) => ({ name })),
    tags: entry.categories.length === 0 ? undefined : entry.categories,
    language: entry.language ?? undefined,
    image: entry.imageUrl ?? undefined,
    _source: entry.source ?? undefined,
  }
}
