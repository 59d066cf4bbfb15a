import zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fetchDocument } from './fetch-document.ts'
import { fetcherWith, html, newHost, PAGE, serve } from './testing/serve.ts'
import { startSite } from './testing/start-site.ts'

describe('a document', () => {
  test('comes with all the archive needs', async () => {
    const { fetch, host, port } = await serve(
      html(PAGE, { ETag: '"1"', 'Last-Modified': 'Sun, 01 Nov 2026 10:00:00 GMT' }),
    )
    const result = await fetch()
    expect(result).toMatchObject({
      kind: 'document',
      finalUrl: `http://${host}/a`,
      httpStatus: 200,
      contentType: 'text/html',
      etag: '"1"',
      lastModified: 'Sun, 01 Nov 2026 10:00:00 GMT',
      redirects: [],
      httpVersion: '1.1',
      serverAddress: '127.0.0.1',
      requestHeaders: [
        ['Host', host],
        ['User-Agent', 'DatelineBot/0.1 (+https://dateline.example/bot)'],
        ['Accept', expect.any(String)],
        ['Accept-Encoding', 'gzip, deflate, br, zstd'],
      ],
    })
    expect(result.kind === 'document' && result.body.toString()).toBe(PAGE)
    expect(result.kind === 'document' && result.responseHeaders).toContainEqual(['ETag', '"1"'])
    expect(port).toBeGreaterThan(0)
  })

  test('is asked for with the name of its host, not of the override', async () => {
    const { fetch, host, seen } = await serve(html(PAGE))
    await fetch()
    expect(seen.map((request) => [request.path, request.host])).toEqual([
      ['/robots.txt', host],
      ['/a', host],
    ])
  })

  test('uses one connection for all requests to a host', async () => {
    const { fetch, connections } = await serve(html(PAGE))
    await fetch()
    await fetch()
    expect(connections.size).toBe(1)
  })

  test.for([
    ['gzip', zlib.gzipSync(PAGE)],
    ['x-gzip', zlib.gzipSync(PAGE)],
    ['br', zlib.brotliCompressSync(PAGE)],
    ['zstd', zlib.zstdCompressSync(PAGE)],
    ['deflate', zlib.deflateSync(PAGE)],
    ['deflate', zlib.deflateRawSync(PAGE)],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(PAGE))],
    ['identity', Buffer.from(PAGE)],
  ] as const)('is unpacked from %s', async ([coding, body]) => {
    const { fetch } = await serve(html(body, { 'Content-Encoding': coding }))
    const result = await fetch()
    expect(result.kind === 'document' && result.body.toString()).toBe(PAGE)
  })

  test('that lacks the end of its gzip stream is what came, as in browsers', async () => {
    const packed = zlib.gzipSync(PAGE)
    const { fetch } = await serve(html(packed.subarray(0, -8), { 'Content-Encoding': 'gzip' }))
    const result = await fetch()
    expect(result.kind === 'document' && result.body.toString()).toBe(PAGE)
  })
})

describe('a conditional request', () => {
  test('is answered by "not modified"', async () => {
    const { fetch } = await serve(({ headers, url }, response) => {
      if (url !== '/robots.txt') response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 500).end()
    })
    expect(await fetch({ etag: '"1"' })).toMatchObject({ kind: 'not-modified', etag: '"1"' })
  })

  test('was not made: 304 is no answer', async () => {
    const { fetch } = await serve(({ url }, response) => void (url !== '/robots.txt' && response.writeHead(304).end()))
    expect(await fetch()).toMatchObject({ kind: 'failed', reason: 'http-unexpected' })
  })
})

describe('a status', () => {
  test.for([
    [404, { kind: 'gone', httpStatus: 404 }],
    [410, { kind: 'gone', httpStatus: 410 }],
    [401, { kind: 'failed', reason: 'http-unauthorized', retryable: false }],
    [403, { kind: 'failed', reason: 'http-unauthorized', retryable: false }],
    [451, { kind: 'failed', reason: 'http-unauthorized', retryable: false }],
    [400, { kind: 'failed', reason: 'http-client-error', retryable: false }],
    [408, { kind: 'failed', reason: 'http-server-error', retryable: true }],
    [429, { kind: 'failed', reason: 'rate-limited', retryable: true, retryAfterMs: 60_000 }],
    [500, { kind: 'failed', reason: 'http-server-error', retryable: true }],
    [503, { kind: 'failed', reason: 'http-server-error', retryable: true }],
    [204, { kind: 'failed', reason: 'http-unexpected', retryable: false }],
    [206, { kind: 'failed', reason: 'http-unexpected', retryable: false }],
  ] as const)('%i', async ([status, expected]) => {
    const { fetch } = await serve(
      ({ url }, response) => void (url !== '/robots.txt' && response.writeHead(status).end()),
    )
    expect(await fetch()).toMatchObject(expected)
  })
})

describe('Retry-After', () => {
  test('closes the host for that long, for every process', async () => {
    const { fetch, host, port } = await serve(({ url }, response) => {
      if (url !== '/robots.txt') response.writeHead(503, { 'Retry-After': '120' }).end()
    })
    expect(await fetch()).toMatchObject({ kind: 'failed', reason: 'rate-limited', retryAfterMs: 120_000 })
    const other = fetcherWith({ hostOverrides: [`${host}=127.0.0.1:${port}`] })
    const result = await fetchDocument(other, { url: `http://${host}/b`, purpose: 'article' })
    const waitMs = result.kind === 'postponed' ? result.untilMs - Date.now() : 0
    expect(waitMs).toBeGreaterThan(110_000)
    expect(waitMs).toBeLessThan(130_000)
  })
})

describe('redirects', () => {
  test('are followed and recorded', async () => {
    const { fetch, host } = await serve(({ url }, response) => {
      if (url === '/a') response.writeHead(301, { Location: '/b' }).end()
      if (url === '/b') response.writeHead(302, { Location: 'c?x=1#top' }).end()
      if (url === '/c?x=1') response.end('done')
    })
    expect(await fetch()).toMatchObject({
      kind: 'document',
      finalUrl: `http://${host}/c?x=1`,
      redirects: [
        { url: `http://${host}/a`, status: 301 },
        { url: `http://${host}/b`, status: 302 },
      ],
    })
  })

  test('end', async () => {
    const { fetch, seen } = await serve(({ url }, response) => {
      if (url !== '/robots.txt') response.writeHead(302, { Location: `${url}x` }).end()
    })
    expect(await fetch()).toMatchObject({ kind: 'failed', reason: 'redirects-too-many' })
    expect(seen).toHaveLength(1 + 1 + 10)
  })

  test('keep cookies for this fetch only', async () => {
    const { fetch, seen } = await serve(({ url, headers }, response) => {
      if (url === '/robots.txt') return
      if (headers.cookie === 'seen=1') response.end('welcome')
      else response.writeHead(302, { Location: '/a', 'Set-Cookie': ['seen=1; Path=/', 'other=2; Domain=com'] }).end()
    })
    expect(await fetch()).toMatchObject({ kind: 'document' })
    expect(await fetch()).toMatchObject({ kind: 'document' })
    expect(seen.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, 'seen=1', undefined, 'seen=1'])
  })

  test.for([
    ['http://127.0.0.1:1/', 'address-not-public'],
    ['http://[::1]/', 'address-not-public'],
    ['http://169.254.169.254/latest/meta-data/', 'address-not-public'],
    ['http://localhost/', 'host-not-public'],
    ['file:///etc/passwd', 'url-scheme'],
    ['gopher://127.0.0.1:6379/_x', 'url-scheme'],
    ['https://example.com:22/', 'url-port'],
    ['http://', 'redirect-invalid'],
  ] as const)('never lead to %s', async ([location, reason]) => {
    const { fetch } = await serve(({ url }, response) => {
      if (url !== '/robots.txt') response.writeHead(302, { Location: location }).end()
    })
    expect(await fetch()).toMatchObject({ kind: 'failed', reason, retryable: false })
  })

  test('ask the robots.txt of every host on the way', async () => {
    const target = await startSite(
      ({ url }, response) => void response.end(url === '/robots.txt' ? 'user-agent: *\ndisallow: /b' : 'no'),
    )
    const [from, to] = [newHost(), newHost()]
    const { port } = await startSite(({ url }, response) => {
      if (url !== '/robots.txt') response.writeHead(302, { Location: `http://${to}/b` }).end()
    })
    const fetcher = fetcherWith({ hostOverrides: [`${from}=127.0.0.1:${port}`, `${to}=127.0.0.1:${target.port}`] })
    const result = await fetchDocument(fetcher, { url: `http://${from}/a`, purpose: 'article' })
    expect(result).toMatchObject({ kind: 'failed', reason: 'robots-disallowed', failedUrl: `http://${to}/b` })
    expect(target.seen.map(({ path }) => path)).toEqual(['/robots.txt'])
  })
})

describe('turns', () => {
  test('keep the gap between all requests to a host, by its own clock', async () => {
    const { fetch, seen } = await serve(html(PAGE), { hostGapMs: 100, limits: { slotWaitMsMax: 5_000 } })
    await Promise.all([fetch(), fetch(), fetch(), fetch()])
    const gaps = seen.slice(1).map(({ atMs }, index) => atMs - seen[index]!.atMs)
    expect(seen).toHaveLength(5)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100)
  })

  test('that come too late postpone the fetch, and no request is made', async () => {
    const { fetch, seen } = await serve(html(PAGE), { hostGapMs: 60_000 })
    const result = await fetch()
    expect(result).toMatchObject({ kind: 'postponed' })
    expect(result.kind === 'postponed' && result.untilMs - Date.now()).toBeGreaterThan(50_000)
    expect(seen.map(({ path }) => path)).toEqual(['/robots.txt'])
  })

  test('follow the crawl-delay', async () => {
    const { fetch } = await serve(
      ({ url }, response) => void response.end(url === '/robots.txt' ? 'user-agent: *\ncrawl-delay: 30' : PAGE),
    )
    expect(await fetch()).toMatchObject({ kind: 'document' })
    expect(await fetch()).toMatchObject({ kind: 'postponed' })
  })
})
