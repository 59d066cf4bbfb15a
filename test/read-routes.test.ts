import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildServer } from '@dateline/api'
import type { AnyEvent } from '@dateline/domain'
import { openLog } from '@dateline/event-store'
import { openLogger, openPlatform, readConfig } from '@dateline/platform'
import { catchUp, PROJECTIONS } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const { database, url } = await testDatabase()
// Who comes to a table that is locked is told so at once.
const DATABASE_URL = `${url}?options=-c%20lock_timeout=20`
const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent' })
const platform = await openPlatform('test', config, openLogger('test', config))
const server = await buildServer(platform)
const ARTICLE = 'article-00000000000000000000000000000001'
const COPY = 'article-00000000000000000000000000000002'
const ZONELESS = 'article-00000000000000000000000000000003'
const STORY = 'story-00000000000000000000000000000001'
const SOURCE = '018f0000-0000-7000-8000-000000000001'
const at = '2026-11-20T10:00:00Z'

beforeAll(async () => {
  const log = await openLog(database)
  const append = (stream: string, event: Parameters<typeof log.append>[2][number]) =>
    log.append(stream, 'any', [event], { cause: `test:${event.type}` })
  const url = 'https://harbour-courier.example/ice'
  const schedule = { kind: 'adaptive' as const }
  const source = { sourceId: SOURCE, kind: 'feed', url, name: null, schedule, registeredAt: at }
  const found = { via: 'feed', listedTitle: 'Ice', listedPublishedAt: null, discoveredAt: at }
  const grouped = { storyId: STORY, articleId: ARTICLE, grouper: 'g/1' }
  const joined = { ...grouped, nearestArticleId: null, score: 1, evidence: 'ice' }
  await append(`source-${SOURCE}`, { type: 'SourceRegistered', data: source })
  await append(ARTICLE, { type: 'ArticleDiscovered', data: { url, normalUrl: url, sourceId: SOURCE, ...found } })
  await append(STORY, { type: 'StoryOpened', data: { ...grouped, label: 'Ice' } })
  await append(STORY, { type: 'ArticleJoinedStory', data: joined })
  const copied = { kind: 'exact' as const, containment: 1, inferredAgency: null, evidence: 'ice', matcher: 'm/1' }
  await append(COPY, { type: 'CopyDetected', data: { originalArticleId: ARTICLE, ...copied } })
  const sample = readFileSync(
    join(import.meta.dirname, '../packages/domain/samples/ArticleExtracted-bare.json'),
    'utf8',
  )
  await append(ARTICLE, JSON.parse(sample))
  const read = JSON.parse(sample) as AnyEvent & { type: 'ArticleExtracted' }
  const value = { at: '2026-05-03T10:20:00Z', precision: 'minute' as const, zone: 'assumed' as const }
  const publishedAt = { value, basis: 'explicit' as const, evidence: '3 May 2026, 10.20', confidence: 1 }
  const extraction = { ...read.data.extraction, publishedAt, modifiedAt: publishedAt }
  await append(ZONELESS, { ...read, data: { ...read.data, extraction } })
  await log.close()
  await catchUp(database)
})

afterAll(async () => {
  await server.close()
  await platform.close()
})

/** Reads of a stretch of time that the path or query names, or of work in hand. */
const WITHOUT = ['/v1/sources/opml', '/v1/sources/{sourceId}/backfill', '/v1/sources/{sourceId}/polling']

describe('as of a position', () => {
  test.for([
    { route: '/v1/sources', first: 1 },
    { route: `/v1/sources/${SOURCE}`, first: 1 },
    { route: '/v1/articles?status=discovered', first: 2 },
    { route: `/v1/articles?status=discovered&sourceId=${SOURCE}`, first: 2 },
    { route: `/v1/articles?status=discovered&storyId=${STORY}`, first: 4 },
    { route: `/v1/articles/${ARTICLE}`, first: 2 },
    { route: `/v1/stories/${STORY}`, first: 3 },
    { route: `/v1/stories/${STORY}/changes`, first: 3 },
    { route: `/v1/articles/${ARTICLE}/revisions/1`, first: 6 },
    { route: `/v1/stories/${STORY}/articles`, first: 4 },
    { route: '/v1/stories', first: 4 },
    { route: '/v1/topics/medtop:16000000/hours', first: 1 },
    { route: `/v1/articles/${ARTICLE}/copies`, first: 5 },
  ])('$route knows nothing before event $first, and something from then on', async ({ route, first }) => {
    for (const position of [0, 1, 2, 3, 4, 5, 6]) {
      const joint = route.includes('?') ? '&' : '?'
      const { statusCode, body } = await server.inject(`${route}${joint}asOf=${position}`)
      const { items } = JSON.parse(body) as { items?: unknown[] }
      const isThere = statusCode === 200 && (items === undefined || items.length > 0)
      // Since then it is no longer merely discovered.
      const isOver = position === 6 && route.includes('status=discovered&')
      expect({ position, isThere }).toEqual({ position, isThere: position >= first && !isOver })
      expect([200, 404]).toContain(statusCode)
    }
  })

  test('every other route that reads articles, stories, topics or sources takes it', async () => {
    const { paths } = JSON.parse((await server.inject('/openapi.json')).body) as {
      paths: Record<string, { get?: { parameters?: { name: string; in: string }[] } }>
    }
    const reads = Object.entries(paths).filter(
      ([path, { get }]) => get !== undefined && /^\/v1\/(articles|stories|topics|sources)(\/|$)/.test(path),
    )
    const without = reads.filter(([, { get }]) => get?.parameters?.every(({ name }) => name !== 'asOf') !== false)
    expect(reads.length).toBeGreaterThan(8)
    expect(without.map(([path]) => path).sort()).toEqual(WITHOUT)
  })

  test('no route passes it over: what does not take it says so', async () => {
    const { paths } = JSON.parse((await server.inject('/openapi.json')).body) as {
      paths: Record<string, { get?: { parameters?: { name: string }[] } }>
    }
    const without = Object.entries(paths).flatMap(([path, { get }]) => {
      const isWithout = get !== undefined && get.parameters?.some(({ name }) => name === 'asOf') !== true
      return isWithout && !path.startsWith('/health/') ? [path.replaceAll(/\{\w+\}/g, 'x')] : []
    })
    expect(without.length).toBeGreaterThan(15)
    const pages = ['/', '/sources', '/topics', `/stories/${STORY}`, `/articles/${ARTICLE}`]
    for (const path of [...without, ...pages]) {
      const { statusCode, body } = await server.inject(`${path}?asOf=3`)
      expect([path, statusCode, body.includes('asOf')]).toEqual([path, 400, true])
    }
  })
})

describe('a time whose zone the page does not name', () => {
  const zones = { publishedPrecision: 'minute', publishedZone: 'assumed', modifiedZone: 'assumed' }

  test.for(['', '?asOf=7'])('is told from an instant in REST: %s', async (query) => {
    expect((await server.inject(`/v1/articles/${ZONELESS}${query}`)).json()).toMatchObject(zones)
    const { items } = (await server.inject(`/v1/articles${query}`)).json()
    expect(items.find(({ articleId }: { articleId: string }) => articleId === ZONELESS)).toMatchObject(zones)
  })

  test('is not shown as UTC on the page', async () => {
    const { body } = await server.inject(`/articles/${ZONELESS}`)
    expect(body).toContain('<dt>published</dt><dd>2026-05-03 10:20:00 (zone not stated)')
    expect(body).toContain('<dt>modified</dt><dd>2026-05-03 10:20:00 (zone not stated)')
  })

  test('is an instant in a feed, which has no other times', async () => {
    const { items } = (await server.inject('/v1/feeds/articles.json')).json()
    const times = items.map((item: { date_published?: string }) => item.date_published ?? null)
    expect(times).toEqual([null, '2026-05-03T10:20:00.000Z'])
  })
})

type Projection = (typeof PROJECTIONS)[number]

describe('a view that has stopped', () => {
  const ids = { articleId: ARTICLE, storyId: STORY, sourceId: SOURCE, qcode: 'medtop:16000000', number: '1' }

  /** All that can be asked to wait, with what is there, and once by topic. */
  async function routesThatWait(): Promise<string[]> {
    const { paths } = JSON.parse((await server.inject('/openapi.json')).body) as {
      paths: Record<string, { get?: { parameters?: { name: string }[] } }>
    }
    return Object.entries(paths).flatMap(([path, { get }]) => {
      const names = get?.parameters?.map(({ name }) => name) ?? []
      if (!names.includes('minPosition')) return []
      const route = `${path.replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof ids) => ids[name])}?minPosition=6`
      const topic = names.includes('topic') ? [`${route}&topic=${ids.qcode}`] : []
      return [route, ...topic, ...(names.includes('asOf') ? [`${route}&asOf=6`] : [])]
    })
  }

  /** Those that do not answer: as the views are behind, or for another reason. */
  async function failing(routes: readonly string[], isBehind: boolean): Promise<string[]> {
    const failed: string[] = []
    for (const url of routes) {
      const answer = await server.inject({ url, headers: { prefer: 'wait=0' } })
      if (answer.statusCode !== 503) continue
      expect([url, answer.json().code === 'VIEWS_BEHIND']).toEqual([url, isBehind])
      failed.push(url)
    }
    return failed
  }

  /** Those that cannot answer while nobody can read the tables of the view. */
  async function readersOf({ table, derived = [], history }: Projection, routes: readonly string[]) {
    const names = [table, ...derived].map(({ name }) => name)
    const tables = [...names, ...(history ? [`${table.name}_history`] : [])].map((name) => `views.${name}_g1`)
    const client = await database.pool.connect()
    try {
      await client.query(`begin; lock table ${tables.join(', ')} in access exclusive mode`)
      return await failing(routes, false)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  /** Those that wait in vain while the view has stopped at the last event. */
  async function waitersFor({ name }: Projection, routes: readonly string[]) {
    await database.pool.query(
      `update views.projection set position = 5, error = 'stopped', error_position = 6 where name = $1`,
      [name],
    )
    const failed = await failing(routes, true)
    await database.pool.query(
      `update views.projection set position = 6, error = null, error_position = null where name = $1`,
      [name],
    )
    return failed
  }

  const partOf = (url: string) => url.split(/[/?]/)[2]

  test.for(PROJECTIONS)(
    '$name is waited for by the routes that read it, and named with no others',
    async (projection) => {
      const routes = await routesThatWait()
      expect(routes.length).toBeGreaterThan(15)
      const readers = await readersOf(projection, routes)
      const waiters = await waitersFor(projection, routes)
      expect(waiters).toEqual(expect.arrayContaining(readers))
      // One stands for those beside it: services/api/src/wait-for-views.ts names views by the first part of a path.
      const parts = new Set(readers.map(partOf))
      expect(waiters.filter((url) => !url.includes('asOf') && !parts.has(partOf(url)))).toEqual([])
    },
  )
})
