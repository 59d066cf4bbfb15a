/** Bounds of one fetch. Whoever reaches one gets the reason of that name. */
export type FetchLimits = {
  /** Name resolution, TCP and TLS. */
  readonly connectTimeoutMs: number
  /** Until the headers, and between two pieces of the body. */
  readonly idleTimeoutMs: number
  /** All requests of a fetch, redirects included; time spent waiting for a host's turn is not counted. */
  readonly totalTimeoutMs: number
  /** As sent, and again after decoding. */
  readonly bodyBytesMax: number
  readonly headerBytesMax: number
  readonly redirectsMax: number
  /** Decoded bytes for one that was sent; bodies below RATIO_FREE_BYTES are not judged. */
  readonly compressionRatioMax: number
  /** How long a fetch waits in the process for the turn of its first host, before the caller is told to come later. */
  readonly slotWaitMsMax: number
  /** The same where a redirect leads on: the fetch has begun, and would begin again. */
  readonly hopWaitMsMax: number
}

export const FETCH_LIMITS: FetchLimits = {
  connectTimeoutMs: 10_000,
  idleTimeoutMs: 10_000,
  totalTimeoutMs: 30_000,
  bodyBytesMax: 10 * 1024 * 1024,
  headerBytesMax: 64 * 1024,
  redirectsMax: 10,
  compressionRatioMax: 200,
  slotWaitMsMax: 1_500,
  hopWaitMsMax: 60_000,
}

/** A sitemap file may have 50 MiB by its protocol; a robots.txt is cut, not refused, at 500 KiB. */
export const SITEMAP_BYTES_MAX = 50 * 1024 * 1024

/** Five, says RFC 9309; after that the file counts as missing. */
export const ROBOTS_REDIRECTS_MAX = 5
