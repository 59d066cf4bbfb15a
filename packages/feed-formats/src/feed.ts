/** A feed of any format in one shape. Every value is the feed's own word, or null. URLs are absolute, times in UTC. */
export type Feed = {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json'
  /** As declared, e.g. "2.0"; null: not said. */
  readonly version: string | null
  readonly encoding: string
  readonly feed: FeedHead
  /** In the feed's order, at most FEED_ENTRIES_MAX. */
  readonly entries: readonly FeedEntry[]
  readonly links: FeedLinks
  readonly polling: FeedPolling
  /** Limits that cut something off, e.g. "too-many-records"; empty: all was read. */
  readonly cut: readonly string[]
}

export type FeedHead = {
  /** Plain text, like all titles. */
  readonly title: string | null
  /** The site or page the feed is of. */
  readonly url: string | null
  readonly description: string | null
  readonly id: string | null
  /** BCP 47 as declared. */
  readonly language: string | null
  readonly authors: readonly string[]
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  readonly categories: readonly string[]
  readonly imageUrl: string | null
  readonly rights: string | null
  readonly generator: string | null
}

export type FeedEntry = {
  readonly title: string | null
  /** The article, to be fetched; null: the entry names no http(s) URL. */
  readonly url: string | null
  /** Where the entry says it stands, as written where that cannot be fetched: "urn:uuid:…", "mailto:…", a bare path. */
  readonly link: string | null
  readonly id: string | null
  /** Names as printed, without addresses of mail where there is a name. */
  readonly authors: readonly string[]
  /** HTML as sent, unsafe: never show it unfiltered. */
  readonly summary: string | null
  /** Full text as sent, under the same caution. */
  readonly content: string | null
  readonly publishedAt: string | null
  readonly updatedAt: string | null
  readonly language: string | null
  readonly categories: readonly string[]
  readonly enclosures: readonly { url: string; mediaType: string | null; bytes: number | null }[]
  readonly imageUrl: string | null
  readonly commentsUrl: string | null
  /** Feed that an aggregator took the entry from. */
  readonly source: { title: string | null; url: string | null } | null
}

export type FeedLinks = {
  readonly self: string | null
  /** WebSub hubs. */
  readonly hubs: readonly string[]
  /** RFC 5005: older entries. */
  readonly next: string | null
  readonly previousArchive: string | null
}

/** What the feed asks of those who poll it. */
export type FeedPolling = {
  /** RSS ttl, or the period of the syndication module. */
  readonly ttlMinutes: number | null
  /** Hours (0 to 23, UTC) and days ("Monday") in which nothing is published. */
  readonly skipHours: readonly number[]
  readonly skipDays: readonly string[]
  /** True: the feed says that it has ended (JSON Feed "expired", RFC 5005 "complete"). */
  readonly complete: boolean
}

export type FeedError = {
  /** Stable: counted, and shown to operators. */
  readonly code: 'empty' | 'too-large' | 'html-page' | 'sitemap' | 'not-a-feed' | 'bad-json'
  readonly message: string
}
