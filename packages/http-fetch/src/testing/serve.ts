import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { testDatabase } from '@dateline/testing'
import { onTestFinished } from 'vitest'
import { fetchDocument } from '../fetch-document.ts'
import type { FetchRequest, FetchResult } from '../fetch-result.ts'
import { type Fetcher, type FetcherOptions, openFetcher } from '../open-fetcher.ts'
import { type Answers, type Site, startSite } from './start-site.ts'

const { database } = await testDatabase()

let names = 0

/** A host no other test of the file knows: turns and robots.txt files are kept by host. */
export const newHost = () => `site${++names}.example`

export const PAGE = `<p>${'A page of some length. '.repeat(200)}</p>`

/** undici looks at its timers every half second: room for the idle timeout to come first. */
export const idle = { limits: { idleTimeoutMs: 300, totalTimeoutMs: 5_000 } }
export const brief = { limits: { totalTimeoutMs: 400 } }

/** Answers everything but /robots.txt with one page. */
export function html(body: string | Buffer, headers: Record<string, string | string[]> = {}): Answers {
  return ({ url }, response) => {
    if (url !== '/robots.txt') response.writeHead(200, { 'Content-Type': 'text/html', ...headers }).end(body)
  }
}

/** A fetcher without gaps, for one test. */
export function fetcherWith(options: Partial<FetcherOptions>): Fetcher {
  const userAgent = 'DatelineBot/0.1 (+https://dateline.example/bot)'
  const fetcher = openFetcher({ database, userAgent, hostGapMs: 0, ...options })
  onTestFinished(() => fetcher.close())
  return fetcher
}

type Served = Site & { host: string; fetch: (request?: Partial<FetchRequest>) => Promise<FetchResult> }

/** A site under a name of its own, and what fetches its page `/a`. */
export async function serve(answers: Answers, options: Partial<FetcherOptions> = {}): Promise<Served> {
  const site = await startSite(answers)
  const host = newHost()
  const fetcher = fetcherWith({ hostOverrides: [`${host}=127.0.0.1:${site.port}`], ...options })
  const url = `http://${host}/a`
  return { ...site, host, fetch: (request = {}) => fetchDocument(fetcher, { url, purpose: 'article', ...request }) }
}

/** A server that speaks bytes, for answers that Node's would not write. @returns what fetches from it. */
export async function serveRaw(
  answer: (socket: Socket) => void,
  options: Partial<FetcherOptions> = {},
): Promise<() => Promise<FetchResult>> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const isRobots = data.toString('latin1').startsWith('GET /robots.txt')
      if (isRobots) socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
      else answer(socket)
    })
    onTestFinished(() => void socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const host = newHost()
  const { port } = server.address() as { port: number }
  const fetcher = fetcherWith({ hostOverrides: [`${host}=127.0.0.1:${port}`], ...options })
  return () => fetchDocument(fetcher, { url: `http://${host}/a`, purpose: 'article' })
}
