import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import zlib from 'node:zlib'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { fetchDocument } from './fetch-document.ts'
import { type Certificate, makeCertificate } from './testing/make-certificate.ts'
import { brief, fetcherWith, html, idle, PAGE, serve, serveRaw } from './testing/serve.ts'
import { startSite } from './testing/start-site.ts'

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
