import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import zlib from 'node:zlib'
import { testDatabase } from '@dateline/testing'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { fetchDocument } from './fetch-document.ts'
import type { FetchRequest, FetchResult } from './fetch-result.ts'
import { type FetcherOptions, openFetcher } from './open-fetcher.ts'
import { sendPost } from './send-post.ts'
import { type Certificate, makeCertificate } from './testing/make-certificate.ts'
import { type Answers, startSite } from './testing/start-site.ts'

const { database } = await testDatabase()

let names = 0
/** A host no other test knows: turns and robots.txt files are kept by host. */
const newHost = () => `site${++names}.example`

type Served = { host: string; url: string; fetch: (request?: Partial<FetchRequest>) => Promise<FetchResult> }

function fetcherWith(options: Partial<FetcherOptions>) {
  const fetcher = openFetcher({
    database,
    userAgent: 'DatelineBot/0.1 (+https://dateline.example/bot)',
    hostGapMs: 0,
    ...options,
  })
  onTestFinished(() => fetcher.close())
  return fetcher
}

async function serve(answers: Answers, options: Partial<FetcherOptions> = {}) {
  const site = await startSite(answers)
  const host = newHost()
  const fetcher = fetcherWith({ hostOverrides: [`${host}=127.0.0.1:${site.port}`], ...options })
  const url = `http://${host}/a`
  return {
    ...site,
    host,
    url,
    fetch: (request: Partial<FetchRequest> = {}) => fetchDocument(fetcher, { url, purpose: 'article', ...request }),
  } satisfies Served & { seen: unknown }
}

/** A server that speaks bytes, for answers that Node's would not write. */
async function serveRaw(answer: (socket: Socket, path: string) => void, options: Partial<FetcherOptions> = {}) {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const path = /^GET (\S+)/.exec(data.toString('latin1'))?.[1] ?? ''
      if (path === '/robots.txt') socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
      else answer(socket, path)
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

const html = (body: string | Buffer, headers: Record<string, string | string[]> = {}): Answers => {
  return ({ url }, response) => {
    if (url !== '/robots.txt') response.writeHead(200, { 'Content-Type': 'text/html', ...headers }).end(body)
  }
}

/** undici looks at its timers every half second. */
const idle = { limits: { idleTimeoutMs: 300, totalTimeoutMs: 5_000 } }
const brief = { limits: { totalTimeoutMs: 400 } }
const PAGE = `<p>${'A page of some length. '.repeat(200)}</p>`

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

describe('robots.txt', () => {
  const withRobots = (status: number, body: string, headers: Record<string, string> = {}): Answers => {
    return ({ url }, response) =>
      void (url === '/robots.txt' ? response.writeHead(status, headers).end(body) : response.end('page'))
  }
  test.for([
    { name: 'allows', answers: withRobots(200, 'user-agent: *\nallow: /'), expected: { kind: 'document' } },
    {
      name: 'disallows',
      answers: withRobots(200, 'user-agent: *\ndisallow: /'),
      expected: { reason: 'robots-disallowed', retryable: false },
    },
    {
      name: 'disallows us by name',
      answers: withRobots(200, 'user-agent: DatelineBot\ndisallow: /'),
      expected: { reason: 'robots-disallowed' },
    },
    { name: 'is a page of HTML', answers: withRobots(200, '<html>disallow: /</html>'), expected: { kind: 'document' } },
    { name: 'is forbidden', answers: withRobots(403, ''), expected: { kind: 'document' } },
    { name: 'fails', answers: withRobots(500, ''), expected: { reason: 'robots-unreachable', retryable: true } },
    { name: 'is rate-limited', answers: withRobots(429, ''), expected: { reason: 'robots-unreachable' } },
    { name: 'has moved', answers: withRobots(301, '', { Location: '/robots2.txt' }), expected: { kind: 'document' } },
    {
      name: 'goes in circles',
      answers: withRobots(301, '', { Location: '/robots.txt' }),
      expected: { kind: 'document' },
    },
    {
      name: 'leads inside',
      answers: withRobots(301, '', { Location: 'http://127.0.0.1/' }),
      expected: { reason: 'robots-unreachable' },
    },
    {
      name: 'is long: what counts stands first',
      answers: withRobots(200, `user-agent: *\ndisallow: /\n${'#'.repeat(4_000_000)}`),
      expected: { reason: 'robots-disallowed' },
    },
    {
      name: 'is long: what stands last is not read',
      answers: withRobots(200, `user-agent: *\n${'#'.repeat(4_000_000)}\ndisallow: /`),
      expected: { kind: 'document' },
    },
  ])('$name', async ({ answers, expected }) => {
    const { fetch } = await serve(answers)
    expect(await fetch()).toMatchObject(expected)
  })

  test('that does not answer means no for now', async () => {
    const { fetch, seen } = await serve(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(200).write('user-agent: *\n')
    }, brief)
    expect(await fetch()).toMatchObject({
      kind: 'failed',
      reason: 'robots-unreachable',
      retryable: true,
      retryAfterMs: expect.any(Number),
    })
    expect(seen.map(({ path }) => path)).toEqual(['/robots.txt'])
  })

  test('is asked once for all fetches that begin together, and by later processes not at all', async () => {
    const { fetch, seen, host, port } = await serve(withRobots(200, 'user-agent: *\ndisallow: /b'))
    await Promise.all([fetch(), fetch(), fetch()])
    const other = fetcherWith({ hostOverrides: [`${host}=127.0.0.1:${port}`] })
    await fetchDocument(other, { url: `http://${host}/c`, purpose: 'article' })
    expect(seen.filter(({ path }) => path === '/robots.txt')).toHaveLength(1)
  })
})

describe('the address guard', () => {
  test('refuses a name that resolves to a private address', async () => {
    const fetcher = fetcherWith({ resolve: async () => ['10.0.0.1'] })
    expect(await fetchDocument(fetcher, { url: 'https://cdn.news.com/', purpose: 'article' })).toMatchObject({
      kind: 'failed',
      reason: 'address-not-public',
      detail: expect.stringContaining('10.0.0.1'),
    })
  })

  test('refuses one private address among public ones', async () => {
    const fetcher = fetcherWith({ resolve: async () => ['93.184.216.34', '::1'] })
    expect(await fetchDocument(fetcher, { url: 'https://mixed.news.com/', purpose: 'feed' })).toMatchObject({
      reason: 'address-not-public',
    })
  })

  test('gives nothing to a name server that answers differently each time', async () => {
    const trap = createServer()
    const connected: Socket[] = []
    trap.on('connection', (socket) => void connected.push(socket.destroy()))
    trap.listen(0, '127.0.0.1')
    await once(trap, 'listening')
    onTestFinished(() => void trap.close())
    const { port } = trap.address() as { port: number }
    let asked = 0
    const resolve = async () => [asked++ % 2 === 0 ? '192.0.2.1' : '127.0.0.1']
    const fetcher = fetcherWith({ resolve, portsAllowed: [port], ...brief })
    for (let attempt = 0; attempt < 4; attempt++) {
      const url = `http://rebind${attempt}.news.com:${port}/`
      expect(await fetchDocument(fetcher, { url, purpose: 'article' })).toMatchObject({ reason: 'address-not-public' })
    }
    expect(connected).toEqual([])
  })

  test('allows what an operator has named, and nothing beside it', async () => {
    const { port } = await startSite(html(PAGE))
    const fetcher = fetcherWith({ privateHostsAllowed: [`localhost:${port}`], resolve: async () => ['127.0.0.1'] })
    expect(await fetchDocument(fetcher, { url: `http://localhost:${port}/`, purpose: 'article' })).toMatchObject({
      kind: 'document',
    })
    expect(await fetchDocument(fetcher, { url: `http://127.0.0.1:${port}/`, purpose: 'article' })).toMatchObject({
      reason: 'address-not-public',
    })
  })

  test.for([
    ['ENOTFOUND', 'dns-not-found'],
    ['ESERVFAIL', 'dns-failed'],
    ['ETIMEOUT', 'dns-failed'],
  ] as const)('reports %s of the name servers as %s', async ([code, reason]) => {
    const resolve = () => Promise.reject(Object.assign(new Error('query failed'), { code }))
    const fetcher = fetcherWith({ resolve })
    expect(await fetchDocument(fetcher, { url: `https://${code}.news.com/`, purpose: 'article' })).toMatchObject({
      reason,
      retryable: true,
    })
  })
})

describe('limits', () => {
  test.for([
    {
      name: 'a body announced too large',
      answers: html(PAGE, { 'Content-Length': '99999999' }),
      expected: 'body-too-large',
    },
    {
      name: 'a gzip bomb',
      answers: html(zlib.gzipSync(Buffer.alloc(50_000_000)), { 'Content-Encoding': 'gzip' }),
      expected: 'body-ratio',
    },
    {
      name: 'a large page, packed',
      answers: html(zlib.gzipSync(randomBytes(9_000_000).toString('hex')), { 'Content-Encoding': 'gzip' }),
      expected: 'body-too-large',
    },
    {
      name: 'a smaller gzip bomb',
      answers: html(zlib.gzipSync(Buffer.alloc(8_000_000)), { 'Content-Encoding': 'gzip' }),
      expected: 'body-ratio',
    },
    {
      name: 'a bomb in a bomb',
      answers: html(zlib.gzipSync(zlib.gzipSync(Buffer.alloc(50_000_000))), { 'Content-Encoding': 'gzip, gzip' }),
      expected: 'body-ratio',
    },
    {
      name: 'a brotli bomb',
      answers: html(zlib.brotliCompressSync(Buffer.alloc(50_000_000)), { 'Content-Encoding': 'br' }),
      expected: 'body-ratio',
    },
    {
      name: 'a zstd bomb',
      answers: html(zlib.zstdCompressSync(Buffer.alloc(50_000_000)), { 'Content-Encoding': 'zstd' }),
      expected: 'body-ratio',
    },
    {
      name: 'a window that wants 128 MiB',
      answers: html(
        zlib.zstdCompressSync(PAGE.repeat(3_000), {
          params: { [zlib.constants.ZSTD_c_windowLog]: 27, [zlib.constants.ZSTD_c_contentSizeFlag]: 0 },
          pledgedSrcSize: PAGE.length * 3_000,
        }),
        { 'Content-Encoding': 'zstd' },
      ),
      expected: 'body-encoding',
    },
    { name: 'an unknown coding', answers: html(PAGE, { 'Content-Encoding': 'rot13' }), expected: 'body-encoding' },
    {
      name: 'a body that does not follow its coding',
      answers: html(PAGE, { 'Content-Encoding': 'gzip' }),
      expected: 'body-encoding',
    },
    {
      name: 'a tower of codings',
      answers: html(PAGE, { 'Content-Encoding': 'gzip, gzip, gzip, gzip' }),
      expected: 'body-encoding',
    },
    { name: 'a video', answers: html('…', { 'Content-Type': 'video/mp4' }), expected: 'content-type' },
    {
      name: 'headers without end',
      answers: html('', { 'X-Long': Array.from({ length: 40 }, () => 'x'.repeat(4_000)) }),
      expected: 'headers-too-large',
    },
  ])('$name', async ({ answers, expected }) => {
    const { fetch } = await serve(answers)
    expect(await fetch()).toMatchObject({ kind: 'failed', reason: expected })
  })

  test('a body without end', async () => {
    const { fetch } = await serve(({ url }, response) => {
      if (url === '/robots.txt') return
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
      }
      response.on('drain', pour)
      pour()
    })
    expect(await fetch()).toMatchObject({ kind: 'failed', reason: 'body-too-large' })
  })

  test.for([
    { name: 'no headers', write: () => {}, expected: 'headers-timeout' },
    {
      name: 'half a body',
      write: (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'),
      expected: 'idle-timeout',
    },
    {
      name: 'a body cut off',
      write: (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'),
      expected: 'connection-closed',
    },
    {
      name: 'chunks cut off',
      write: (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n'),
      expected: 'connection-closed',
    },
    {
      name: 'no HTTP',
      write: (socket: Socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'),
      expected: 'response-malformed',
    },
    {
      name: 'two lengths',
      write: (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nhalf'),
      expected: 'response-malformed',
    },
    {
      name: 'an endless header',
      write: (socket: Socket) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(200_000)}`),
      expected: 'headers-too-large',
    },
  ])('$name', async ({ write, expected }) => {
    const fetch = await serveRaw(write, idle)
    expect(await fetch()).toMatchObject({ kind: 'failed', reason: expected })
  })

  test.for([
    { name: 'headers that drip', first: 'HTTP/1.1 200 OK\r\n', drop: 'X-A: b\r\n' },
    { name: 'a body that drips', first: 'HTTP/1.1 200 OK\r\n\r\n', drop: '.' },
    { name: 'interim answers without end', first: '', drop: 'HTTP/1.1 103 Early Hints\r\n\r\n' },
  ])('$name', async ({ first, drop }) => {
    const fetch = await serveRaw((socket) => {
      socket.write(first)
      const timer = setInterval(() => socket.write(drop), 50)
      onTestFinished(() => clearInterval(timer))
    }, brief)
    const result = await fetch()
    expect(result).toMatchObject({ kind: 'failed', reason: 'total-timeout' })
  })

  test('a signal ends the fetch with what it was aborted with', async () => {
    const { fetch } = await serve(({ url }, response) => void (url === '/robots.txt' && response.writeHead(404).end()))
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('shutting down')), 100)
    await expect(fetch({ signal: stop.signal })).rejects.toThrow('shutting down')
  })
})

describe('sendPost', () => {
  test('sends the body and gives the answer, whatever it is', async () => {
    const received: string[] = []
    const site = await startSite(async (request, response) => {
      received.push(`${request.method} ${request.headers['content-type']} ${await text(request)}`)
      response.writeHead(422).end('no')
    })
    const host = newHost()
    const fetcher = fetcherWith({ hostOverrides: [`${host}=127.0.0.1:${site.port}`] })
    const headers = [['Content-Type', 'application/json']] as const
    const result = await sendPost(fetcher, { url: `http://${host}/hook`, body: '{"a":1}', headers })
    expect(result).toMatchObject({ kind: 'answered', httpStatus: 422, body: Buffer.from('no') })
    expect(received).toEqual(['POST application/json {"a":1}'])
  })

  test('is guarded', async () => {
    const fetcher = fetcherWith({ resolve: async () => ['10.0.0.1'] })
    const post = (url: string) => sendPost(fetcher, { url, body: '', headers: [] })
    expect(await post('http://127.0.0.1:6379/')).toMatchObject({ reason: 'address-not-public' })
    expect(await post('https://hub.news.com/')).toMatchObject({ reason: 'address-not-public' })
  })
})

describe('a connection', () => {
  test('that is refused', async () => {
    const fetcher = fetcherWith({ hostOverrides: ['refused.example=127.0.0.1:1'] })
    expect(await fetchDocument(fetcher, { url: 'http://refused.example/', purpose: 'article' })).toMatchObject({
      reason: 'connect-refused',
      retryable: true,
    })
  })

  test('that was kept alive and closed by the server is opened again', async () => {
    const { fetch, connections, seen } = await serve(html(PAGE))
    await fetch()
    for (const socket of connections) socket.once('data', () => socket.destroy())
    expect(await fetch()).toMatchObject({ kind: 'document' })
    expect(seen.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/a'])
  })
})

describe('TLS', () => {
  const certificates: Record<string, Certificate> = {}

  beforeAll(async () => {
    certificates.good = await makeCertificate(['tls.example', 'tls2.example'])
    certificates.expired = await makeCertificate(['expired.example'], '2020-01-01', '2021-01-01')
    certificates.untrusted = await makeCertificate(['untrusted.example'])
  })

  const fetchFrom = async (host: string, certificate: string, http2 = false) => {
    const site = await startSite(html(PAGE), { ...certificates[certificate]!, http2 })
    const fetcher = fetcherWith({
      hostOverrides: [`${host}=127.0.0.1:${site.port}`],
      certificateAuthorities: [certificates.good!.cert, certificates.expired!.cert],
    })
    return await fetchDocument(fetcher, { url: `https://${host}/a`, purpose: 'article' })
  }

  test('HTTP/1.1', async () =>
    expect(await fetchFrom('tls.example', 'good')).toMatchObject({ kind: 'document', httpVersion: '1.1' }))
  test('HTTP/2', async () => {
    const result = await fetchFrom('tls2.example', 'good', true)
    expect(result).toMatchObject({ kind: 'document', httpVersion: '2', contentType: 'text/html' })
    expect(result.kind === 'document' && result.body.toString()).toBe(PAGE)
  })
  test.for([
    ['expired.example', 'expired', 'tls-expired'],
    ['untrusted.example', 'untrusted', 'tls-untrusted'],
    ['other.example', 'good', 'tls-wrong-host'],
  ] as const)('%s: %s is %s', async ([host, certificate, reason]) => {
    expect(await fetchFrom(host, certificate)).toMatchObject({ kind: 'failed', reason, retryable: true })
  })

  test('a server that speaks none', async () => {
    const { port } = await startSite(html(PAGE))
    const fetcher = fetcherWith({ hostOverrides: [`plain.example=127.0.0.1:${port}`] })
    expect(await fetchDocument(fetcher, { url: 'https://plain.example/', purpose: 'article' })).toMatchObject({
      reason: 'tls-failed',
    })
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
