import { gzipSync } from 'node:zlib'
import { buildServer } from '@dateline/api'
import { generateSigningKey } from '@dateline/event-store'
import { withdrawArticle } from '@dateline/intake'
import { openLogger, openPlatform, type Platform, type Running, readConfig } from '@dateline/platform'
import { projector } from '@dateline/projector'
import { testDatabase } from '@dateline/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const { url: DATABASE_URL } = await testDatabase()
let platform: Platform
let server: FastifyInstance
let running: Running

beforeAll(async () => {
  const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent', LOG_SIGNING_KEY: generateSigningKey() })
  platform = await openPlatform('test', config, openLogger('test', config))
  server = await buildServer(platform)
  running = await projector.start(platform)
})

afterAll(async () => {
  await server.close()
  await running.stop()
  await platform.close()
})

const json = (payload: unknown) => ({
  payload: JSON.stringify(payload),
  headers: { 'content-type': 'application/json' },
})

/** Answered when the views have taken in what the request recorded. */
const waiting = <Request extends { headers: Record<string, string> }>(request: Request) => ({
  ...request,
  headers: { ...request.headers, prefer: 'wait=10' },
})

describe('intake', () => {
  test('a submitted URL is new once, and the same article whatever follows it', async () => {
    const first = await server.inject({
      method: 'POST',
      url: '/v1/articles',
      ...json({ url: 'https://a.example/n/1?utm_source=x' }),
    })
    expect(first.statusCode).toBe(201)
    expect(first.headers.location).toBe(`/v1/articles/${first.json().articleId}`)
    const again = await server.inject({
      method: 'POST',
      url: '/v1/articles',
      ...json({ url: 'https://a.example/n/1' }),
    })
    expect(again.statusCode).toBe(200)
    expect(again.json()).toMatchObject({ articleId: first.json().articleId, position: null })
  })

  test.for([
    { name: 'no URL', payload: { url: 'not a url' }, detail: '"not a url" is not an http or https URL' },
    { name: 'another scheme', payload: { url: 'file:///etc/passwd' }, detail: 'is not an http or https URL' },
    {
      name: 'a password',
      payload: { url: 'https://me:secret@a.example/1' },
      detail: 'carries a user name or password',
    },
    { name: 'no body', payload: {}, detail: 'url' },
    { name: 'a number', payload: { url: 7 }, detail: 'url' },
  ])('$name is refused with a sentence', async ({ payload, detail }) => {
    const response = await server.inject({ method: 'POST', url: '/v1/articles', ...json(payload) })
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toMatch('application/problem+json')
    expect(response.json().detail).toContain(detail)
    expect(response.body).not.toContain('node_modules')
  })

  test('a source with a schedule that cannot be is refused', async () => {
    const source = { url: 'https://a.example/feed', schedule: { kind: 'cron', expression: 'every now and then' } }
    const response = await server.inject({ method: 'POST', url: '/v1/sources', ...json(source) })
    expect(response.statusCode).toBe(400)
    expect(response.json().detail).toContain('is no cron schedule')
  })

  test('a source is registered once', async () => {
    const source = json({ url: 'https://a.example/feed.xml', name: 'A' })
    const first = await server.inject({ method: 'POST', url: '/v1/sources', ...source })
    expect(first.statusCode).toBe(201)
    const again = await server.inject({ method: 'POST', url: '/v1/sources', ...source })
    expect(again.statusCode).toBe(200)
    expect(again.json().sourceId).toBe(first.json().sourceId)
  })

  test('a source of one’s own network is refused at once', async () => {
    const response = await server.inject({ method: 'POST', url: '/v1/sources', ...json({ url: 'http://127.0.0.1/f' }) })
    expect(response.statusCode).toBe(400)
    expect(response.json().detail).toContain('FETCH_PRIVATE_HOSTS=127.0.0.1:80')
  })

  test('a source is paused, says so, and is resumed', async () => {
    const added = await server.inject({
      method: 'POST',
      url: '/v1/sources',
      ...json({ url: 'https://p.example/feed' }),
    })
    const { sourceId } = added.json()
    const post = (what: string) => server.inject({ method: 'POST', url: `/v1/sources/${sourceId}/${what}` })
    expect((await post('pause')).json()).toEqual({ sourceId, changed: true })
    expect((await post('pause')).json()).toEqual({ sourceId, changed: false })
    expect((await post('resume')).json()).toEqual({ sourceId, changed: true })
    const other = await server.inject({ method: 'POST', url: '/v1/sources/3d6b4d5e-5d0c-5b8e-9f43-6c1f0a7d2b11/pause' })
    expect(other.statusCode).toBe(404)
  })

  test('OPML comes in and goes out', async () => {
    const payload = `<opml><body><outline text="F"><outline text="O" xmlUrl="https://o.example/feed"/></outline></body></opml>`
    const headers = { 'content-type': 'text/x-opml' }
    const imported = await server.inject({ method: 'POST', url: '/v1/sources/opml', payload, headers })
    expect(imported.json()).toEqual({ listed: 1, added: 1, known: 0, duplicates: 0, refused: [] })
    const exported = await server.inject('/v1/sources/opml')
    expect(exported.headers['content-type']).toContain('text/x-opml')
    expect(exported.body).toContain('xmlUrl="https://o.example/feed"')
    const wrong = await server.inject({ method: 'POST', url: '/v1/sources/opml', payload: '<html/>', headers })
    expect(wrong.statusCode).toBe(400)
  })

  test('a scrape names its original', async () => {
    const payload = 'A headline\n\nSome text about it.\n\nOriginal url:\n\nhttps://b.example/2026/03/02/a-headline'
    const request = { method: 'POST', url: '/v1/documents?capturedAt=2026-03-02T10:00:00Z', payload } as const
    const response = await server.inject({ ...request, headers: { 'content-type': 'text/plain' } })
    expect(response.statusCode).toBe(201)
    expect(response.json().originalUrl).toBe('https://b.example/2026/03/02/a-headline')
    const events = await server.inject(`/v1/events?stream=${response.json().articleId}`)
    expect(events.json().items.map(({ type }: { type: string }) => type)).toEqual([
      'ArticleDiscovered',
      'DocumentImported',
    ])
  })

  test('a web archive is imported from the request, and every record is accounted for', async () => {
    const page = '<html><title>T</title><p>Text</p></html>'
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page}`
    const record = (type: string, uri: string, block: string) =>
      gzipSync(
        `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Target-URI: ${uri}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`,
      )
    const payload = Buffer.concat([
      record('warcinfo', 'https://c.example/', 'software: x'),
      record('response', 'https://c.example/1', http),
      record('response', 'https://c.example/2', http.replace('200 OK', '404 Not Found')),
    ])
    const headers = { 'content-type': 'application/warc' }
    const response = await server.inject({ method: 'POST', url: '/v1/warc', payload, headers })
    expect(response.json()).toEqual({
      records: 3,
      imported: 1,
      known: 0,
      skipped: { 'type-warcinfo': 1, 'http-404': 1 },
    })
    const skipped = await server.inject('/v1/imports/skipped?fileName=upload')
    const missing = { importName: 'upload', record: '3 https://c.example/2', reason: 'http-404' }
    expect(skipped.json().items).toContainEqual(expect.objectContaining(missing))

    const mended = Buffer.concat([
      record('warcinfo', 'https://c.example/', 'software: x'),
      record('response', 'https://c.example/1', http),
      record('response', 'https://c.example/2', http),
    ])
    await server.inject({ method: 'POST', url: '/v1/warc', payload: mended, headers })
    const { items } = (await server.inject('/v1/imports/skipped?fileName=upload')).json()
    expect(items.map(({ reason }: { reason: string }) => reason)).toEqual(['type-warcinfo'])
  })
})

describe('reading', () => {
  test.for(['/v1/articles', '/v1/stories', '/v1/topics', '/v1/sources', '/v1/events'])(
    '%s is a page of items',
    async (path) => {
      const response = await server.inject(path)
      expect(response.statusCode).toBe(200)
      expect(response.json()).toMatchObject({ items: expect.any(Array) })
    },
  )

  test.for([
    '/v1/articles/article-0',
    '/v1/stories/story-0',
    '/v1/topics/medtop:0',
    '/v1/sources/3d6b4d5e-5d0c-5b8e-9f43-6c1f0a7d2b11',
    '/v1/nothing',
    '/v1/articles/article-0/revisions/1',
  ])('%s is a problem with status 404', async (path) => {
    const response = await server.inject(path)
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  test.for([
    '/v1/articles/%00',
    '/v1/stories/%00',
    '/v1/events?stream=%00',
    '/v1/articles?limit=0',
    '/v1/articles?limit=x',
    '/v1/stories?cursor=forged',
    '/v1/events?after=-1',
    '/v1/events?limit=100000',
    '/v1/stories?articlesMin=99999999999',
    '/v1/articles?language=%00',
    '/%E0%A4%A',
  ])('%s is a problem with status 400', async (path) => {
    const response = await server.inject(path)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ status: 400, code: 'BAD_INPUT' })
  })

  test('a parameter that there is none of is named, not passed over', async () => {
    const response = await server.inject('/v1/articles?topics=medtop:11000000')
    expect(response.statusCode).toBe(400)
    expect(response.json().detail).toMatch(/"topics".*topic,/)
  })

  test('an oversized body is refused', async () => {
    const response = await server.inject({ method: 'POST', url: '/v1/articles', ...json({ url: 'x'.repeat(200_000) }) })
    expect(response.statusCode).toBe(413)
  })

  test('pages of the log follow one another without gaps', async () => {
    const first = await server.inject('/v1/events?limit=2')
    const second = await server.inject(`/v1/events?limit=2&after=${first.json().next}`)
    const positions = [...first.json().items, ...second.json().items].map(
      ({ position }: { position: number }) => position,
    )
    expect(positions).toEqual([1, 2, 3, 4])
  })

  test('the OpenAPI document describes every route', async () => {
    const { paths, openapi } = (await server.inject('/openapi.json')).json()
    expect(openapi).toBe('3.1.0')
    for (const path of [
      '/v1/articles',
      '/v1/articles/{articleId}/revisions',
      '/v1/stories/{storyId}',
      '/v1/events',
      '/v1/documents',
    ]) {
      expect(paths).toHaveProperty([path])
    }
    expect(paths['/v1/articles'].get.responses['200'].content['application/json'].schema).toBeDefined()
  })

  test('metrics tell the lag of every view', async () => {
    const { body, headers } = await server.inject('/metrics')
    expect(headers['content-type']).toMatch('text/plain')
    for (const view of ['article', 'revision', 'story', 'source'])
      expect(body).toMatch(new RegExp(`dateline_view_lag_events\\{view="${view}`))
    expect(body).toMatch(/^dateline_log_position [1-9]/m)
    expect(body).toContain('dateline_queue_jobs{queue="fetch-article",state="waiting"}')
  })

  test('health', async () => {
    expect((await server.inject('/health/live')).json()).toMatchObject({ ready: true })
    expect((await server.inject('/health/ready')).json()).toMatchObject({
      ready: true,
      checks: { database: 'ok', queues: 'ok' },
    })
  })
})

describe('other people’s pages', () => {
  test('may not write through a reader’s browser', async () => {
    const request = {
      method: 'POST',
      url: '/v1/documents',
      payload: 'Text',
      headers: { 'content-type': 'text/plain' },
    } as const
    const headers = { ...request.headers, origin: 'http://evil.example', host: 'localhost:4000' }
    const response = await server.inject({ ...request, headers })
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({ code: 'FORBIDDEN' })
    const own = await server.inject({ ...request, headers: { ...headers, origin: 'http://localhost:4000' } })
    expect(own.statusCode).toBe(201)
  })

  test('read nothing under a name that was pointed at us', async () => {
    const response = await server.inject({ url: '/v1/articles', headers: { host: 'evil.example' } })
    expect(response.statusCode).toBe(403)
    expect((await server.inject({ url: '/v1/articles', headers: { host: '127.0.0.1:4000' } })).statusCode).toBe(200)
  })
})

describe('the page', () => {
  test('lets nothing run, whatever a page or a feed said', async () => {
    const name = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    await server.inject(
      waiting({ method: 'POST', url: '/v1/sources', ...json({ url: 'https://d.example/feed.xml', name }) }),
    )
    const page = await server.inject('/sources')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('&lt;script&gt;')
    expect(page.body).not.toMatch(/<script|<img/)
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  })

  test.for(['/', '/sources', '/topics', '/dead-letters'])('%s is there', async (path) => {
    const page = await server.inject(path)
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toMatch('text/html')
  })

  test('says of a link that leads nowhere so, in words', async () => {
    const page = await server.inject('/?after=forged')
    expect(page.statusCode).toBe(400)
    expect(page.headers['content-type']).toMatch('text/html')
    expect(page.body).toContain('The cursor is not valid')
  })

  test.for(['/stories/x', '/articles/x', '/articles/x?revision=abc', '/articles/%00', '/stories/%00'])(
    '%s says that it is not there',
    async (path) => {
      const page = await server.inject(path)
      expect(page.statusCode).toBe(404)
      expect(page.body).toContain('There is no such')
    },
  )
})

describe('proof and erasure', () => {
  async function sealedPast(position: number): Promise<void> {
    for (let size = 0; size < position; ) {
      const response = await server.inject('/v1/log/head')
      size = response.statusCode === 200 ? response.json().size : 0
    }
  }

  test('a history is proven under the signed head', async () => {
    const posted = await server.inject({ method: 'POST', url: '/v1/articles', ...json({ url: 'https://f.example/1' }) })
    const { articleId, position } = posted.json()
    await sealedPast(position)
    const proof = (await server.inject(`/v1/log/proof?stream=${articleId}&olderSize=1`)).json()
    expect(proof.events).toHaveLength(1)
    expect(proof.events[0].path.length).toBeGreaterThan(0)
    expect(proof.consistency.olderSize).toBe(1)
    expect((await server.inject('/v1/log/proof')).statusCode).toBe(400)
    expect((await server.inject('/v1/log/proof?stream=article-0')).statusCode).toBe(404)
  })

  test('a withdrawn article is gone from log, archive and views, and stays gone', async () => {
    const payload = 'A secret headline\n\nBy Nobody\n\nA secret text that must go away.'
    const request = {
      method: 'POST',
      url: '/v1/documents',
      payload,
      headers: { 'content-type': 'text/plain' },
    } as const
    const { articleId } = (await server.inject(waiting(request))).json()
    const { position } = await withdrawArticle(platform, articleId, 'order of a court')
    const article = (await server.inject(`/v1/articles/${articleId}?minPosition=${position}`)).json()
    expect(article).toMatchObject({ status: 'withdrawn', title: null })
    const events = (await server.inject(`/v1/events?stream=${articleId}`)).json().items
    expect(events.map(({ type, data }: { type: string; data: unknown }) => [type, data === null])).toEqual([
      ['ArticleDiscovered', true],
      ['DocumentImported', true],
      ['ArticleWithdrawn', false],
    ])
    // What lies in an archive is not told to be erased.
    const { pool } = platform.database
    await pool.query(`insert into log.archived_bodies values (1, $1, 1, 'old.gz', sha256(''), now())`, [position])
    const refused = await server.inject(`/v1/events?stream=${articleId}`)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'BODIES_ARCHIVED'])
    await pool.query('delete from log.archived_bodies')
    const again = await server.inject(request)
    expect(again.json()).toMatchObject({ articleId, position: null })
    await expect(withdrawArticle(platform, articleId, ' ')).rejects.toThrow('needs a reason')
  })
})
