import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

// Many small news sites in one process: every host name has the same pages and its own clock.
// Tells its parent the port; asked for "report", the requests, and the shortest time between two requests to one host.
const SENTENCE = 'The council voted on Tuesday to keep the harbour bridge open through the winter, officials said. '
const LINK = '<li><a href="/section/story-of-the-day">Another story of the day</a></li>'
const html = `<!doctype html><html lang="en"><head><title>A page</title></head><body><nav><ul>${LINK.repeat(400)}</ul></nav><article>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(60)}</article></body></html>`
const page = gzipSync(html)
const robots = Buffer.from('user-agent: *\ndisallow: /private/\n')

type Host = { lastMs: number; gapMinMs: number; requests: number; inFlightMax: number; inFlight: number }
const hosts = new Map<string, Host>()

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const name = request.headers.host ?? ''
  const nowMs = performance.now()
  const host = hosts.get(name) ?? {
    lastMs: Number.NEGATIVE_INFINITY,
    gapMinMs: Number.POSITIVE_INFINITY,
    requests: 0,
    inFlight: 0,
    inFlightMax: 0,
  }
  hosts.set(name, host)
  host.gapMinMs = Math.min(host.gapMinMs, nowMs - host.lastMs)
  host.lastMs = nowMs
  host.requests++
  host.inFlight++
  host.inFlightMax = Math.max(host.inFlightMax, host.inFlight)
  response.on('close', () => host.inFlight--)
  if (request.url === '/robots.txt') response.writeHead(200, { 'content-type': 'text/plain' }).end(robots)
  else
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'content-length': page.length,
      })
      .end(page)
})
server.listen(0, '127.0.0.1', () =>
  process.send!({ port: (server.address() as AddressInfo).port, pageBytes: html.length }),
)

process.on('message', (message) => {
  if (message !== 'report') return
  const all = [...hosts.values()]
  process.send!({
    requests: all.reduce((sum, { requests }) => sum + requests, 0),
    gapMinMs: Math.min(...all.map(({ gapMinMs }) => gapMinMs)),
    inFlightMax: Math.max(...all.map(({ inFlightMax }) => inFlightMax)),
  })
  hosts.clear()
})
