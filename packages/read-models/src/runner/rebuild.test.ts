import { Worker } from 'node:worker_threads'
import { BadInputError } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { describe, expect, test, vi } from 'vitest'
import { listArticles } from '../article/queries.ts'
import { digest } from '../digest.ts'
import { progress } from '../progress.ts'
import { append, articleId, discovered, extracted, joined, type SampleEvent, sampleLog } from '../sample-log.ts'
import { discardRebuild, rebuild, rollback } from './rebuild.ts'
import { catchUp, runProjections } from './run-projections.ts'
import { retryView, skipEvent } from './stopped-views.ts'
import { verifyViews } from './verify-views.ts'
import { waitForPosition } from './wait-for-position.ts'

/** Thousands of small transactions: on a machine that does much else they take their time. */
vi.setConfig({ testTimeout: 120_000 })

const names = Array.from({ length: 30 }, (_, index) => `a${index}`)
const many = names.flatMap((name) => [discovered(name), extracted(name, name), joined('winter', name)])

async function filled(events: readonly SampleEvent[] = [...sampleLog(), ...many]) {
  const { database, url } = await testDatabase()
  await append(database, events)
  await catchUp(database)
  return { database, url }
}

const tablesOf = async ({ pool }: Awaited<ReturnType<typeof filled>>['database']) => {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'views'`,
  )
  return rows.map(({ name }) => name).sort()
}

test('one page size or another, one shard or four, and live: the same digest', async () => {
  const { database } = await filled()
  const before = await tablesOf(database)
  const verdicts = await verifyViews(database)
  expect(verdicts.map(({ isSame }) => isSame)).toEqual(verdicts.map(() => true))
  expect(verdicts[0]!.rebuilt).toHaveLength(2)
  expect(await tablesOf(database)).toEqual(before)
})

test('a row that the log does not say is found', async () => {
  const { database } = await filled()
  await database.pool.query(`update views.article_g1 set title = 'Forged' where article_id = '${articleId('a7')}'`)
  const verdicts = await verifyViews(database, { plans: [{ pageSize: 1_000, shards: 1 }] })
  expect(verdicts.filter(({ isSame }) => !isSame).map(({ name }) => name)).toEqual(['article'])
})

describe('a rebuild', () => {
  test('gives the same rows, in a new generation, and can be taken back', async () => {
    const { database } = await filled()
    const before = await digest(database)
    const generations = async () =>
      (await progress(database.db)).views.find(({ name }) => name === 'article')!.generation
    expect(await rebuild(database, 'article', { shards: 3, pageSize: 10 })).toMatchObject({
      generation: 2,
      isSame: true,
    })
    expect(await generations()).toBe(2)
    expect(await digest(database)).toEqual(before)
    await append(database, [discovered('late'), extracted('late', 'Late')])
    await catchUp(database)
    expect(await rollback(database, 'article')).toMatchObject({ generation: 1 })
    expect(await generations()).toBe(1)
    expect((await listArticles(database.db, { sourceId: undefined }, null, 500)).items).toHaveLength(names.length + 4)
    expect((await verifyViews(database, { names: ['article'] }))[0]!.isSame).toBe(true)
    await rebuild(database, 'article')
    await rebuild(database, 'article')
    const tables = await tablesOf(database)
    expect(tables.filter((name) => /^article_g/.test(name))).toEqual(['article_g3', 'article_g4'])
  })

  test('makes the same indexes', async () => {
    const { database } = await filled([])
    await rebuild(database, 'article')
    const indexes = async (table: string) => {
      const { rows } = await database.pool.query<{ definition: string }>(
        `select indexdef as definition from pg_indexes where schemaname = 'views' and tablename = $1`,
        [table],
      )
      return rows.map(({ definition }) => definition.replaceAll(/_g\d/g, '').replace(/INDEX \w+ /, '')).sort()
    }
    expect(await indexes('article_g2')).toEqual(await indexes('article_g1'))
  })

  test('repairs a view that has gone wrong, and says so', async () => {
    const { database } = await filled()
    const before = await digest(database)
    await database.pool.query(`delete from views.article_g1 where article_id = '${articleId('a7')}'`)
    expect(await rebuild(database, 'article')).toMatchObject({ isSame: false })
    expect(await digest(database)).toEqual(before)
  })

  test('loses no event that comes meanwhile, and no reader sees half of it', async () => {
    const { database } = await filled()
    const stop = new AbortController()
    const errors: Error[] = []
    const running = runProjections(database, { signal: stop.signal, onError: (error) => errors.push(error) })
    const counts = new Set<number>()
    const reading = (async () => {
      while (!stop.signal.aborted) counts.add((await listArticles(database.db, {}, null, 500)).items.length)
    })()
    const writing = (async () => {
      for (let n = 0; n < 20; n++) await append(database, [discovered(`late-${n}`), extracted(`late-${n}`, 'Late')])
    })()
    for (const name of ['article', 'tally', 'story']) await rebuild(database, name, { shards: 2, pageSize: 7 })
    await writing
    const { headPosition } = await progress(database.db)
    expect(await waitForPosition(database, headPosition, 10_000)).toBe(true)
    stop.abort()
    await Promise.all([running, reading])
    expect(errors).toEqual([])
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(names.length + 3)
    expect((await verifyViews(database)).every(({ isSame }) => isSame)).toBe(true)
  })

  test('that was killed goes on where it was', async () => {
    const { database, url } = await filled()
    const position = async () => {
      const { rows } = await database.pool.query<{ position: number }>(
        // Of the shard that is furthest behind, as the progress reports it.
        `select coalesce(min(position), 0)::bigint as position from views.projection where state = 'building'`,
      )
      return rows[0]!.position
    }
    const worker = new Worker(new URL('./rebuild-worker.ts', import.meta.url), { workerData: { url, name: 'article' } })
    await vi.waitFor(async () => expect(await position()).toBeGreaterThan(10), { timeout: 20_000, interval: 5 })
    await worker.terminate()
    const reached = await position()
    const positions: number[] = []
    const onProgress = (seen: { position: number }) => positions.push(seen.position)
    const rebuilt = await vi.waitFor(
      () => rebuild(database, 'article', { shards: 2, pageSize: 50, onProgress }),
      20_000,
    )
    expect(rebuilt).toMatchObject({ generation: 2, isSame: true })
    expect(Math.min(...positions)).toBeGreaterThanOrEqual(reached)
  })

  test('comes by itself where another version of the fold has made the view', async () => {
    const { database } = await filled()
    const before = await digest(database)
    await database.pool.query(`update views.projection set version = 99 where name in ('story', 'article')`)
    await database.pool.query(`update views.story_g1 set label = 'Of another version'`)
    const stop = new AbortController()
    const running = runProjections(database, { signal: stop.signal })
    await vi.waitFor(async () => {
      const { views } = await progress(database.db)
      expect(views.filter(({ generation }) => generation === 2).map(({ name }) => name)).toEqual(['article', 'story'])
    }, 20_000)
    const last = await append(database, [discovered('late')])
    expect(await waitForPosition(database, last, 10_000)).toBe(true)
    stop.abort()
    await running
    const { views } = await progress(database.db)
    expect(views.every(({ position }) => position === last)).toBe(true)
    const story = (of: typeof before) => of.find(({ name }) => name === 'story')!.sha256
    expect(story(await digest(database))).toBe(story(before))
  })

  test('can be given up', async () => {
    const { database } = await filled()
    const before = await tablesOf(database)
    const stop = new AbortController()
    const onProgress = () => stop.abort(new Error('enough'))
    await expect(rebuild(database, 'story', { pageSize: 5, signal: stop.signal, onProgress })).rejects.toThrow('enough')
    expect(await tablesOf(database)).not.toEqual(before)
    await discardRebuild(database, 'story')
    expect(await tablesOf(database)).toEqual(before)
  })

  test('is refused for a view that there is not, a rollback to nothing, and impossible plans', async () => {
    const { database } = await filled([])
    await expect(rebuild(database, 'nonsense')).rejects.toThrow(BadInputError)
    await expect(rebuild(database, 'article', { shards: 0 })).rejects.toThrow(BadInputError)
    await expect(rollback(database, 'article')).rejects.toThrow(BadInputError)
    for (const plan of [
      { pageSize: 0, shards: 1 },
      { pageSize: 5_001, shards: 1 },
      { pageSize: 1, shards: 17 },
    ]) {
      await expect(verifyViews(database, { plans: [plan] })).rejects.toThrow(BadInputError)
    }
  })
})

describe('a view that has stopped', () => {
  const poison = (name: string): SampleEvent => ({
    stream: articleId(name),
    event: { type: 'ArticleExtracted', data: { extraction: null } } as never,
  })

  test('goes on without the event when a person says so, in rebuilds too', async () => {
    const { database } = await filled([])
    await append(database, [discovered('ice'), poison('ice'), extracted('ice', 'Ice')])
    const stop = new AbortController()
    const running = runProjections(database, { signal: stop.signal })
    const readers = ['article', 'live_update', 'revision']
    await vi.waitFor(async () => {
      const stopped = (await progress(database.db)).views.filter(({ error }) => error !== null)
      expect(stopped.map(({ name }) => name)).toEqual(readers)
    }, 10_000)
    await expect(skipEvent(database, 'story')).rejects.toThrow(BadInputError)
    for (const name of readers) expect(await skipEvent(database, name)).toEqual({ position: 2, by: 'view' })
    expect(await vi.waitFor(() => waitForPosition(database, 3, 5_000))).toBe(true)
    expect((await progress(database.db)).position).toBe(3)
    stop.abort()
    await running
    expect((await listArticles(database.db, {}, null, 10)).items[0]).toMatchObject({ title: 'Ice', revisionCount: 1 })
    expect(await rebuild(database, 'article')).toMatchObject({ isSame: true })
  })

  test('can be rebuilt when the event is left out, where a rebuild has met it before', async () => {
    const { database } = await filled([])
    await append(database, [discovered('ice'), poison('ice'), extracted('ice', 'Ice')])
    await expect(catchUp(database)).rejects.toThrow('has stopped at event 2')
    await expect(rebuild(database, 'article')).rejects.toThrow('View article: event 2 cannot be taken in: ')
    await skipEvent(database, 'article')
    expect(await rebuild(database, 'article')).toMatchObject({ generation: 2, isSame: true })
  })

  test('shows what it leaves out, and takes it in when a person says so', async () => {
    const { database } = await filled([])
    await append(database, [discovered('ice'), discovered('flood')])
    await database.pool.query(`alter table views.article_g1 add constraint forbidden check (url not like '%/ice')`)
    await expect(catchUp(database)).rejects.toThrow('forbidden')
    await skipEvent(database, 'article')
    await catchUp(database)
    const article = async () => (await progress(database.db)).views.find(({ name }) => name === 'article')!
    expect(await article()).toMatchObject({ skipped: [1], error: null, behind: 0 })
    await database.pool.query('alter table views.article_g1 drop constraint forbidden')
    const stop = new AbortController()
    const onProgress = () => stop.abort(new Error('enough'))
    const interrupted = rebuild(database, 'article', {
      takeSkipped: true,
      signal: stop.signal,
      onProgress,
      pageSize: 1,
    })
    await expect(interrupted).rejects.toThrow('enough')
    // What it has taken in is not what a rebuild leaves out: this one begins anew.
    expect(await rebuild(database, 'article')).toMatchObject({ generation: 2, isSame: true })
    expect((await article()).skipped).toEqual([1])
    expect(await rebuild(database, 'article', { takeSkipped: true })).toMatchObject({ isSame: false })
    expect((await article()).skipped).toEqual([])
    expect((await database.pool.query('select from read.article')).rowCount).toBe(2)
  })

  test('stops a rebuild also while that waits for its swap, with the same advice', async () => {
    const { database } = await filled([discovered('ice')])
    const reader = await database.pool.connect()
    await reader.query('begin isolation level repeatable read; select from log.head')
    const rebuilding = rebuild(database, 'article')
    const stopped = expect(rebuilding).rejects.toThrow('dateline views skip article --event 2')
    await vi.waitFor(async () => {
      const about = `select from views.projection where state = 'building' and position = 1`
      expect((await database.pool.query(about)).rowCount).toBe(1)
    }, 60_000)
    await append(database, [poison('ice')])
    await stopped
    await reader.query('commit')
    reader.release()
  })

  test('and was rebuilt can be put back: it tries again', async () => {
    const { database } = await filled([])
    await append(database, [discovered('ice'), discovered('flood')])
    await database.pool.query(`alter table views.article_g1 add constraint forbidden check (url not like '%/flood')`)
    await expect(catchUp(database)).rejects.toThrow('forbidden')
    await database.pool.query('alter table views.article_g1 drop constraint forbidden')
    await rebuild(database, 'article')
    expect(await rollback(database, 'article')).toMatchObject({ generation: 1, position: 2 })
    expect((await database.pool.query('select from read.article')).rowCount).toBe(2)
  })

  test('in a rebuild only can be told what to leave out', async () => {
    const { database } = await filled([])
    await append(database, [discovered('ice'), poison('ice')])
    await expect(catchUp(database)).rejects.toThrow('event 2')
    // As if the fold before had taken it in.
    await database.pool.query(
      `update views.projection set position = 2, error = null, error_position = null where error is not null`,
    )
    await expect(rebuild(database, 'article')).rejects.toThrow('dateline views skip article --event 2')
    for (const none of [3, 0, 1.5, Number.NaN]) {
      await expect(skipEvent(database, 'article', none)).rejects.toThrow(BadInputError)
    }
    const article = async () => (await progress(database.db)).views.find(({ name }) => name === 'article')!
    expect((await article()).rebuild).toMatchObject({ position: 1, errorPosition: 2 })
    expect(await skipEvent(database, 'article', 2)).toEqual({ position: 2, by: 'rebuild' })
    expect(await article()).toMatchObject({ skipped: [], rebuild: { position: 1, error: null } })
    expect(await rebuild(database, 'article')).toMatchObject({ generation: 2, isSame: true })
    expect(await article()).toMatchObject({ skipped: [2], rebuild: null })
  })

  test('is not said to leave out what it has taken in', async () => {
    const { database } = await filled([discovered('ice')])
    await expect(skipEvent(database, 'article', 1)).rejects.toThrow('has taken in event 1 already')
    await append(database, [poison('ice'), discovered('flood')])
    await expect(catchUp(database)).rejects.toThrow('event 2')
    await expect(skipEvent(database, 'article', 1)).rejects.toThrow('has taken in event 1 already')
    expect(await skipEvent(database, 'article', 3)).toEqual({ position: 3, by: 'view' })
    expect(await skipEvent(database, 'article')).toEqual({ position: 2, by: 'view' })
    await skipEvent(database, 'live_update')
    await skipEvent(database, 'revision')
    await catchUp(database)
    expect((await database.pool.query('select from read.article')).rowCount).toBe(1)
  })

  test.for([1, 2])('in a rebuild is found where only the database refuses the event, shards: %i', async (shards) => {
    const names = Array.from({ length: 40 }, (_, index) => `a${index}`)
    const { database } = await filled(names.map((name) => discovered(name)))
    await database.pool.query(
      `alter table views.article_g1 add constraint forbidden check (article_id <> '${articleId('a30')}') not valid`,
    )
    await expect(rebuild(database, 'article', { shards })).rejects.toThrow(
      /event 31 cannot be taken in: .*forbidden.*dateline views skip article --event 31/,
    )
    const { rebuild: begun, error } = (await progress(database.db)).views.find(({ name }) => name === 'article')!
    expect([error, begun]).toEqual([
      null,
      { position: 30, error: expect.stringMatching('forbidden'), errorPosition: 31 },
    ])
    await skipEvent(database, 'article', 31)
    expect(await rebuild(database, 'article', { shards })).toMatchObject({ generation: 2, isSame: false })
    expect((await database.pool.query('select from read.article')).rowCount).toBe(39)
  })

  test('tries again when a person says so', async () => {
    const { database } = await filled([])
    await append(database, [discovered('ice')])
    await database.pool.query(`alter table views.article_g1 add constraint forbidden check (status <> 'discovered')`)
    await expect(catchUp(database)).rejects.toThrow('forbidden')
    await expect(retryView(database, 'story')).rejects.toThrow(BadInputError)
    await database.pool.query('alter table views.article_g1 drop constraint forbidden')
    await retryView(database, 'article')
    await catchUp(database)
    expect((await progress(database.db)).position).toBe(1)
  })
})

test('one can wait for a position, but not for one that will not come', async () => {
  const { database } = await filled([discovered('ice')])
  expect(await waitForPosition(database, 1, 100)).toBe(true)
  await expect(waitForPosition(database, 2, 100)).rejects.toThrow(BadInputError)
  await append(database, [discovered('flood')])
  expect(await waitForPosition(database, 2, 30)).toBe(false)
})
