import type { ArticleEventOf, Classification, StoryEvent } from '@dateline/domain'

/** What grouping needs of one article: its text without furniture, and what its page and its classification say. */
export type StoryDocument = {
  readonly articleId: string
  /** Of the event that made it known. */
  readonly position: number
  /** The article was classified before: an article that has been forgotten is not taken for a new one. */
  readonly isRevision?: boolean
  /** Its text was read anew from the same page, by better rules: the earlier reading was never what the page said. */
  readonly isReadAgain?: boolean
  readonly title: string
  readonly standfirst: string | null
  /** Paragraphs divided by one blank line. */
  readonly text: string
  /** A day, month or instant as the page says it; null: it does not say. */
  readonly publishedAt: string | null
  /** UTC instant at which we first had it. */
  readonly seenAt: string
  /** It was handed to us, and nobody said when it was captured: `seenAt` says nothing about its news. */
  readonly isUndated?: boolean
  readonly host: string | null
  readonly publisher: string | null
  readonly agency: { readonly id: string; readonly basis: 'explicit' | 'derived' | 'inferred' } | null
  readonly language: string | null
  readonly entities: Classification['entities']
  /** IPTC codes, best first. */
  readonly topics: readonly string[]
}

/** That an article is a copy, and of what; that it is none after all; or that people leave this open again. */
export type CopyEvent = ArticleEventOf<'CopyDetected' | 'CopyRetracted' | 'CopyReleased'>

export type Copy = ArticleEventOf<'CopyDetected'>['data']

/** An event to record, and the stream it belongs to. */
export type Decision = { readonly stream: string; readonly event: StoryEvent | CopyEvent }

const DAY_MS = 86_400_000

/** Forms of `publishedAt` that Date.parse reads alike on every machine: a year, month, day or instant in UTC. */
const UTC_TIME = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?)?)?$/

/**
 * When the article's news was news, in days since 1970: its date, but never later than the time it was seen.
 *
 * @returns NaN: neither the page nor its capture says.
 */
export function dayOf({
  publishedAt,
  seenAt,
  isUndated,
}: Pick<StoryDocument, 'publishedAt' | 'seenAt' | 'isUndated'>): number {
  const seen = UTC_TIME.test(seenAt) ? Date.parse(seenAt) : Number.NaN
  const published = publishedAt !== null && UTC_TIME.test(publishedAt) ? Date.parse(publishedAt) : Number.NaN
  if (Number.isNaN(published) && isUndated === true) return Number.NaN
  if (Number.isNaN(published)) return Number.isNaN(seen) ? 0 : seen / DAY_MS
  return (Number.isNaN(seen) ? published : Math.min(published, seen)) / DAY_MS
}

/** When we first had the article, in days since 1970. */
export function seenDayOf({ seenAt }: Pick<StoryDocument, 'seenAt'>): number {
  return UTC_TIME.test(seenAt) ? Date.parse(seenAt) / DAY_MS : 0
}
