/** A feed of our own, to be rendered. URLs absolute, times in UTC as ISO 8601. */
export type OutputFeed = {
  readonly title: string
  readonly description: string | null
  /** The page the feed is of. */
  readonly url: string
  /** Where the feed itself stands. */
  readonly selfUrl: string
  /** WebSub hubs that tell of changes. */
  readonly hubUrls: readonly string[]
  /** BCP 47; null: several. */
  readonly language: string | null
  readonly updatedAt: string
  readonly entries: readonly OutputEntry[]
}

export type OutputEntry = {
  /** For ever the same, e.g. "urn:uuid:…" or a URL. */
  readonly id: string
  readonly url: string
  readonly title: string
  /** Plain text. */
  readonly summary: string | null
  /** Safe HTML. */
  readonly contentHtml: string | null
  readonly authors: readonly string[]
  readonly categories: readonly string[]
  readonly publishedAt: string | null
  readonly updatedAt: string
  readonly language: string | null
  readonly imageUrl: string | null
  /** The publisher it was taken from. */
  readonly source: { readonly title: string; readonly url: string } | null
}
