import {
  article,
  articleIdOfUrl,
  LISTED_MAX,
  type ListingRefusal,
  listingStream,
  normalUrl,
  sha256Hex,
  unwrapUrl,
} from '@dateline/domain'
import { WrongVersionError } from '@dateline/event-store'
import { rememberListings, type SourcePoll, unseenListings } from '@dateline/work-state'
import type { Dependencies } from './dependencies.ts'

/** One URL that a source lists, with what the listing says of it. */
export type ListedArticle = {
  url: string
  title: string | null
  /** UTC, or null. */
  publishedAt: string | null
  /** Why it is not taken up; absent: it is. */
  refused?: ListingRefusal
}

/** Appends in flight together: they travel in one commit. */
const AT_A_TIME = 64
/** New URLs taken up in one poll. What a listing has beyond it is new again at the next. */
const NEW_MAX = 5_000
const KEYS_PER_QUERY = 5_000

type Candidate = { entry: ListedArticle; url: string; normal: string }
/** By what is known of it: the id of the article it would be, or the hash of an address that cannot be one. */
type Listed = { articles: Map<string, Candidate>; refused: Map<string, { url: string; reason: ListingRefusal }> }

export type Discovery = {
  /** Articles that nobody had heard of. */
  discovered: number
  /** URLs that this source had not listed before. */
  listed: number
  /** The listing has more that is new: it must be read again, changed or not. */
  hasMore: boolean
}

/**
 * Records everything that a source lists for the first time: articles, those that nobody had heard of as new, and addresses
 * that were refused, and why. Running twice records nothing twice.
 */
export async function discoverArticles(
  { database: { db }, log, now }: Pick<Dependencies, 'database' | 'log' | 'now'>,
  { sourceId, kind }: Pick<SourcePoll, 'sourceId' | 'kind'>,
  entries: readonly ListedArticle[],
): Promise<Discovery> {
  const { articles, refused } = sortOut(entries)
  const unseen = await unseenOf([...articles.keys(), ...refused.keys()])
  const fresh = unseen.slice(0, NEW_MAX)
  const ids = fresh.filter((key) => articles.has(key))
  const isNew: boolean[] = []
  for (let start = 0; start < ids.length; start += AT_A_TIME) {
    isNew.push(...(await Promise.all(ids.slice(start, start + AT_A_TIME).map((id) => discover(id)))))
  }
  await recordListed(
    ids,
    fresh.flatMap((key) => refused.get(key) ?? []),
  )
  await rememberListings(db, sourceId, fresh)
  const discovered = isNew.filter(Boolean).length
  return { discovered, listed: fresh.length, hasMore: unseen.length > fresh.length }

  async function unseenOf(keys: readonly string[]): Promise<string[]> {
    const found: string[] = []
    for (let start = 0; start < keys.length && found.length <= NEW_MAX; start += KEYS_PER_QUERY) {
      const some = keys.slice(start, start + KEYS_PER_QUERY)
      const unseenKeys = await unseenListings(db, sourceId, some)
      found.push(...some.filter((key) => unseenKeys.has(key)))
    }
    return found
  }

  async function discover(articleId: string): Promise<boolean> {
    const { entry, url, normal } = articles.get(articleId)!
    const data = {
      url,
      normalUrl: normal,
      sourceId,
      via: kind,
      listedTitle: entry.title,
      listedPublishedAt: toInstant(entry.publishedAt),
      discoveredAt: now().toISOString(),
    }
    const events = article.decide({ type: 'DiscoverArticle', data }, article.initial)
    try {
      await log.append(articleId, 'new', events, { cause: `discover/${articleId}/${sourceId}` })
      return true
    } catch (error) {
      if (error instanceof WrongVersionError) return false
      throw error
    }
  }

  async function recordListed(
    articleIds: readonly string[],
    refusals: readonly { url: string; reason: ListingRefusal }[],
  ): Promise<void> {
    const listedAt = now().toISOString()
    for (let start = 0; start < Math.max(articleIds.length, refusals.length); start += LISTED_MAX) {
      const part = {
        articleIds: articleIds.slice(start, start + LISTED_MAX),
        refused: refusals.slice(start, start + LISTED_MAX),
      }
      const cause = `listed/${sourceId}/${sha256Hex(JSON.stringify(part))}`
      const event = { type: 'UrlsListed', data: { sourceId, ...part, listedAt } }
      await log.append(listingStream(sourceId), 'any', [event], { cause })
    }
  }
}

function sortOut(entries: readonly ListedArticle[]): Listed {
  const listed: Listed = { articles: new Map(), refused: new Map() }
  const refuse = (address: string, reason: ListingRefusal) => {
    const url = address.slice(0, REFUSED_CHARS_MAX).toWellFormed().replaceAll('\0', '\uFFFD')
    listed.refused.set(sha256Hex(url), { url, reason })
  }
  for (const entry of entries) {
    if (entry.refused !== undefined) {
      refuse(entry.url, entry.refused)
      continue
    }
    const url = unwrapUrl(entry.url)
    const normal = normalUrl(url)
    if (normal === null) refuse(entry.url, 'not-http')
    else if (!listed.articles.has(articleIdOfUrl(normal))) {
      listed.articles.set(articleIdOfUrl(normal), { entry, url, normal })
    }
  }
  return listed
}

/** Enough to see what it was: some feeds list whole documents as data URLs. */
const REFUSED_CHARS_MAX = 1_000

/** A listing's date is a hint: one that is no date is left out. */
function toInstant(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
