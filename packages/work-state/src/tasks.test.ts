import type { Db } from '@dateline/database'
import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { claimDueTasks, claimLostTasks, reclaimLostTasks, unclaimTasks } from './task-claims.ts'
import { countTasks, fetchJobData, putOffTask, settleTask, wantRevisits, wantTasks } from './tasks.ts'

const { database } = await testDatabase()
const { db } = database
const QUEUE = 'extract-article'
const task = (cause: number, rawSha256: string) => ({
  name: QUEUE,
  key: 'article-1',
  cause,
  data: { articleId: 'article-1', rawSha256 },
})

const claim = (limits: { jobsMax?: number; hostJobsMax?: number } = {}, connection: Db = db) =>
  claimDueTasks(connection, [QUEUE, 'fetch-article'], { jobsMax: 1_000, hostJobsMax: 10, ...limits })

beforeEach(() => sql`truncate work.task`.execute(db))

/** Rows and index entries of work.task that were looked at, ever. */
async function rowsRead(connection: Db): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(connection)
  await sql`select pg_stat_clear_snapshot()`.execute(connection)
  const { rows } = await sql<{ read: number }>`
    select (seq_tup_read + idx_tup_fetch + (select sum(idx_tup_read) from pg_stat_user_indexes where relname = 'task'))::int as read
      from pg_stat_user_tables where schemaname = 'work' and relname = 'task'`.execute(connection)
  return rows[0]!.read
}

const wanted = async () => (await countTasks(db)).reduce((sum, row) => sum + row.wanted, 0)

describe('a wanted task', () => {
  test('is claimed once', async () => {
    await wantTasks(db, [task(1, 'a')])
    const claims = await Promise.all([claim(), claim(), claim()])
    expect(claims.flat()).toEqual([task(1, 'a')].map(({ cause: _, ...due }) => due))
  })

  test('is not asked for again by the same event', async () => {
    await wantTasks(db, [task(1, 'a')])
    await claim()
    await wantTasks(db, [task(1, 'a')])
    expect(await claim()).toEqual([])
  })

  test('gives way to what a newer event asks for, also in one page', async () => {
    await wantTasks(db, [task(1, 'a'), task(2, 'b')])
    expect(await claim()).toMatchObject([{ data: { rawSha256: 'b' } }])
    await wantTasks(db, [task(1, 'a')])
    expect(await claim()).toEqual([])
  })

  test('is struck off when it is done, but not when it has become another', async () => {
    await wantTasks(db, [task(1, 'a')])
    await wantTasks(db, [task(2, 'b')])
    await settleTask(db, QUEUE, 'article-1', task(1, 'a').data)
    expect(await wanted()).toBe(1)
    await settleTask(db, QUEUE, 'article-1', task(2, 'b').data)
    expect(await wanted()).toBe(0)
  })

  test('is due again at once when it could not be added', async () => {
    await wantTasks(db, [task(1, 'a')])
    await unclaimTasks(db, await claim())
    expect(await claim()).toHaveLength(1)
  })

  test('is put off by a failure, and given up after the last', async () => {
    await wantTasks(db, [task(1, 'a')])
    const delayOf = (failures: number) => (failures < 3 ? 3_600_000 : null)
    expect(await putOffTask(db, QUEUE, 'article-1', delayOf)).toBe(true)
    expect(await claim()).toEqual([])
    expect(await countTasks(db)).toEqual([{ name: QUEUE, wanted: 1, later: 1 }])
    expect(await putOffTask(db, QUEUE, 'article-1', delayOf)).toBe(true)
    expect(await putOffTask(db, QUEUE, 'article-1', delayOf)).toBe(false)
  })

  test('that was added to a queue found empty is due again, unless it was added just now', async () => {
    await wantTasks(db, [task(1, 'a')])
    await claim()
    expect(await reclaimLostTasks(db, QUEUE)).toBe(0)
    await sql`update work.task set added_at = added_at - interval '1 minute'`.execute(db)
    expect(await reclaimLostTasks(db, QUEUE)).toBe(1)
    expect(await claim()).toHaveLength(1)
  })
})

describe('claims', () => {
  const wantFetches = (host: string, count: number) =>
    wantTasks(
      db,
      Array.from({ length: count }, (_, index) => ({
        name: 'fetch-article',
        key: `article-${host}-${index}`,
        cause: 1,
        data: fetchJobData(`article-${host}-${index}`, 'new', `https://${host}/${index}`),
      })),
    )

  test('fill a queue up to its limit, and again as its jobs are done', async () => {
    const keys = Array.from({ length: 25 }, (_, index) => `article-${index}`)
    await wantTasks(
      db,
      keys.map((key, index) => ({ ...task(1, 'a'), key, cause: index + 1 })),
    )
    const first = await claim({ jobsMax: 10 })
    expect(first).toHaveLength(10)
    expect(await claim({ jobsMax: 10 })).toEqual([])
    for (const { name, key, data } of first.slice(0, 3)) await settleTask(db, name, key, data)
    expect(await claim({ jobsMax: 10 })).toHaveLength(3)
    expect(await wanted()).toBe(22)
  })

  test('take no more of one host than its share, and go on when its jobs are done', async () => {
    await wantFetches('a.example', 30)
    const first = await claim({ hostJobsMax: 4 })
    expect(first).toHaveLength(4)
    await wantFetches('b.example', 30)
    const second = await claim({ hostJobsMax: 4 })
    expect(second.map(({ key }) => key.split('-')[1])).toEqual(Array(4).fill('b.example'))
    await settleTask(db, 'fetch-article', first[0]!.key, {})
    expect(await claim({ hostJobsMax: 4 })).toMatchObject([{ name: 'fetch-article' }])
  })

  test('go round the hosts: each of many gets its turn, though the queue holds but one', async () => {
    const hosts = Array.from({ length: 12 }, (_, index) => `h${index}.example`)
    for (const host of hosts) await wantFetches(host, 200)
    const seen = new Set<string>()
    for (let claims = 0; claims < 1_000 && seen.size < hosts.length; claims++) {
      for (const { name, key, data } of await claim({ jobsMax: 1 })) {
        seen.add(key.split('-')[1]!)
        await settleTask(db, name, key, data)
      }
    }
    expect(seen.size).toBe(hosts.length)
  })

  test('find what is due among very many that wait for another host', async () => {
    await sql`
      insert into work.task (queue, key, data, cause)
      select 'fetch-article', 'article-' || n, '{"host": "archive.example"}', n from generate_series(1, 20000) n`.execute(
      db,
    )
    expect(await claim()).toHaveLength(10)
    await sql`vacuum analyze work.task`.execute(db)
    await wantFetches('fresh.example', 1)
    // One connection: each server process keeps its own count until it is told to hand it in.
    await db.connection().execute(async (connection) => {
      const readBefore = await rowsRead(connection)
      expect(await claim({}, connection)).toMatchObject([{ data: { host: 'fresh.example' } }])
      expect((await rowsRead(connection)) - readBefore).toBeLessThan(200)
    })
  })

  test('name again what was claimed long ago and is not done', async () => {
    await wantTasks(db, [task(1, 'a')])
    await claim()
    expect(await claimLostTasks(db)).toEqual([])
    await sql`update work.task set added_at = added_at - interval '1 hour'`.execute(db)
    expect(await claimLostTasks(db)).toHaveLength(1)
    expect(await claim()).toEqual([])
  })
})

test('a revisit never replaces what an event has asked for', async () => {
  await wantTasks(db, [
    { name: 'fetch-article', key: 'article-1', cause: 5, data: { articleId: 'article-1', reason: 'new' } },
  ])
  await wantRevisits(
    db,
    [1, 2].map((n) => ({ articleId: `article-${n}`, url: `https://a.example/${n}` })),
  )
  const claimed = await claim()
  expect(claimed.map(({ data }) => (data as { reason: string }).reason).toSorted()).toEqual(['new', 'revisit'])
})
