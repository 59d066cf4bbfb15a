import { buildServer } from '@dateline/api'
import { openLogger, openPlatform, type Platform, type Running, readConfig } from '@dateline/platform'
import { projector } from '@dateline/projector'
import { retryView } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const { url: DATABASE_URL } = await testDatabase()
let platform: Platform
let server: FastifyInstance
let running: Running

beforeAll(async () => {
  const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent' })
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

describe('one’s own writes', () => {
  test('are visible after `Prefer: wait`, and can be waited for by position', async () => {
    const request = { method: 'POST', url: '/v1/articles', ...json({ url: 'https://e.example/own' }) } as const
    const posted = await server.inject(waiting(request))
    expect(posted.headers['preference-applied']).toBe('wait')
    const { articleId, position } = posted.json()
    expect((await server.inject(`/v1/articles/${articleId}`)).statusCode).toBe(200)
    const another = await server.inject({ ...request, ...json({ url: 'https://e.example/own-2' }) })
    const seen = await server.inject(`/v1/articles/${another.json().articleId}?minPosition=${another.json().position}`)
    expect(seen.statusCode).toBe(200)
    const asOf = await server.inject(`/v1/articles/${articleId}?asOf=${position - 1}`)
    expect(asOf.statusCode).toBe(404)
    expect((await server.inject(`/v1/articles/${articleId}?asOf=${position}`)).statusCode).toBe(200)
  })

  test.for(['wait=10', 'respond-async, wait=10', 'Wait = 10', 'wait="10"', 'wait=100000'])(
    'are waited for by `Prefer: %s`',
    async (prefer) => {
      const url = `https://e.example/${encodeURIComponent(prefer)}`
      const { payload, headers } = json({ url })
      const posted = await server.inject({
        ...{ method: 'POST', url: '/v1/articles', payload },
        headers: { ...headers, prefer },
      })
      expect([posted.statusCode, posted.headers['preference-applied']]).toEqual([201, 'wait'])
    },
  )

  test('that the views do not take in in time are told to wait, and how long', async () => {
    await running.stop()
    const { json: submitted } = await server.inject({
      method: 'POST',
      url: '/v1/articles',
      ...json({ url: 'https://e.example/late' }),
    })
    const late = { url: `/v1/articles?minPosition=${submitted().position}`, headers: { prefer: 'wait=0' } }
    const response = await server.inject(late)
    running = await projector.start(platform)
    expect(response.statusCode).toBe(503)
    expect(response.json()).toMatchObject({ code: 'VIEWS_BEHIND', detail: expect.stringContaining('try again') })
    expect(response.headers['retry-after']).toBeDefined()
  })

  test('are not said to be visible in a view that has stopped, which is named, and others answer', async () => {
    const { pool } = platform.database
    await pool.query(`alter table views.article_g1 add constraint forbidden check (url <> 'https://e.example/poison')`)
    const request = { method: 'POST', url: '/v1/articles', ...json({ url: 'https://e.example/poison' }) } as const
    const posted = await server.inject(waiting(request))
    expect([posted.statusCode, posted.headers['preference-applied']]).toEqual([201, undefined])
    const { position } = posted.json()
    const article = await server.inject(`/v1/articles?minPosition=${position}`)
    expect([article.statusCode, article.json().code]).toEqual([503, 'VIEWS_BEHIND'])
    expect((await server.inject(`/v1/sources?minPosition=${position}`)).statusCode).toBe(200)
    expect((await server.inject('/health/ready')).json()).toMatchObject({
      ready: true,
      warnings: { 'view article': `stopped at event ${position}` },
    })
    expect((await server.inject('/metrics')).body).toContain('dateline_view_stopped{view="article"} 1')
    await pool.query('alter table views.article_g1 drop constraint forbidden')
    await retryView(platform.database, 'article')
    expect((await server.inject(`/v1/articles?minPosition=${position}`)).statusCode).toBe(200)
    expect((await server.inject('/health/ready')).json().warnings).toBeUndefined()
  })

  test('are not answered from an article whose findings have stopped', async () => {
    const { pool } = platform.database
    const posted = await server.inject({
      method: 'POST',
      url: '/v1/articles',
      ...json({ url: 'https://e.example/edit' }),
    })
    const { articleId } = posted.json()
    await pool.query(`alter table views.finding_g1 add constraint forbidden check (evidence <> 'poison')`)
    const hashes = { contentSha256: 'a'.repeat(64), beforeContentSha256: 'b'.repeat(64) }
    const data = { ...hashes, changes: [], evidence: 'poison', detector: 'd/1' }
    const cause = { cause: 'test/edit' }
    const { lastPosition } = await platform.log.append(articleId, 'any', [{ type: 'StealthEditDetected', data }], cause)
    const article = `/v1/articles/${articleId}?minPosition=${lastPosition}`
    expect((await server.inject(article)).statusCode).toBe(503)
    await pool.query('alter table views.finding_g1 drop constraint forbidden')
    await retryView(platform.database, 'finding')
    expect((await server.inject(article)).json().stealthEdits).toBe(1)
  })

  test('are not answered by topic where topics have stopped', async () => {
    const { pool } = platform.database
    await pool.query('alter table views.tally_article_g1 add constraint forbidden check (false) not valid')
    const posted = await server.inject({
      method: 'POST',
      url: '/v1/articles',
      ...json({ url: 'https://e.example/by' }),
    })
    const since = `minPosition=${posted.json().position}`
    expect((await server.inject(`/v1/articles?${since}&topic=medtop:01000000`)).statusCode).toBe(503)
    expect((await server.inject(`/v1/articles?${since}`)).statusCode).toBe(200)
    await pool.query('alter table views.tally_article_g1 drop constraint forbidden')
    await retryView(platform.database, 'tally')
    expect((await server.inject(`/v1/articles?${since}&topic=medtop:01000000`)).statusCode).toBe(200)
  })

  test.for([
    ...['/v1/articles?asOf=yesterday', '/v1/stories?asOf=99999999', '/v1/articles?minPosition=99999999'],
    '/v1/stories?asOf=1&topic=medtop:16000000',
    // Of which zone? And years that no answer can write.
    ...['/v1/articles?asOf=2026-11-20T10:00:00', '/v1/topics/medtop:16000000/hours?asOf=0000-01-01T00:00:00Z'],
    '/v1/topics/medtop:16000000/hours?asOf=9999-12-31T23:59:59-14:00',
  ])('%s is refused with a sentence', async (path) => {
    const response = await server.inject(path)
    expect(response.statusCode).toBe(400)
    expect(response.json().detail.length).toBeGreaterThan(20)
  })
})
