import { uuidV5 } from '@dateline/domain'

export type HeaderList = readonly (readonly [name: string, value: string])[]

/** One answer of a server as it came over the wire, body apart: what http-fetch gives for a document. */
export type Exchange = {
  readonly finalUrl: string
  /** UTC, ISO 8601. */
  readonly fetchedAt: string
  readonly httpStatus: number
  readonly httpVersion: string
  readonly serverAddress: string | null
  readonly requestHeaders: HeaderList
  readonly responseHeaders: HeaderList
  readonly redirects: readonly { readonly url: string; readonly status: number }[]
}

export type Capture = Exchange & {
  readonly captureId: string
  readonly rawSha256: string
  readonly articleId: string | null
  readonly sourceId: string | null
}

/** @param cause key of the fetch, e.g. of its job: a job that runs twice leaves one capture. */
export function captureIdOf(cause: string): string {
  return uuidV5(`capture:${cause}`)
}
