import type { Feed, FeedEntry, FeedError } from './feed.ts'
import { feedDate } from './feed-date.ts'
import { FEED_ENTRIES_MAX, TEXT_CHARS_MAX, VALUES_MAX } from './limits.ts'
import { resolveUrl } from './resolve-url.ts'
import { withoutControls } from './without-controls.ts'

type Json = Readonly<Record<string, unknown>>

/** JSON Feed 1.0 and 1.1. @see https://www.jsonfeed.org/version/1.1/ */
export function readJsonFeed(text: string, encoding: string, url: string | null): Feed | { error: FeedError } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { error: { code: 'bad-json', message: `The feed is no valid JSON: ${String(error).slice(0, 200)}` } }
  }
  if (!isObject(json) || !(Array.isArray(json.items) || /jsonfeed/.test(textIn(json, 'version') ?? ''))) {
    return { error: { code: 'not-a-feed', message: 'The JSON is no JSON Feed: it has no "items"' } }
  }
  const all = (Array.isArray(json.items) ? json.items : []).filter(isObject)
  const base = resolveUrl(textIn(json, 'home_page_url'), url) ?? url
  const language = textIn(json, 'language')
  const authors = authorsIn(json)
  return {
    ...{ format: 'json', version: /\/version\/([\d.]+)/.exec(textIn(json, 'version') ?? '')?.[1] ?? null, encoding },
    feed: {
      ...{
        title: titleIn(json),
        url: resolveUrl(textIn(json, 'home_page_url'), url),
        description: htmlIn(json, 'description'),
      },
      ...{ id: textIn(json, 'feed_url'), language, authors, publishedAt: null, updatedAt: null, categories: [] },
      imageUrl: resolveUrl(textIn(json, 'icon') ?? textIn(json, 'favicon'), url),
      ...{ rights: null, generator: null },
    },
    entries: all.slice(0, FEED_ENTRIES_MAX).map((item) => readItem(item, { base, language, authors })),
    links: {
      self: resolveUrl(textIn(json, 'feed_url'), url),
      hubs: objectsIn(json, 'hubs').flatMap((hub) => resolveUrl(textIn(hub, 'url'), url) ?? []),
      next: resolveUrl(textIn(json, 'next_url'), url),
      previousArchive: null,
    },
    polling: { ttlMinutes: null, skipHours: [], skipDays: [], complete: json.expired === true },
    cut: all.length > FEED_ENTRIES_MAX ? ['too-many-records'] : [],
  }
}

type Context = { base: string | null; language: string | null; authors: readonly string[] }

function readItem(item: Json, { base, language, authors }: Context): FeedEntry {
  const own = authorsIn(item)
  const id = textIn(item, 'id')
  const named = resolveUrl(textIn(item, 'url') ?? textIn(item, 'external_url'), base)
  // An id that is an address is the item's permanent one.
  const url = named ?? (id !== null && /^https?:\/\//i.test(id) ? resolveUrl(id, base) : null)
  return {
    title: titleIn(item),
    url,
    link: url ?? textIn(item, 'url') ?? id,
    id,
    authors: own.length > 0 ? own : authors,
    summary: htmlIn(item, 'summary'),
    content: textIn(item, 'content_html') ?? htmlIn(item, 'content_text'),
    publishedAt: feedDate(textIn(item, 'date_published')),
    updatedAt: feedDate(textIn(item, 'date_modified')),
    language: textIn(item, 'language') ?? language,
    categories: (Array.isArray(item.tags) ? item.tags : [])
      .filter((tag) => typeof tag === 'string')
      .slice(0, VALUES_MAX),
    enclosures: objectsIn(item, 'attachments').flatMap((attachment) => {
      const attached = resolveUrl(textIn(attachment, 'url'), base)
      const bytes = attachment.size_in_bytes
      const size = typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null
      return attached === null ? [] : [{ url: attached, mediaType: textIn(attachment, 'mime_type'), bytes: size }]
    }),
    imageUrl: resolveUrl(textIn(item, 'image') ?? textIn(item, 'banner_image'), base),
    ...{ commentsUrl: null, source: null },
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One object where a list of them should be is a list of one. */
function objectsIn(parent: Json, key: string): Json[] {
  const value = parent[key]
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.slice(0, VALUES_MAX).filter(isObject)
}

/** Numbers are taken as text: ids are often written so. */
function textIn(parent: Json, key: string): string | null {
  const value = parent[key]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== ''
    ? withoutControls(value.trim().slice(0, TEXT_CHARS_MAX).toWellFormed())
    : null
}

/** Plain text by the specification: a "<" in it is one. */
function titleIn(parent: Json): string | null {
  return textIn(parent, 'title')?.replace(/\s+/g, ' ') ?? null
}

/** Plain text as HTML. */
function htmlIn(parent: Json, key: string): string | null {
  return textIn(parent, key)?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') ?? null
}

/** Version 1.1 has `authors`, 1.0 `author`. */
function authorsIn(parent: Json): string[] {
  const single = parent.author
  const authors = [...objectsIn(parent, 'authors'), ...(isObject(single) ? [single] : [])]
  const names = authors.flatMap((author) => textIn(author, 'name') ?? textIn(author, 'url') ?? [])
  return [...new Set(typeof single === 'string' ? [...names, single] : names)]
}
