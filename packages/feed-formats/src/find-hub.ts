import LinkHeader from 'http-link-header'
import type { FeedLinks } from './feed.ts'
import { resolveUrl } from './resolve-url.ts'

const LINK_CHARS_MAX = 8_000

/** Where a feed says that its changes are told (WebSub), and the name under which they are. */
export type FeedHub = { readonly hub: string; readonly topic: string }

/**
 * The hub of a feed: as its HTTP Link header says or, without one, as the feed itself says; the first of several.
 *
 * @param linkHeader all Link fields, joined by commas; null: none.
 * @param url where the feed was found: its topic where it names no other.
 * @see https://www.w3.org/TR/websub/#discovery
 */
export function findHub(links: FeedLinks, linkHeader: string | null, url: string): FeedHub | null {
  const header = readLinks(linkHeader, url)
  const hub = header.hub ?? links.hubs[0] ?? null
  return hub === null ? null : { hub, topic: header.self ?? links.self ?? url }
}

function readLinks(linkHeader: string | null, url: string): { hub: string | null; self: string | null } {
  if (linkHeader === null || linkHeader.length > LINK_CHARS_MAX) return { hub: null, self: null }
  try {
    const { refs } = LinkHeader.parse(linkHeader)
    const first = (rel: string) => refs.find((link) => link.rel.toLowerCase().split(/\s+/).includes(rel))?.uri ?? null
    return { hub: resolveUrl(first('hub'), url), self: resolveUrl(first('self'), url) }
  } catch {
    return { hub: null, self: null } // not a Link header: the feed itself may still say
  }
}
