import type { Dispatcher } from 'undici'
import type { FetchLimits } from '../fetch-limits.ts'
import type { FetchFailure } from '../fetch-reasons.ts'
import { decodeBody } from './decode-body.ts'
import { failureOfError, isStaleConnection } from './failure-of-error.ts'
import { FetchFailedError } from './fetch-failed-error.ts'
import { type HeaderList, headerBytes, headerOf, pairsOf } from './headers.ts'

export type HopRequest = {
  readonly url: URL
  readonly method: 'GET' | 'POST'
  readonly headers: HeaderList
  readonly body?: string | Buffer
  /** False: a body beyond the limit is cut there instead of refused. */
  readonly refuseLargeBody: boolean
  /** Looks at status and headers before the body is read. */
  readonly inspect: (status: number, headers: HeaderList) => FetchFailure | 'read' | 'skip'
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

export type HopResponse = {
  readonly status: number
  readonly headers: HeaderList
  /** Content-Encoding taken off; empty where `inspect` said "skip". */
  readonly body: Buffer
}

export type HopFailure = FetchFailure & {
  readonly status: number | null
  readonly headers: HeaderList
  /** True if the server closed a connection that was kept alive instead of answering on it. */
  readonly isStale: boolean
}

/**
 * One request and its answer, within the limits. Follows no redirect.
 *
 * @returns a failure as a value. @throws what the caller's signal was aborted with, and nothing else.
 */
export async function requestHop(
  dispatcher: Dispatcher,
  limits: FetchLimits,
  request: HopRequest,
): Promise<HopResponse | HopFailure> {
  const { url, method, timeoutMs, signal } = request
  signal.throwIfAborted()
  const timeout = new AbortController()
  const timer = setTimeout(
    () => timeout.abort(new FetchFailedError({ reason: 'total-timeout', detail: url.href })),
    timeoutMs,
  )
  const abort = () => timeout.abort(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  let status: number | null = null
  let headers: HeaderList = []
  try {
    const response = await dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers: request.headers.flat(),
      body: request.body ?? null,
      signal: timeout.signal,
      headersTimeout: limits.idleTimeoutMs,
      bodyTimeout: limits.idleTimeoutMs,
      responseHeaders: 'raw',
    })
    status = response.statusCode
    headers = pairsOf(response.headers as unknown as string[])
    const verdict =
      headerBytes(headers) > limits.headerBytesMax
        ? { reason: 'headers-too-large' as const, detail: `${headerBytes(headers)} bytes` }
        : request.inspect(status, headers)
    if (verdict !== 'read') {
      await discard(response.body)
      return verdict === 'skip'
        ? { status, headers, body: Buffer.alloc(0) }
        : { ...verdict, status, headers, isStale: false }
    }
    const sent = await readBody(response.body, headers, limits, request.refuseLargeBody)
    const body = Buffer.isBuffer(sent) ? await decodeBody(sent, headerOf(headers, 'content-encoding'), limits) : sent
    return Buffer.isBuffer(body) ? { status, headers, body } : { ...body, status, headers, isStale: false }
  } catch (error) {
    signal.throwIfAborted()
    return { ...failureOfError(error), status, headers, isStale: status === null && isStaleConnection(error) }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
}

type Body = Dispatcher.ResponseData['body']

/** A short rest is read, which keeps the connection for the next request; a long one costs more than a new connection. */
const DISCARD_BYTES_MAX = 16 * 1024

async function discard(body: Body): Promise<void> {
  await body.dump({ limit: DISCARD_BYTES_MAX }).catch(() => undefined)
}

async function readBody(
  body: Body,
  headers: HeaderList,
  { bodyBytesMax }: FetchLimits,
  refuseLargeBody: boolean,
): Promise<Buffer | FetchFailure> {
  const announced = Number(headerOf(headers, 'content-length') ?? 0)
  if (refuseLargeBody && announced > bodyBytesMax) {
    await discard(body)
    return { reason: 'body-too-large', detail: `Content-Length ${announced}` }
  }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes <= bodyBytesMax) continue
    if (refuseLargeBody) return { reason: 'body-too-large', detail: `more than ${bodyBytesMax} bytes` }
    break // leaving the loop destroys the stream, and with it the connection
  }
  return chunks.length === 1 && bytes <= bodyBytesMax
    ? chunks[0]!
    : Buffer.concat(chunks, Math.min(bytes, bodyBytesMax))
}
