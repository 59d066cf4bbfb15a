import { once } from 'node:events'
import {
  constants,
  createSecureServer,
  type Http2SecureServer,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { testDatabase } from '@dateline/testing'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { fetchDocument } from './fetch-document.ts'
import { openFetcher } from './open-fetcher.ts'
import { makeCertificate } from './testing/make-certificate.ts'

const { database } = await testDatabase()
const certificate = await makeCertificate(['*.h2.example'])
const servers: Http2SecureServer[] = []
const sessions = new Set<ServerHttp2Session>()
afterAll(() => {
  for (const session of sessions) session.destroy()
  for (const server of servers) server.close()
})

let names = 0

/** A server that speaks HTTP/2 only, for one test; `/robots.txt` is missing there. */
async function serve(answer: (stream: ServerHttp2Stream, path: string) => void) {
  const server = createSecureServer(certificate)
  servers.push(server)
  let opened = 0
  server.on('session', (session) => {
    opened++
    sessions.add(session)
    session.on('error', () => {})
    session.on('close', () => sessions.delete(session))
  })
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {})
    const path = headers[':path'] ?? ''
    if (path === '/robots.txt') stream.respond({ ':status': 404 }, { endStream: true })
    else answer(stream, path)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `site${++names}.h2.example`
  const fetcher = openFetcher({
    database,
    userAgent: 'DatelineBot/0.1',
    hostGapMs: 0,
    hostOverrides: [`${host}=127.0.0.1:${(server.address() as AddressInfo).port}`],
    certificateAuthorities: [certificate.cert],
    limits: { idleTimeoutMs: 400, totalTimeoutMs: 3_000, headerBytesMax: 20_000 },
  })
  onTestFinished(() => fetcher.close())
  return {
    fetch: (path = '/a') => fetchDocument(fetcher, { url: `https://${host}${path}`, purpose: 'article' }),
    sessionsOpened: () => opened,
  }
}

const page = (stream: ServerHttp2Stream) => {
  stream.respond({ ':status': 200, 'content-type': 'text/html', 'set-cookie': ['a=1', 'b=2'] })
  stream.end('<p>Page</p>')
}

describe('HTTP/2', () => {
  test('gives the same result as HTTP/1.1, over one connection', async () => {
    const { fetch, sessionsOpened } = await serve(page)
    const result = await fetch()
    expect(result).toMatchObject({
      kind: 'document',
      httpStatus: 200,
      httpVersion: '2',
      serverAddress: '127.0.0.1',
      contentType: 'text/html',
      body: Buffer.from('<p>Page</p>'),
    })
    const cookies = result.kind === 'document' ? result.responseHeaders.filter(([name]) => name === 'set-cookie') : []
    expect(cookies).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
    await fetch('/b')
    expect(sessionsOpened()).toBe(1)
  })

  test.for<[string, string, (stream: ServerHttp2Stream) => void]>([
    ['a reset', 'connection-closed', (stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR)],
    ['a refusal', 'connection-closed', (stream) => stream.close(constants.NGHTTP2_REFUSED_STREAM)],
    [
      'a reset in the body',
      'connection-closed',
      (stream) => {
        stream.respond({ ':status': 200 })
        stream.write('half')
        setTimeout(() => stream.destroy(new Error('broken')), 50)
      },
    ],
    ['a lost connection', 'connection-closed', (stream) => stream.session?.destroy()],
    ['silence', 'headers-timeout', () => {}],
    [
      'half a body',
      'idle-timeout',
      (stream) => {
        stream.respond({ ':status': 200 })
        stream.write('half')
      },
    ],
    [
      'a body that drips',
      'total-timeout',
      (stream) => {
        stream.respond({ ':status': 200 })
        const timer = setInterval(() => stream.write('.'), 50)
        stream.on('close', () => clearInterval(timer))
      },
    ],
    [
      'a body without end',
      'body-too-large',
      (stream) => {
        stream.respond({ ':status': 200 })
        const pour = () => {
          while (!stream.destroyed && stream.write(Buffer.alloc(65_536)));
        }
        stream.on('drain', pour)
        pour()
      },
    ],
    [
      'large headers',
      'headers-too-large',
      (stream) => {
        stream.respond({ ':status': 200, 'x-long': Array.from({ length: 20 }, () => 'x'.repeat(2_000)) })
        stream.end('x')
      },
    ],
  ])('%s ends as %s', async ([, reason, answer]) => {
    const { fetch } = await serve(answer)
    const result = await fetch()
    expect(result.kind === 'failed' ? `${result.reason} (${result.detail})` : result.kind).toMatch(
      new RegExp(`^${reason} `),
    )
  })

  test('goes on with a new connection after GOAWAY', async () => {
    const { fetch, sessionsOpened } = await serve(page)
    await fetch()
    for (const session of sessions) session.goaway()
    await sleep(50)
    expect(await fetch('/b')).toMatchObject({ kind: 'document' })
    expect(sessionsOpened()).toBe(2)
  })
})
