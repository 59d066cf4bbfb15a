import { setTimeout as sleep } from 'node:timers/promises'
import { sha256Hex } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { describe, expect, test, vi } from 'vitest'
import { getArticle, listArticles } from '../article/queries.ts'
import { digest } from '../digest.ts'
import { progress } from '../progress.ts'
import {
  append,
  articleId,
  discovered,
  extracted,
  joined,
  left,
  type SampleEvent,
  sampleLog,
  storyId,
} from '../sample-log.ts'
import { catchUp, runProjections } from './run-projections.ts'
import { verifyViews } from './verify-views.ts'

const names = Array.from({ length: 40 }, (_, index) => `a${index}`)

async function filled(events: readonly SampleEvent[] = sampleLog()) {
  const { database } = await testDatabase()
  await append(database, events)
  return database
}

/** Puts every view back to where it stood before anything was folded. */
async function empty({ pool }: Awaited<ReturnType<typeof filled>>): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'views' and tablename like '%\\_g1'`,
  )
  await pool.query(`truncate ${rows.map(({ name }) => name).join(', ')}`)
  await pool.query('update views.projection set position = 0')
}

describe('the result does not depend on', () => {
  test('the size of the pages', async () => {
    const database = await filled()
    const digests = []
    for (const pageSize of [1, 2, 7, 1_000]) {
      await empty(database)
      await catchUp(database, { pageSize })
      digests.push(await digest(database))
    }
    expect(digests[0]!.every(({ position }) => position === sampleLog().length)).toBe(true)
    // Nearly every view has something to say of the sample: empty ones are the same.
    expect(new Set(digests[0]!.map(({ sha256 }) => sha256)).size).toBeGreaterThanOrEqual(digests[0]!.length - 1)
    for (const other of digests) expect(other).toEqual(digests[0])
  })

  test('restarts, which lose the rows in memory', async () => {
    // Every sixteenth version of a stream is kept whole, lists and objects too.
    const moves = Array.from({ length: 20 }, () => [joined('ferry', 'ice'), left('ferry', 'ice', null)]).flat()
    const events = [...sampleLog(), ...moves]
    const database = await filled([])
    for (const event of events) {
      await append(database, [event])
      await catchUp(database)
    }
    const restarted = await digest(database)
    await empty(database)
    await catchUp(database)
    expect(restarted).toEqual(await digest(database))
  })

  test('events that come while it runs', async () => {
    const database = await filled([])
    const stop = new AbortController()
    const running = runProjections(database, { signal: stop.signal })
    const last = await append(database, sampleLog())
    await vi.waitFor(async () => expect((await progress(database.db)).position).toBe(last), 10_000)
    stop.abort()
    await running
    const live = await digest(database)
    await empty(database)
    await catchUp(database)
    expect(await digest(database)).toEqual(live)
  })

  test('whether a stream was named by another before it began', async () => {
    const database = await filled([discovered('ice'), joined('winter', 'ghost')])
    await catchUp(database)
    await append(database, [discovered('ghost'), extracted('ghost', 'Ghost')])
    await catchUp(database)
    expect(await getArticle(database.db, articleId('ghost'))).toMatchObject({
      title: 'Ghost',
      storyId: storyId('winter'),
    })
    const live = await digest(database)
    await empty(database)
    await catchUp(database, { pageSize: 1 })
    expect(await digest(database)).toEqual(live)
    const verdicts = await verifyViews(database, { names: ['article', 'story'], plans: [{ pageSize: 1, shards: 2 }] })
    expect(verdicts.map(({ isSame }) => isSame)).toEqual([true, true])
  })

  test('how many run at once', async () => {
    const database = await filled(names.flatMap((name) => [discovered(name), extracted(name, name)]))
    await Promise.all(Array.from({ length: 4 }, () => catchUp(database, { pageSize: 3 }).catch(() => {})))
    await catchUp(database, { pageSize: 3 })
    const raced = await digest(database)
    await empty(database)
    await catchUp(database)
    expect(await digest(database)).toEqual(raced)
  })

  test('connections that break between any two statements', async () => {
    const database = await filled(names.flatMap((name) => [discovered(name), extracted(name, name)]))
    const stop = new AbortController()
    const running = runProjections(database, { signal: stop.signal, pageSize: 2, pollMs: 5 })
    for (let kills = 0; kills < 15; kills++) {
      await sleep(7)
      await database.pool
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => {})
    }
    await vi.waitFor(async () => expect((await progress(database.db)).position).toBe(names.length * 2), 20_000)
    stop.abort()
    await running
    const killed = await digest(database)
    await empty(database)
    await catchUp(database)
    expect(await digest(database)).toEqual(killed)
  })
})

describe('an event that cannot be taken in', () => {
  const poison: SampleEvent = {
    stream: articleId('poison'),
    event: { type: 'ArticleExtracted', data: { rawSha256: sha256Hex('p'), extraction: null } } as never,
  }

  test('stops the views it concerns in front of it, and no other', async () => {
    const database = await filled([...sampleLog(), poison, ...names.map((name) => discovered(name))])
    const position = sampleLog().length + 1
    await expect(catchUp(database)).rejects.toMatchObject({ code: 'PROJECTION_STOPPED', position })
    const { views, headPosition } = await progress(database.db)
    const stopped = views.filter(({ error }) => error !== null)
    expect(stopped.map(({ name }) => name)).toEqual(['article', 'live_update', 'revision'])
    for (const view of stopped) expect(view).toMatchObject({ position: position - 1, errorPosition: position })
    for (const view of views.filter(({ error }) => error === null)) expect(view.position).toBe(headPosition)
    expect((await listArticles(database.db, {}, null, 10)).items).toHaveLength(3)
  })

  test('of a type that this release does not know stops all', async () => {
    const unknown = { stream: articleId('new'), event: { type: 'ArticleSung', data: {} } as never }
    const database = await filled([discovered('ice'), unknown, extracted('ice', 'Ice')])
    await expect(catchUp(database)).rejects.toThrow('ArticleSung')
    const { views } = await progress(database.db)
    expect(views.every(({ position, errorPosition }) => position === 1 && errorPosition === 2)).toBe(true)
  })

  test('is tried again by whoever is at work already, since its release may know better', async () => {
    const database = await filled([discovered('ice')])
    const stop = new AbortController()
    const running = runProjections(database, { signal: stop.signal })
    await vi.waitFor(async () => expect((await progress(database.db)).position).toBe(1), 10_000)
    await database.pool.query(
      `update views.projection set error = 'an older release', error_position = 2 where name = 'article'`,
    )
    await append(database, [extracted('ice', 'Ice')])
    await vi.waitFor(async () => expect((await progress(database.db)).position).toBe(2), 10_000)
    stop.abort()
    await running
    expect((await progress(database.db)).views.filter(({ error }) => error !== null)).toEqual([])
  })

  test('waits for a person after each who is at work has tried it', async () => {
    const database = await filled([discovered('ice')])
    const stop = new AbortController()
    const errors: Error[] = []
    const onError = (error: Error) => void errors.push(error)
    const running = [1, 2].map(() => runProjections(database, { signal: stop.signal, onError }))
    await append(database, [{ ...poison, stream: articleId('ice') }])
    await vi.waitFor(() => expect(errors.length).toBeGreaterThan(0), 10_000)
    const becameQuiet = async () => {
      const before = errors.length
      await sleep(1_000)
      expect(errors).toHaveLength(before)
    }
    await vi.waitFor(becameQuiet, { timeout: 20_000, interval: 1_500 })
    stop.abort()
    await Promise.all(running)
    expect(errors.map(({ message }) => message).join()).toContain('view article has stopped at event 2')
  }, 30_000)

  test('is found where only the database refuses it', async () => {
    const database = await filled([...names.map((name) => discovered(name)), extracted('a7', 'Ice')])
    await catchUp(database)
    await empty(database)
    await database.pool.query(`alter table views.article_g1 add check (article_id <> '${articleId('a30')}')`)
    await expect(catchUp(database)).rejects.toMatchObject({ projection: 'article', position: 31 })
    expect((await progress(database.db)).views.filter(({ error }) => error !== null)).toHaveLength(1)
  })

  test('is not blamed for a database that is not as this release expects it', async () => {
    const database = await filled([discovered('ice'), extracted('ice', 'Ice')])
    await catchUp(database)
    await database.pool.query('alter table views.revision_g1 rename column byline to line')
    await append(database, [extracted('ice', 'Later', {}, 'ice-2')])
    await expect(catchUp(database)).rejects.toThrow('no event is to blame')
    await expect(verifyViews(database, { names: ['revision'] })).rejects.toMatchObject({
      code: 'REBUILD_STOPPED',
      message: expect.stringContaining('no event is to blame'),
    })
  })
})

test('text that Postgres cannot hold is made storable', async () => {
  const database = await filled([discovered('ice'), extracted('ice', 'N\u0000L and \ud800 half', { text: 'a\u0000b' })])
  await catchUp(database)
  expect((await getArticle(database.db, articleId('ice')))?.title).toBe('N\uFFFDL and \uFFFD half')
})
