// The feeds of the benchmark, in a process of their own: told by the clock of this machine when each was asked for.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** When a feed was asked for, in milliseconds of Unix time. */
export type Arrival = { url: string; at: number }

const [latency = '0'] = process.argv.slice(2)
const latencyMs = Number(latency)
const SLOW_SHARE = 0.02
const SLOW_FACTOR = 10

const arrivals: Arrival[] = []

const server = createServer((request, response) => {
  const { url = '', headers } = request
  if (!url.startsWith('/feed/')) {
    response.writeHead(404).end()
    return
  }
  const at = Date.now()
  const host = headers.host ?? ''
  arrivals.push({ url: `http://${host}${url}`, at })
  const waitMs = Math.random() * latencyMs * (Math.random() < SLOW_SHARE ? SLOW_FACTOR : 1)
  setTimeout(() => {
    const item = `<item><title>One story of ${url}</title><link>http://${host}/2031/04/05/story-of${url.replaceAll('/', '-')}</link></item>`
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(`<rss version="2.0"><channel><title>Feed</title>${item}</channel></rss>`)
  }, waitMs)
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.(arrivals))
process.on('disconnect', () => process.exit())
