import type { FetchFailure } from '../fetch-reasons.ts'
import type { FetchPurpose } from '../fetch-result.ts'
import { type HeaderList, headerOf } from './headers.ts'

const MEDIA = /^(image|audio|video|font|model)\//
const BINARY = /^application\/(pdf|zip|gzip|x-gzip|x-7z-compressed|x-rar-compressed|vnd\.|msword|java-archive|wasm)/

/** What a status means for a fetch, before the body is read. */
export type Judgement =
  | { readonly kind: 'document' | 'not-modified' | 'redirect' }
  | { readonly kind: 'gone'; readonly httpStatus: 404 | 410 }
  | ({ readonly kind: 'failed' } & FetchFailure)

/**
 * Pure: status and headers to what is to be done.
 *
 * @param isConditional whether the request carried an ETag or a date, so that 304 is an answer.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
 */
export function judgeResponse(
  purpose: FetchPurpose,
  isConditional: boolean,
  status: number,
  headers: HeaderList,
): Judgement {
  const failed = (reason: FetchFailure['reason'], detail = `HTTP ${status}`): Judgement => ({
    kind: 'failed',
    reason,
    detail,
  })
  if (status === 304) return isConditional ? { kind: 'not-modified' } : failed('http-unexpected')
  if (status === 404 || status === 410) return { kind: 'gone', httpStatus: status }
  if (status >= 300 && status < 400) {
    return headerOf(headers, 'location') === null ? failed('redirect-invalid') : { kind: 'redirect' }
  }
  if (status === 429 || (status === 503 && headerOf(headers, 'retry-after') !== null)) return failed('rate-limited')
  if ([401, 402, 403, 407, 451].includes(status)) return failed('http-unauthorized')
  if (status >= 500 || status === 408 || status === 425) return failed('http-server-error')
  if (status >= 400) return failed('http-client-error')
  if (status < 200 || status > 203) return failed('http-unexpected')
  const contentType = (headerOf(headers, 'content-type') ?? '').toLowerCase().trim()
  return isUsable(purpose, contentType) ? { kind: 'document' } : failed('content-type', contentType.slice(0, 100))
}

function isUsable(purpose: FetchPurpose, contentType: string): boolean {
  if (purpose === 'robots' || purpose === 'sitemap') return true
  return !MEDIA.test(contentType) && (purpose === 'feed' || !BINARY.test(contentType))
}
