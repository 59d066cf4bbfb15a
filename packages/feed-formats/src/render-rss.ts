import { escapeXml } from './escape-xml.ts'
import type { OutputEntry, OutputFeed } from './output-feed.ts'

/** RSS 2.0 with the modules that readers know. @see https://www.rssboard.org/rss-specification */
export function renderRss(feed: OutputFeed): string {
  // Readers take RSS's titles and descriptions for HTML: they are escaped once more.
  const lines = [
    ...[
      element('title', escapeXml(feed.title)),
      element('link', feed.url),
      element('description', escapeXml(feed.description ?? feed.title)),
    ],
    ...[element('language', feed.language), element('lastBuildDate', rssDate(feed.updatedAt))],
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(feed.selfUrl)}"/>`,
    ...feed.hubUrls.map((url) => `<atom:link rel="hub" href="${escapeXml(url)}"/>`),
    ...feed.entries.map(renderItem),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
${lines.filter((line) => line !== '').join('\n')}
</channel>
</rss>
`
}

function renderItem(entry: OutputEntry): string {
  const { source, imageUrl } = entry
  const lines = [
    ...[element('title', escapeXml(entry.title)), element('link', entry.url)],
    `<guid isPermaLink="${entry.id === entry.url}">${escapeXml(entry.id)}</guid>`,
    ...[element('pubDate', rssDate(entry.publishedAt)), element('atom:updated', entry.updatedAt)],
    ...entry.authors.map((name) => element('dc:creator', name)),
    ...entry.categories.map((name) => element('category', name)),
    ...[
      element('description', entry.summary === null ? null : escapeXml(entry.summary)),
      element('content:encoded', entry.contentHtml),
    ],
    element('dc:language', entry.language),
    imageUrl === null ? '' : `<media:thumbnail url="${escapeXml(imageUrl)}"/>`,
    source === null ? '' : `<source url="${escapeXml(source.url)}">${escapeXml(source.title)}</source>`,
  ]
  return `<item>\n${lines.filter((line) => line !== '').join('\n')}\n</item>`
}

/** RFC 822 with four digits of year. */
function rssDate(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toUTCString()
}

function element(name: string, text: string | null): string {
  return text === null ? '' : `<${name}>${escapeXml(text)}</${name}>`
}
