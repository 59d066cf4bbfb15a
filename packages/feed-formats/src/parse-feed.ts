import { decodeXml } from './decode-xml.ts'
import type { Feed, FeedError } from './feed.ts'
import { DOCUMENT_BYTES_MAX, FEED_ENTRIES_MAX } from './limits.ts'
import { languageTag, readEntry } from './read-entry.ts'
import { readFeedLinks, readHead, readPolling } from './read-head.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { linksOf } from './read-links.ts'
import { baseOf } from './resolve-url.ts'
import { dropLastText, firstOf } from './xml-query.ts'
import { readXml, type XmlElement } from './xml-tree.ts'

const RECORDS: ReadonlySet<string> = new Set(['item', 'entry', 'atom:entry', 'atom:item', 'rdf:item'])

/**
 * Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0 and JSON Feed, as forgivingly as feedparser does: wrong encodings, unescaped
 * markup, missing end tags and namespaces, dates of every kind. Never throws, and never guesses: what the feed does not
 * say is null.
 *
 * @param body at most DOCUMENT_BYTES_MAX bytes, content codings undone.
 * @param url where the feed was found: relative references are read against it.
 */
export function parseFeed(input: {
  body: Uint8Array
  contentType?: string | null
  url?: string | null
}): Feed | { error: FeedError } {
  const { body, contentType, url = null } = input
  if (body.length > DOCUMENT_BYTES_MAX) {
    return failure('too-large', `Feed has ${body.length} bytes; at most ${DOCUMENT_BYTES_MAX} are read`)
  }
  const { text, encoding } = decodeXml(body, contentType)
  if (text.trim() === '') return failure('empty', 'The document is empty')
  if (/^\s*\{/.test(text)) return readJsonFeed(text, encoding, url)
  const records: XmlElement[] = []
  const { root, cut } = readXml(text, {
    names: RECORDS,
    recordsMax: FEED_ENTRIES_MAX,
    onRecord: (record, isWhole) => {
      if (!isWhole) dropLastText(record)
      records.push(record)
    },
  })
  const format = root === null ? null : formatOf(root, records)
  if (root === null || format === null) return notAFeed(root)
  return readXmlFeed(root, RECORDS.has(root.name) ? [root] : records, format, { encoding, url, cut: [...cut] })
}

function readXmlFeed(
  root: XmlElement,
  records: readonly XmlElement[],
  format: 'rss' | 'rdf' | 'atom',
  { encoding, url, cut }: { encoding: string; url: string | null; cut: readonly string[] },
): Feed {
  const channel = format === 'atom' ? root : (firstOf(root, 'channel', 'rss:channel', 'atom:channel') ?? root)
  const byDefault = format === 'atom' ? 'text' : 'html'
  const links = linksOf(channel, url)
  const feed = readHead(channel, links, url, byDefault)
  const language = feed.language ?? languageTag(root.language)
  const authors = format === 'atom' ? feed.authors : []
  // A relative link in RSS is meant against the site; xml:base, where there is one, says more.
  const base = format === 'atom' ? url : (feed.url ?? baseOf(channel, url))
  return {
    ...{ format, version: root.attributes.version || null, encoding },
    feed: { ...feed, language },
    entries: records.map((record) => readEntry(record, { base, byDefault, language, authors })),
    links: readFeedLinks(links),
    polling: readPolling(channel),
    cut,
  }
}

function formatOf(root: XmlElement, records: readonly XmlElement[]): 'rss' | 'rdf' | 'atom' | null {
  const name = root.local.toLowerCase()
  if (name === 'rss' || name === 'channel') return 'rss'
  if (name === 'rdf') return 'rdf'
  if (name === 'feed' || name === 'entry') return 'atom'
  if (['html', 'urlset', 'sitemapindex', 'opml'].includes(name) || records.length === 0) return null
  return records[0]!.name.endsWith('entry') ? 'atom' : 'rss'
}

function notAFeed(root: XmlElement | null): { error: FeedError } {
  const name = root?.local.toLowerCase() ?? ''
  if (['html', 'head', 'body', 'meta', 'script', 'title'].includes(name)) {
    return failure('html-page', 'This is a web page, not a feed; look for the feeds it names')
  }
  if (name === 'urlset' || name === 'sitemapindex') return failure('sitemap', 'This is a sitemap; register it as one')
  return failure(
    'not-a-feed',
    root === null ? 'No markup was found' : `No feed begins with <${root.local.slice(0, 50)}>`,
  )
}

function failure(code: FeedError['code'], message: string): { error: FeedError } {
  return { error: { code, message } }
}
