import type { AgencyId } from './agencies.ts'
import type { OutletId } from './outlets.ts'

/** A piece of an article's body, in reading order. `image`, `also` and `time` are on the page but not in the text. */
export type Block =
  | { readonly type: 'paragraph' | 'heading' | 'quote'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'image'; readonly file: string; readonly caption: string; readonly credit: string }
  /** An "also read" line in the middle of the body, to another article of the newsroom. */
  | { readonly type: 'also'; readonly article: string }
  /** Head of an update in a live blog: what follows appears once the simulated time has come. */
  | { readonly type: 'time'; readonly at: string; readonly title: string }

export type CopyKind = 'exact' | 'edited' | 'partial' | 'reworded'

/** What may be wrong, or special, with the one page. */
export type Quirk =
  /** Canonical link to the front page of the outlet. */
  | 'lying-canonical'
  /** Canonical link to the same URL with https, which nobody serves. */
  | 'https-canonical'
  /** Bytes are UTF-8 and the page says so, the header says ISO-8859-1. */
  | 'wrong-charset'
  /** "3 hours ago" and nothing else. */
  | 'relative-date'
  /** The text breaks off at a subscription offer. */
  | 'paywall'
  | 'live-blog'
  /** Also served under /amp/, by templates that have one. */
  | 'amp'

/** A change of the page at a simulated time; what is not named stays. */
export type Edit = {
  readonly at: string
  /** stealth: the substance changes and the page does not say so. */
  readonly kind: 'stealth' | 'correction' | 'update'
  readonly title?: string
  readonly body?: readonly Block[]
  readonly modified?: string
  /** Correction notice as printed. */
  readonly notice?: string
}

export type Article = {
  /** Unique in the newsroom, e.g. "tarnholm-flood/northwire". */
  readonly id: string
  readonly outlet: OutletId
  /** Path on the outlet's host, with a leading slash. */
  readonly path: string
  readonly title: string
  readonly standfirst?: string
  /** People. */
  readonly authors: readonly string[]
  /** Printed where no people are named, e.g. "Citizen Newsdesk". */
  readonly desk?: string
  /** Whose text it is, and where the page says so; `none`: only a comparison of texts can tell. */
  readonly agency?: { readonly id: AgencyId; readonly credit: 'byline' | 'dateline' | 'foot' | 'none' }
  readonly dateline?: { readonly place: string; readonly raw: string }
  /** UTC, as all times here. */
  readonly published: string
  readonly modified?: string
  readonly section: string
  readonly body: readonly Block[]
  readonly copyOf?: { readonly article: string; readonly kind: CopyKind }
  readonly quirks?: readonly Quirk[]
  readonly edits?: readonly Edit[]
  /** From then on the old URL answers 301 to the new path. */
  readonly moved?: { readonly at: string; readonly path: string }
  /** From then on the URL answers 410. */
  readonly gone?: string
  /** robots.txt forbids it: listed, never to be fetched. */
  readonly disallowed?: boolean
}

export type Story = {
  readonly id: string
  readonly label: string
  /** IPTC Media Topics, top level; the first is the main one. */
  readonly topics: readonly string[]
  readonly articles: readonly Article[]
}
