import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startApi } from '@dateline/api'
import { fetcher } from '@dateline/fetcher'
import { pauseSource, registerSource, resumeSource } from '@dateline/intake'
import { openLogger, openPlatform, type Platform, type Running, readConfig } from '@dateline/platform'
import { reactor } from '@dateline/reactor'
import { scheduler } from '@dateline/scheduler'
import { testDatabase } from '@dateline/testing'
import { getPoll, subscriptionOf } from '@dateline/work-state'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

// A feed, and a hub that tells of its changes, on this machine: the whole of WebSub, from discovery to the end.
const { url: DATABASE_URL } = await testDatabase()
const PATIENCE = { timeout: 30_000, interval: 100 }
const SOON_MS = 60_000

let items = 1
let feedReads = 0
const hubRequests: URLSearchParams[] = []
const running: Running[] = []
const servers: Server[] = []
const logged: string[] = []
let platform: Platform
let apiUrl: string
let hubUrl: string
let feedUrl: string
let sourceId: string

async function listen(answer: (request: IncomingMessage, body: string) => { status?: number; body?: string }) {
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const { status = 200, body = '' } = answer(request, text)
    response.writeHead(status, { 'content-type': 'application/rss+xml' }).end(body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  servers.push(server)
  return (server.address() as AddressInfo).port
}

const feed = () => `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Paper</title>
  <atom:link rel="hub" href="${hubUrl}"/><atom:link rel="self" href="${feedUrl}"/>
  ${Array.from({ length: items }, (_, n) => `<item><link>http://paper.example/2031/04/05/story-number-${n}</link></item>`).join('')}
  </channel></rss>`

async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

beforeAll(async () => {
  const hubPort = await listen((request, body) => {
    if (request.method === 'POST') hubRequests.push(new URLSearchParams(body))
    return { status: 202 }
  })
  const paperPort = await listen((request) => {
    if (request.url !== '/feed') return { status: 404 }
    feedReads += 1
    return { body: feed() }
  })
  hubUrl = 'http://hub.example/'
  feedUrl = 'http://paper.example/feed'
  const port = await freePort()
  const config = readConfig({
    ...{ DATABASE_URL, LOG_LEVEL: 'debug', FETCH_GAP_MS: '0', API_PORT: String(port) },
    FETCH_HOST_OVERRIDES: `hub.example=127.0.0.1:${hubPort},paper.example=127.0.0.1:${paperPort}`,
    PUBLIC_URL: `http://127.0.0.1:${port}/`,
  })
  platform = await openPlatform('test', config, openLogger('test', config, { write: (line) => logged.push(line) }))
  const api = await startApi(platform)
  apiUrl = api.url
  running.push(api)
  for (const service of [reactor, fetcher, scheduler]) running.push(await service.start(platform))
  const schedule = { kind: 'interval', seconds: 86_400 } as const
  sourceId = (await registerSource(platform, { url: feedUrl, name: null, schedule })).sourceId
})

afterAll(async () => {
  for (const one of running.toReversed()) await one.stop()
  await platform.close()
  for (const server of servers) server.close()
})

const subscription = () => subscriptionOf(platform.database.db, sourceId)
const polls = async () => (await getPoll(platform.database.db, sourceId))?.polls ?? 0
const requested = (mode: string) =>
  vi.waitFor(() => {
    const found = hubRequests.findLast((form) => form.get('hub.mode') === mode)
    expect(found).toBeDefined()
    return found!
  }, PATIENCE)
const verify = (form: URLSearchParams, change: Record<string, string> = {}) => {
  const url = new URL(form.get('hub.callback')!)
  const asked = { 'hub.mode': form.get('hub.mode')!, 'hub.topic': form.get('hub.topic')!, 'hub.challenge': 'c<b>1' }
  for (const [name, value] of Object.entries({ ...asked, 'hub.lease_seconds': '7200', ...change })) {
    url.searchParams.set(name, value)
  }
  return fetch(url)
}
const push = (form: URLSearchParams, signature: string | null) =>
  fetch(form.get('hub.callback')!, {
    ...{ method: 'POST', body: feed() },
    headers: { 'content-type': 'application/rss+xml', ...(signature === null ? {} : { 'x-hub-signature': signature }) },
  })
const sign = (method: string, secret: string) => `${method}=${createHmac(method, secret).update(feed()).digest('hex')}`

test('a feed that names a hub is subscribed to, and the hub asks back', { timeout: SOON_MS }, async () => {
  const form = await requested('subscribe')
  expect(form.get('hub.topic')).toBe(feedUrl)
  expect(form.get('hub.callback')).toMatch(`${apiUrl}/websub/`)
  expect(form.get('hub.secret')).toMatch(/^[0-9a-f]{64}$/)
  for (const change of [{ 'hub.topic': 'http://paper.example/other' }, { 'hub.mode': 'unsubscribe' }]) {
    expect((await verify(form, change)).status).toBe(404)
  }
  expect(
    (await fetch(`${apiUrl}/websub/${'0'.repeat(32)}?hub.mode=subscribe&hub.topic=x&hub.challenge=y`)).status,
  ).toBe(404)
  const answer = await verify(form)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(await answer.text()).toBe('c<b>1')
  const { state, leaseUntil } = (await subscription())!
  expect(state).toBe('verified')
  expect(leaseUntil!.getTime() - Date.now()).toBeGreaterThan(3_600_000)
  const polling = await fetch(`${apiUrl}/v1/sources/${sourceId}/polling`)
  const text = await polling.text()
  expect(JSON.parse(text)).toMatchObject({ push: { hub: hubUrl, state: 'verified' } })
  expect(text).not.toContain(form.get('hub.secret'))
})

test('a push makes us look at once; a forged one does not', { timeout: SOON_MS }, async () => {
  const form = await requested('subscribe')
  const secret = form.get('hub.secret')!
  await vi.waitFor(async () => expect(await polls()).toBe(1), PATIENCE)
  const forged = [null, 'sha256=', 'sha256=00', sign('sha256', 'guess'), sign('md5', secret), `sha1=${'0'.repeat(40)}`]
  for (const signature of forged) expect((await push(form, signature)).status).toBe(202)
  expect(await subscription()).toMatchObject({ forgeries: forged.length, pushes: 0 })
  expect(feedReads).toBe(1)
  items = 2
  expect((await push(form, sign('sha256', secret))).status).toBe(202)
  await vi.waitFor(async () => expect(await polls()).toBe(2), PATIENCE)
  expect((await push(form, sign('sha512', secret))).status).toBe(202)
  expect((await push(form, sign('sha384', secret))).status).toBe(202)
  expect(await subscription()).toMatchObject({ pushes: 3 })
  const tooLong = await fetch(form.get('hub.callback')!, { method: 'POST', body: 'x'.repeat(2_100_000) })
  expect(tooLong.status).toBe(413)
})

test('a paused source is subscribed to nothing, a resumed one again', { timeout: SOON_MS }, async () => {
  await pauseSource(platform, sourceId, 'asked')
  const form = await requested('unsubscribe')
  expect(form.has('hub.secret')).toBe(false)
  expect((await verify(form)).status).toBe(200)
  expect(await subscription()).toMatchObject({ state: 'ended' })
  expect((await push(form, 'sha256=00')).status).toBe(410)
  const before = hubRequests.length
  await resumeSource(platform, sourceId)
  await vi.waitFor(
    () => expect(hubRequests.slice(before).map((one) => one.get('hub.mode'))).toContain('subscribe'),
    PATIENCE,
  )
})

test('a hub that denies is asked again another day', { timeout: SOON_MS }, async () => {
  const form = await requested('subscribe')
  expect((await verify(form, { 'hub.mode': 'denied', 'hub.reason': 'not for you' })).status).toBe(200)
  expect(await subscription()).toMatchObject({ state: 'refused', because: 'the hub denies it: not for you' })
})

test('no secret and no callback address was logged', () => {
  expect(logged.length).toBeGreaterThan(5)
  const secrets = hubRequests.flatMap((form) => [form.get('hub.secret'), form.get('hub.callback')?.split('/').at(-1)])
  const present = secrets.filter((secret) => typeof secret === 'string')
  expect(present.length).toBeGreaterThan(3)
  expect(logged.filter((line) => present.some((secret) => line.includes(secret)))).toEqual([])
})
