import type { FetchReason } from './fetch-reasons.ts'
import type { HeaderList } from './request/headers.ts'
import type { UsagePolicy } from './request/usage-policy.ts'

/** What the document is wanted for: decides on the Accept header, limits and the content types that are refused. */
export type FetchPurpose = 'article' | 'feed' | 'sitemap' | 'page' | 'robots'

export type FetchRequest = {
  readonly url: string
  readonly purpose: FetchPurpose
  /** From an earlier result: the server may answer "not modified". */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** Asked of this host over the fetcher's own, e.g. by a source's settings; the longer gap counts. */
  readonly gapMs?: number
  /** Ends the fetch with an exception: for shutdown, not for time limits. */
  readonly signal?: AbortSignal
}

export type Redirect = { readonly url: string; readonly status: number }

/** One exchange as it went over the wire, for the archive; body apart. */
export type Exchange = {
  readonly httpVersion: '1.1' | '2'
  /** Address that answered; null: not known (a proxy stood between). */
  readonly serverAddress: string | null
  readonly requestHeaders: HeaderList
  readonly responseHeaders: HeaderList
}

export type FetchedDocument = Exchange & {
  readonly kind: 'document'
  readonly finalUrl: string
  readonly httpStatus: number
  readonly contentType: string | null
  /** Content-Encoding taken off; charset untouched. */
  readonly body: Buffer
  readonly etag: string | null
  readonly lastModified: string | null
  /** Hops before the final URL, in order. */
  readonly redirects: readonly Redirect[]
  /** UTC, when the request that was answered was sent. */
  readonly fetchedAt: string
  /** Of all requests, waiting for turns not counted. */
  readonly durationMs: number
  /** What the publisher's headers say about archiving, snippets and text mining. */
  readonly usage: UsagePolicy
}

export type FetchFailed = {
  readonly kind: 'failed'
  /** The URL that failed: a redirect may have led there. */
  readonly failedUrl: string
  readonly reason: FetchReason
  readonly detail: string
  readonly httpStatus: number | null
  /** From Retry-After, or when robots.txt is asked for again. */
  readonly retryAfterMs: number | null
  readonly retryable: boolean
}

export type FetchResult =
  | FetchedDocument
  | {
      readonly kind: 'not-modified'
      readonly finalUrl: string
      readonly etag: string | null
      readonly lastModified: string | null
    }
  | { readonly kind: 'gone'; readonly httpStatus: 404 | 410; readonly finalUrl: string }
  | FetchFailed
  /** It is not this host's turn: come back at `untilMs` (Unix time, this machine's clock). No request was made for it. */
  | { readonly kind: 'postponed'; readonly untilMs: number }
