import type { FoundListing, PollHints } from '@dateline/domain'
import type { ListedArticle } from '@dateline/intake'
import type { Hub, PolledListing } from '@dateline/work-state'

type Validators = {
  etag: string | null
  lastModified: string | null
  /** Requests made, robots.txt not counted. */
  fetches: number
}

export type Listing =
  | (Validators & {
      kind: 'entries'
      entries: readonly ListedArticle[]
      /** Null: as it was, the source has not changed. */
      hints: PollHints | null
      /** Where a feed says that its changes are told; null: nowhere; undefined: not said this time. */
      hub?: Hub | null
      /** Of a site. */
      site?: SiteListings
    })
  | (Validators & {
      kind: 'failed'
      reason: string
      detail: string
      /** The same poll may succeed later. */
      retryable: boolean
      /** How long the source asks to be left alone, in milliseconds, or null. */
      askedMs: number | null
    })
  | { kind: 'postponed'; untilMs: number }

export type SiteListings = {
  polled: readonly PolledListing[]
  /** Null: not looked for this time. */
  found: readonly FoundListing[] | null
}

export function failed(
  { reason, detail }: { reason: string; detail: string },
  { retryable = true, askedMs = null }: { retryable?: boolean; askedMs?: number | null } = {},
): Listing {
  return { kind: 'failed', reason, detail, retryable, askedMs, etag: null, lastModified: null, fetches: 1 }
}
