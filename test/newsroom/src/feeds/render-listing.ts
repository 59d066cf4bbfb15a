import { type Listing, type Outlet, urlOn } from '../outlets.ts'
import { escapeHtml } from '../templates/markup.ts'
import type { Entry } from './entry.ts'

type Rendered = { readonly contentType: string; readonly body: string }

/** Writes a listing in its format. */
export function renderListing(outlet: Outlet, listing: Listing, entries: readonly Entry[], now: string): Rendered {
  switch (listing.format) {
    case 'rss':
      return { contentType: 'application/rss+xml; charset=utf-8', body: rss(outlet, listing, entries, now) }
    case 'odd-rss':
      return { contentType: 'text/html', body: oddRss(outlet, entries) }
    case 'atom':
      return { contentType: 'application/atom+xml', body: atom(outlet, listing, entries, now) }
    case 'json-feed':
      return { contentType: 'application/feed+json', body: jsonFeed(outlet, listing, entries) }
    case 'rdf':
      return { contentType: 'application/xml', body: rdf(outlet, listing, entries) }
    case 'news-sitemap':
      return { contentType: 'application/xml; charset=utf-8', body: newsSitemap(outlet, entries) }
    case 'sections':
      throw new RangeError(`${outlet.name}: a site page is no feed`)
  }
}

function rfc822(instant: string): string {
  return new Date(instant).toUTCString()
}

function rss(outlet: Outlet, listing: Listing, entries: readonly Entry[], now: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escapeHtml(outlet.name)}</title>
<link>${urlOn(outlet, '/')}</link>
<atom:link href="${urlOn(outlet, listing.path)}" rel="self" type="application/rss+xml"/>
<description>${escapeHtml(outlet.tagline)}</description>
<language>${outlet.language}</language>
<ttl>15</ttl>
<lastBuildDate>${rfc822(entries[0]?.published ?? now)}</lastBuildDate>
${entries
  .map(
    ({ url, title, teaser, authors, published, section }) => `<item>
<title>${escapeHtml(title)}</title>
<link>${escapeHtml(url)}</link>
<guid isPermaLink="true">${escapeHtml(url.split('?')[0]!)}</guid>
<pubDate>${rfc822(published)}</pubDate>
${authors.map((name) => `<dc:creator>${escapeHtml(name)}</dc:creator>`).join('')}
<category>${escapeHtml(section)}</category>
<description>${escapeHtml(teaser)}</description>
</item>`,
  )
  .join('\n')}
</channel>
</rss>
`
}

/** RSS as portals write it: sent as text/html, markup in CDATA titles, no guid, blanks around links, three date forms. */
function oddRss(outlet: Outlet, entries: readonly Entry[]): string {
  const dates = [
    (instant: string) => rfc822(instant),
    (instant: string) => instant,
    (instant: string) => `${instant.slice(0, 10)} ${instant.slice(11, 19)} +0000`,
  ]
  return `<?xml version="1.0"?>
<rss version="0.92">
<channel>
<title>${escapeHtml(outlet.name.toUpperCase())}!</title>
<link>${urlOn(outlet, '/')}</link>
<description></description>
${entries
  .map(
    ({ url, title, teaser, published }, index) => `<item>
<pubDate>${dates[index % dates.length]!(published)}</pubDate>
<link>
  ${escapeHtml(url)}
</link>
<title><![CDATA[<b>${title}</b>]]></title>
<description><![CDATA[<img src="${urlOn(outlet, '/images/thumb.svg')}"> ${teaser} <a href="${url}">Continue reading&hellip;</a>]]></description>
</item>`,
  )
  .join('\n')}
</channel>
</rss>
`
}

function atom(outlet: Outlet, listing: Listing, entries: readonly Entry[], now: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<title>${escapeHtml(outlet.name)}</title>
<id>${urlOn(outlet, '/')}</id>
<link rel="alternate" href="${urlOn(outlet, '/')}"/>
<link rel="self" href="${urlOn(outlet, listing.path)}"/>
<updated>${entries[0]?.published ?? now}</updated>
${entries
  .map(
    ({ url, title, teaser, authors, published, section }) => `<entry>
<title type="html">${escapeHtml(escapeHtml(title))}</title>
<id>tag:${outlet.host},2026:${escapeHtml(new URL(url).pathname)}</id>
<link rel="alternate" type="text/html" href="${escapeHtml(new URL(url).pathname + new URL(url).search)}" xml:base="${urlOn(outlet, '/')}"/>
<published>${published}</published>
<updated>${published}</updated>
${authors.length === 0 ? `<author><name>${escapeHtml(outlet.name)}</name></author>` : authors.map((name) => `<author><name>${escapeHtml(name)}</name></author>`).join('')}
<category term="${escapeHtml(section)}"/>
<summary>${escapeHtml(teaser)}</summary>
</entry>`,
  )
  .join('\n')}
</feed>
`
}

function jsonFeed(outlet: Outlet, listing: Listing, entries: readonly Entry[]): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: urlOn(outlet, '/'),
    feed_url: urlOn(outlet, listing.path),
    description: outlet.tagline,
    language: outlet.language,
    items: entries.map(({ url, title, teaser, authors, published, section }) => ({
      id: url,
      url,
      title,
      summary: teaser,
      date_published: published,
      authors: authors.map((name) => ({ name })),
      tags: [section],
    })),
  }
  return JSON.stringify(feed, null, 2)
}

/** RSS 1.0, which has its items beside the channel and its dates in Dublin Core. */
function rdf(outlet: Outlet, listing: Listing, entries: readonly Entry[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${urlOn(outlet, listing.path)}">
<title>${escapeHtml(outlet.name)}</title>
<link>${urlOn(outlet, '/')}</link>
<description>${escapeHtml(outlet.tagline)}</description>
<items><rdf:Seq>${entries.map(({ url }) => `<rdf:li rdf:resource="${escapeHtml(url)}"/>`).join('')}</rdf:Seq></items>
</channel>
${entries
  .map(
    ({ url, title, teaser, authors, published }) => `<item rdf:about="${escapeHtml(url)}">
<title>${escapeHtml(title)}</title>
<link>${escapeHtml(url)}</link>
<dc:date>${published}</dc:date>
${authors.map((name) => `<dc:creator>${escapeHtml(name)}</dc:creator>`).join('')}
<description>${escapeHtml(teaser)}</description>
</item>`,
  )
  .join('\n')}
</rdf:RDF>
`
}

/** @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
function newsSitemap(outlet: Outlet, entries: readonly Entry[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${entries
  .map(
    ({ url, title, published }) => `<url>
<loc>${escapeHtml(url)}</loc>
<lastmod>${published}</lastmod>
<news:news>
<news:publication><news:name>${escapeHtml(outlet.name)}</news:name><news:language>${outlet.language}</news:language></news:publication>
<news:publication_date>${published}</news:publication_date>
<news:title>${escapeHtml(title)}</news:title>
</news:news>
</url>`,
  )
  .join('\n')}
</urlset>
`
}
