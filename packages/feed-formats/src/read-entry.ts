import type { FeedEntry } from './feed.ts'
import { feedDate } from './feed-date.ts'
import { VALUES_MAX } from './limits.ts'
import { authorsOf } from './person-names.ts'
import { plainText } from './plain-text.ts'
import { alternateOf, type Link, linksOf, relOf } from './read-links.ts'
import { baseOf, resolveUrl } from './resolve-url.ts'
import { htmlOf, type TextDefault, titleOf } from './text-construct.ts'
import { elementsOf, firstOf, firstValue, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-tree.ts'

/** What an entry takes from its feed. */
export type EntryContext = {
  readonly base: string | null
  readonly byDefault: TextDefault
  readonly language: string | null
  /** Atom's feed authors stand for entries that name none; RSS's do not. */
  readonly authors: readonly string[]
}

const PUBLISHED = ['pubdate', 'atom:published', 'published', 'atom:issued', 'issued', 'dcterms:issued', 'dc:date']
const CREATED = ['dcterms:created', 'atom:created', 'created', 'dc:date.taken', 'date', 'prism:publicationdate']
const UPDATED = ['atom:updated', 'updated', 'atom:modified', 'modified', 'dcterms:modified', 'lastbuilddate']
const SUMMARY = ['description', 'atom:summary', 'summary', 'dc:description', 'itunes:summary', 'media:description']
const MORE_SUMMARY = ['googleplay:description', 'itunes:subtitle', 'dcterms:abstract', 'abstract']
const CONTENT = ['content:encoded', 'atom:content', 'content', 'xhtml:body', 'body', 'fullitem', 'xhtml:div']

/** An `item` or `entry` of RSS, RDF or Atom, modules included; the vocabularies may be mixed. */
export function readEntry(entry: XmlElement, context: EntryContext): FeedEntry {
  const base = baseOf(entry, context.base)
  const links = linksOf(entry, context.base)
  const group = firstOf(entry, 'media:group')
  const enclosures = enclosuresOf(entry, links, base)
  const id = idOf(entry, base)
  const url = entryUrl(entry, links, base, id) ?? enclosures[0]?.url ?? null
  return {
    title: firstTitle(entry, group, context.byDefault),
    url,
    link: url ?? writtenLink(entry, id),
    id,
    authors: authorsWithin(entry, context),
    summary: firstHtml([entry, group], [...SUMMARY, ...MORE_SUMMARY], context.byDefault),
    content: firstHtml([entry], CONTENT, context.byDefault),
    publishedAt: dateOf(entry, ...PUBLISHED, ...CREATED),
    updatedAt: dateOf(entry, ...UPDATED),
    language: languageTag(firstValue(entry, 'dc:language', 'language') ?? entry.language) ?? context.language,
    categories: categoriesOf(entry),
    enclosures,
    imageUrl: imageOf([entry, group], base),
    commentsUrl: resolveUrl(firstValue(entry, 'comments'), base) ?? relOf(links, 'replies'),
    source: sourceOf(entry, base),
  }
}

export function dateOf(element: XmlElement, ...names: string[]): string | null {
  for (const name of names) {
    const dates = elementsOf(element, name).map((found) => feedDate(textOf(found)))
    const date = dates.findLast((found) => found !== null)
    if (date !== undefined) return date
  }
  // Microsoft's Channel Definition Format, the oldest of feeds.
  return feedDate(element.attributes.lastmod ?? null)
}

/** What an element's language is by BCP 47, which has hyphens where some write "en_US". */
export function languageTag(language: string | null): string | null {
  return language?.trim().replaceAll('_', '-') || null
}

/** Atom's `term` or label, RSS's text, Dublin Core's subjects, nested categories of podcasts; each once. */
export function categoriesOf(element: XmlElement): string[] {
  const found: string[] = []
  const names = ['atom:category', 'category', 'dc:subject', 'media:category', 'itunes:category', 'rss:category']
  for (const category of elementsOf(element, ...names)) {
    const { term, label, text } = category.attributes
    found.push(plainText(term ?? label ?? text ?? textOf(category)))
    for (const inner of elementsOf(category, 'itunes:category')) found.push(plainText(inner.attributes.text ?? ''))
  }
  const keywords = firstValue(element, 'media:keywords', 'itunes:keywords')?.split(/[,;]/) ?? []
  found.push(...keywords.map(plainText))
  return [...new Set(found.filter((name) => name !== ''))].slice(0, VALUES_MAX)
}

export function firstHtml(
  parents: readonly (XmlElement | null)[],
  names: readonly string[],
  byDefault: TextDefault,
): string | null {
  for (const parent of parents) {
    if (parent === null) continue
    for (const name of names) {
      for (const element of elementsOf(parent, name)) {
        const html = htmlOf(element, element.name.startsWith('atom:') ? 'text' : byDefault)
        if (html !== null) return html
      }
    }
  }
  return null
}

export function firstTitle(parent: XmlElement, group: XmlElement | null, byDefault: TextDefault): string | null {
  for (const name of ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title']) {
    for (const element of [...elementsOf(parent, name), ...(group === null ? [] : elementsOf(group, name))]) {
      const title = titleOf(element, name === 'atom:title' ? 'text' : byDefault)
      if (title !== null) return title
    }
  }
  return null
}

function authorsWithin(entry: XmlElement, context: EntryContext): readonly string[] {
  const own = authorsOf(entry)
  if (own.length > 0) return own
  const source = firstOf(entry, 'atom:source')
  const inherited = source === null ? [] : authorsOf(source)
  return inherited.length > 0 ? inherited : context.authors
}

function idOf(entry: XmlElement, base: string | null): string | null {
  const id = firstValue(entry, 'guid', 'atom:id', 'id', 'dc:identifier') ?? entry.attributes['rdf:about'] ?? null
  // Relative ids only make sense against an xml:base.
  return id !== null && entry.bases.length > 0 && !/^[a-z][\w+.-]*:/i.test(id) ? resolveUrl(id, base) : id
}

/** FeedBurner's note of the original, the link, the guid where it is an address. */
function entryUrl(entry: XmlElement, links: readonly Link[], base: string | null, id: string | null): string | null {
  const original = resolveUrl(firstValue(entry, 'feedburner:origlink'), base)
  const link = original ?? alternateOf(links)
  if (link !== null) return link
  const guid = isPermalink(entry) && /^https?:\/\//i.test(id ?? '') ? resolveUrl(id, base) : null
  const { 'rdf:about': about, href } = entry.attributes
  return guid ?? resolveUrl(about ?? href ?? null, base)
}

/** A guid is an address unless it says that it is none; so is an Atom id. */
function isPermalink(entry: XmlElement): boolean {
  return firstOf(entry, 'guid')?.attributes.ispermalink?.toLowerCase() !== 'false'
}

function writtenLink(entry: XmlElement, id: string | null): string | null {
  for (const link of elementsOf(entry, 'atom:link', 'link')) {
    const written = link.attributes.href ?? textOf(link)
    if (written !== '' && /^(?:alternate)?$/i.test(link.attributes.rel ?? '')) return written
  }
  return isPermalink(entry) ? id : null
}

function enclosuresOf(entry: XmlElement, links: readonly Link[], base: string | null): FeedEntry['enclosures'] {
  const group = elementsOf(entry, 'media:group').flatMap((found) => elementsOf(found, 'media:content'))
  const media = [...elementsOf(entry, 'enclosure', 'media:content', 'rss:enclosure'), ...group]
  const attached = links.filter(({ rel }) => rel === 'enclosure').map(({ element }) => element)
  const found = new Map<string, FeedEntry['enclosures'][number]>()
  for (const { attributes } of [...media, ...attached]) {
    const url = resolveUrl(attributes.url ?? attributes.href ?? attributes['rdf:resource'] ?? null, base)
    const length = attributes.length ?? attributes.filesize ?? ''
    const bytes = /^\d{1,15}$/.test(length) ? Number(length) : null
    if (url !== null && !found.has(url)) found.set(url, { url, mediaType: attributes.type || null, bytes })
  }
  return [...found.values()].slice(0, VALUES_MAX)
}

function imageOf(parents: readonly (XmlElement | null)[], base: string | null): string | null {
  for (const parent of parents) {
    if (parent === null) continue
    for (const { attributes, name } of elementsOf(
      parent,
      'media:thumbnail',
      'itunes:image',
      'media:content',
      'enclosure',
    )) {
      const isImage =
        /thumbnail|itunes/.test(name) || attributes.medium === 'image' || /^image\//.test(attributes.type ?? '')
      const url = isImage ? resolveUrl(attributes.url ?? attributes.href ?? null, base) : null
      if (url !== null) return url
    }
  }
  return null
}

function sourceOf(entry: XmlElement, base: string | null): FeedEntry['source'] {
  const source = firstOf(entry, 'atom:source', 'source')
  if (source === null) return null
  const title = firstTitle(source, null, 'text') ?? (plainText(textOf(source)) || null)
  const url = resolveUrl(source.attributes.url ?? null, base) ?? alternateOf(linksOf(source, base))
  return title === null && url === null ? null : { title, url }
}
