import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createTcpServer } from 'node:net'
import { articleIdOfUrl, normalUrl, source, sourceStream } from '@dateline/domain'
import { handle } from '@dateline/event-store'
import { registerSource } from '@dateline/intake'
import { type Running, waitUntilIdle } from '@dateline/platform'
import { getArticle } from '@dateline/read-models'
import { renderer } from '@dateline/renderer'
import { testDatabase } from '@dateline/testing'
import { listDeadLetters, listRendering } from '@dateline/work-state'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Circle, startCircle } from './circle.ts'

const CHROMIUM = process.env.RENDER_CHROMIUM ?? '/usr/bin/chromium'
const HOST = 'scripted.example'
const at = (path: string) => `http://${HOST}${path}`
const STORY = '/2031/04/05/harbour-wall-gives-way-in-storm'
const ENDLESS = '/2031/04/06/page-whose-script-never-ends'

const shell = (script: string) => `<!doctype html><html lang="en"><head><title>Scripted Times</title></head>
  <body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>
  <script>window.build = ${JSON.stringify('what bundlers leave in a page '.repeat(400))}</script>${script}</body></html>`

/** What a hostile page would try: everything that could reach a network past us. */
const app = (trap: number) => `
  const trap = 'http://127.0.0.1:${trap}/'
  const tries = [() => fetch(trap), () => fetch(trap, { mode: 'no-cors' }), () => new WebSocket('ws://127.0.0.1:${trap}/'),
    () => { new Image().src = trap }, () => navigator.sendBeacon(trap, 'x'), () => new EventSource(trap),
    () => { const f = document.createElement('iframe'); f.src = trap; document.body.append(f) },
    () => window.open(trap), () => new Worker(trap),
    () => { const l = document.createElement('link'); l.rel = 'preconnect'; l.href = trap; document.head.append(l) },
    () => { const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${trap}' }] }); c.createDataChannel('x'); c.createOffer().then((o) => c.setLocalDescription(o)) }]
  for (const attempt of tries) { try { Promise.resolve(attempt()).catch(() => {}) } catch {} }
  fetch('/story.json').then((r) => r.json()).then(({ title, paragraphs }) => {
    document.title = title
    document.getElementById('root').innerHTML = '<article onclick="alert(1)"><h1>' + title + '</h1>'
      + paragraphs.map((text) => '<p>' + text + '</p>').join('') + '</article>'
  })`

const paragraphs = ['harbour', 'council', 'lighthouse', 'ferry'].map(
  (word) =>
    `The ${word} was closed for a second day while engineers looked at the old wall, the mayor said on Monday. Nobody was hurt, and work on the ${word} goes on until the end of the month, when it opens again.`,
)

describe.skipIf(!existsSync(CHROMIUM))(`rendering (needs Chromium at ${CHROMIUM})`, async () => {
  const { database, url: databaseUrl } = await testDatabase()
  const agents = new Set<string>()
  let trapped = 0
  const trap = createTcpServer((socket) => {
    trapped++
    socket.destroy()
  })
  let server: Server
  let circle: Circle
  let running: Running
  let sourceId: string

  beforeAll(async () => {
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
    const trapPort = (trap.address() as AddressInfo).port
    const site: Readonly<Record<string, readonly [type: string, body: string]>> = {
      '/feed.xml': [
        'application/rss+xml',
        `<rss version="2.0"><channel><title>S</title><item><title>Harbour wall</title><link>${at(STORY)}</link></item>
          <item><title>Endless</title><link>${at(ENDLESS)}</link></item></channel></rss>`,
      ],
      [STORY]: ['text/html', shell('<script src="/app.js"></script>')],
      [ENDLESS]: ['text/html', shell('<script>for (;;);</script>')],
      '/app.js': ['text/javascript', app(trapPort)],
      '/story.json': ['application/json', JSON.stringify({ title: 'Harbour wall gives way in storm', paragraphs })],
    }
    server = createServer((request, response) => {
      agents.add(request.headers['user-agent'] ?? '')
      const found = site[request.url ?? '/']
      response
        .writeHead(found === undefined ? 404 : 200, { 'content-type': found?.[0] ?? 'text/plain' })
        .end(found?.[1])
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    circle = await startCircle({
      DATABASE_URL: databaseUrl,
      FETCH_HOST_OVERRIDES: `${HOST}=127.0.0.1:${(server.address() as AddressInfo).port}`,
      FETCH_GAP_MS: '0',
      RENDER: 'true',
      RENDER_CHROMIUM: CHROMIUM,
      RENDER_TIMEOUT_MS: '15000',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    })
    running = await renderer.start(circle.platform)
    const feed = { kind: 'feed', url: at('/feed.xml'), name: null, schedule: { kind: 'adaptive' } } as const
    sourceId = (await registerSource(circle.platform, feed)).sourceId
    await waitUntilIdle(database)
  }, 120_000)
  afterAll(async () => {
    await running.stop()
    await circle.stop()
    server.close()
    trap.close()
  })

  test('is proposed for a source whose pages are empty, and not done before somebody says so', async () => {
    expect(await listRendering(database.db)).toMatchObject([
      { sourceId, enabled: false, emptyCount: 2, storedCount: 0 },
    ])
  })

  test('brings the article, as a capture of its own', { timeout: 120_000 }, async () => {
    const changedAt = new Date().toISOString()
    const command = { type: 'SetRendering', data: { enabled: true, changedAt } } as const
    await handle(circle.platform.log, source, sourceStream(sourceId), command, { cause: `test/${changedAt}` })
    await waitUntilIdle(database)
    const found = await getArticle(database.db, articleIdOfUrl(normalUrl(at(STORY))!))
    expect(found).toMatchObject({ status: 'extracted', title: 'Harbour wall gives way in storm' })
    expect(found?.extraction?.text).toContain('Nobody was hurt, and work on the ferry')
    const bytes = await circle.platform.archive.get(found!.rawSha256!)
    expect(bytes!.toString()).not.toMatch(/<script|onclick/)
    const { rows } = await sql<{ headers: [string, string][] }>`
      select response_headers as headers from archive.capture where raw_sha256 = decode(${found!.rawSha256}, 'hex')
    `.execute(database.db)
    expect(new Map(rows[0]!.headers).get('X-Dateline-Rendered')).toMatch(/^Chromium\/\d/)
    expect(await listRendering(database.db)).toMatchObject([{ enabled: true, emptyCount: 1, storedCount: 1 }])
  })

  test('ends what never ends, with a reason', async () => {
    expect(await listDeadLetters(database.db, 10, 'render-article')).toMatchObject([
      { key: articleIdOfUrl(normalUrl(at(ENDLESS))!), code: expect.stringMatching(/^render-(timeout|failed)$/) },
    ])
  })

  test('the browser reaches no network by itself, and everybody hears our name', () => {
    expect(trapped).toBe(0)
    expect([...agents].every((agent) => agent.startsWith('Dateline/'))).toBe(true)
  })
})
