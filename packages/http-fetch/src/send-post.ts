import { FETCH_REASONS } from './fetch-reasons.ts'
import type { FetchFailed } from './fetch-result.ts'
import { checkUrl } from './guard/check-url.ts'
import type { Fetcher } from './open-fetcher.ts'
import { ACCEPT_ENCODING } from './request/decode-body.ts'
import type { HeaderList } from './request/headers.ts'
import { requestHop } from './request/request-hop.ts'

export type PostRequest = {
  readonly url: string
  readonly body: string | Buffer
  /** e.g. [['Content-Type', 'application/json']]; the user agent is ours. */
  readonly headers: HeaderList
  /** Default: the fetcher's totalTimeoutMs. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

export type PostResult =
  /** Whatever the status: the receiver has spoken. */
  | { readonly kind: 'answered'; readonly httpStatus: number; readonly headers: HeaderList; readonly body: Buffer }
  | FetchFailed

/** An answer is a word or two: for logs, not for use. */
const ANSWER_BYTES_MAX = 64 * 1024

/**
 * Sends something to a server that asked for it: a webhook, a WebSub hub. Guarded and limited like every request; follows no
 * redirect, asks no robots.txt and waits for no turn, since nobody is crawled.
 *
 * @returns every outcome the network can bring, as a value.
 * @throws what the signal was aborted with.
 */
export async function sendPost(fetcher: Fetcher, request: PostRequest): Promise<PostResult> {
  const failed = (reason: FetchFailed['reason'], detail: string, httpStatus: number | null): FetchFailed => {
    const { retryable } = FETCH_REASONS[reason]
    return { kind: 'failed', failedUrl: request.url, reason, detail, httpStatus, retryAfterMs: null, retryable }
  }
  const target = checkUrl(fetcher.policy, request.url)
  if ('reason' in target) return failed(target.reason, target.detail, null)
  const limits = { ...fetcher.limits, bodyBytesMax: ANSWER_BYTES_MAX }
  const response = await requestHop(fetcher.dispatcher, limits, {
    url: target.url,
    method: 'POST',
    headers: [['User-Agent', fetcher.userAgent], ['Accept-Encoding', ACCEPT_ENCODING], ...request.headers],
    body: request.body,
    refuseLargeBody: false,
    inspect: () => 'read',
    timeoutMs: request.timeoutMs ?? fetcher.limits.totalTimeoutMs,
    signal: request.signal ?? new AbortController().signal,
  })
  if ('reason' in response) return failed(response.reason, response.detail, response.status)
  return { kind: 'answered', httpStatus: response.status, headers: response.headers, body: response.body }
}
