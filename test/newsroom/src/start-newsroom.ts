import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type Answer, answer, hosts } from './answer.ts'
import { outlets, urlOn } from './outlets.ts'
import { PHASE_LAST, phaseTime } from './phases.ts'

/** Smaller bodies are sent as they are. */
const GZIP_BYTES_MIN = 512
/** Older requests are forgotten. */
const REQUESTS_MAX = 100_000

export type NewsroomRequest = {
  readonly host: string
  /** With the query. */
  readonly path: string
  readonly status: number
  readonly userAgent: string | null
  /** Real time, in milliseconds since 1970: for tests of politeness. */
  readonly atMs: number
}

export type NewsroomSource = {
  readonly kind: 'feed' | 'sitemap' | 'site'
  readonly url: string
  readonly name: string
}

export type Newsroom = {
  readonly port: number
  /** Every host of the newsroom → "127.0.0.1:port", for the fetcher's host overrides. */
  readonly hostOverrides: Readonly<Record<string, string>>
  readonly sources: readonly NewsroomSource[]
  /** Moves simulated time. @throws RangeError if there is no such phase. */
  readonly setPhase: (phase: number) => void
  /** All requests so far, oldest first. */
  readonly requests: () => readonly NewsroomRequest[]
  readonly stop: () => Promise<void>
}

/** What an operator registers to follow the whole newsroom. */
export const newsroomSources: readonly NewsroomSource[] = outlets.flatMap((outlet) =>
  outlet.listings.map(({ kind, path }) => ({ kind, url: urlOn(outlet, path), name: outlet.name })),
)

/**
 * Serves the newsroom, on loopback unless told otherwise: one HTTP server that answers by Host header, with ETag,
 * Last-Modified, 304 and gzip.
 * `Date` and `Memento-Datetime` (RFC 7089) say the simulated time, against which "3 hours ago" is read.
 *
 * @param options.port 0 or nothing: a free port.
 * @param options.host address to listen on; in a container, 0.0.0.0.
 * @param options.now phase to begin with, by default the last, in which everything has happened.
 */
export async function startNewsroom({
  port = 0,
  host = '127.0.0.1',
  now = PHASE_LAST,
}: {
  port?: number
  host?: string
  now?: number
} = {}): Promise<Newsroom> {
  let time = phaseTime(now)
  const requests: NewsroomRequest[] = []
  const server = createServer((request, response) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    const path = request.url ?? '/'
    const status = respond(request, response, answer(name, path, time), time)
    const userAgent = request.headers['user-agent'] ?? null
    if (requests.push({ host: name, path, status, userAgent, atMs: Date.now() }) > REQUESTS_MAX) requests.shift()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  return {
    port: address.port,
    hostOverrides: Object.fromEntries(hosts.map((name) => [name, `${host}:${address.port}`])),
    sources: newsroomSources,
    setPhase: (phase) => {
      time = phaseTime(phase)
    },
    requests: () => [...requests],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** @returns the status sent. */
function respond(request: IncomingMessage, response: ServerResponse, found: Answer, time: string): number {
  const date = new Date(time).toUTCString()
  const headers: Record<string, string> = { ...found.headers, Date: date }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end()
    return 405
  }
  if (found.status === 200) {
    headers['Last-Modified'] = new Date(found.lastModified).toUTCString()
    headers['Memento-Datetime'] = date
    headers.ETag = `"${createHash('sha256').update(found.body).digest('hex').slice(0, 16)}"`
    headers.Vary = 'Accept-Encoding'
    if (isNotModified(request, headers.ETag, found.lastModified)) {
      response.writeHead(304, headers).end()
      return 304
    }
  }
  const isGzip =
    /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) && found.body.length >= GZIP_BYTES_MIN
  const body = isGzip ? gzipSync(found.body) : found.body
  if (isGzip) headers['Content-Encoding'] = 'gzip'
  headers['Content-Length'] = String(body.length)
  response.writeHead(found.status, headers).end(request.method === 'HEAD' ? undefined : body)
  return found.status
}

/** If-None-Match wins over If-Modified-Since (RFC 9110, 13.2.2). */
function isNotModified({ headers }: IncomingMessage, etag: string, lastModified: string): boolean {
  const wanted = headers['if-none-match']
  if (wanted !== undefined) return wanted.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return !Number.isNaN(since) && Math.floor(Date.parse(lastModified) / 1000) * 1000 <= since
}
