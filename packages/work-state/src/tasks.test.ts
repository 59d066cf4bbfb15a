import type { Db } from '@dateline/database'
import { testDatabase } from '@dateline/testing'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  claimDueTasks,
  countTasks,
  putOffTask,
  reclaimLostTasks,
  settleTask,
  unclaimTasks,
  wantRevisits,
  wantTasks,
} from './tasks.ts'

const { database } = await testDatabase()
const { db } = database
const QUEUE = 'extract-article'
const task = (cause: number, rawSha256: string) => ({
  name: QUEUE,
  key: 'article-1',
  cause,
  data: { articleId: 'article-1', rawSha256 },
})

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
    const claims = await Promise.all([claimDueTasks(db, 10), claimDueTasks(db, 10), claimDueTasks(db, 10)])
    expect(claims.flat()).toEqual([task(1, 'a')].map(({ cause: _, ...due }) => due))
  })

  test('is found among very many that wait in their queues', async () => {
    await sql`
      insert into work.task (queue, key, data, cause, added_at)
      select ${QUEUE}, 'article-' || n, '{}', n, clock_timestamp() from generate_series(1, 20000) n`.execute(db)
    await sql`analyze work.task`.execute(db)
    // One connection: each server process keeps its own count until it is told to hand it in.
    await db.connection().execute(async (connection) => {
      const readBefore = await rowsRead(connection)
      await wantTasks(connection, [{ ...task(1, 'a'), key: 'article-new' }])
      expect(await claimDueTasks(connection, 10)).toHaveLength(1)
      expect((await rowsRead(connection)) - readBefore).toBeLessThan(1_000)
    })
  })

  test('is not asked for again by the same event', async () => {
    await wantTasks(db, [task(1, 'a')])
    await claimDueTasks(db, 10)
    await wantTasks(db, [task(1, 'a')])
    expect(await claimDueTasks(db, 10)).toEqual([])
  })

  test('gives way to what a newer event asks for, also in one page', async () => {
    await wantTasks(db, [task(1, 'a'), task(2, 'b')])
    expect(await claimDueTasks(db, 10)).toMatchObject([{ data: { rawSha256: 'b' } }])
    await wantTasks(db, [task(1, 'a')])
    expect(await claimDueTasks(db, 10)).toEqual([])
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
    await unclaimTasks(db, await claimDueTasks(db, 10))
    expect(await claimDueTasks(db, 10)).toHaveLength(1)
  })

  test('is put off by a failure, and given up after the last', async () => {
    await wantTasks(db, [task(1, 'a')])
    const delayOf = (failures: number) => (failures < 3 ? 3_600_000 : null)
    expect(await putOffTask(db, QUEUE, 'article-1', delayOf)).toBe(true)
    expect(await claimDueTasks(db, 10)).toEqual([])
    expect(await countTasks(db)).toEqual([{ name: QUEUE, wanted: 1, later: 1 }])
    expect(await putOffTask(db, QUEUE, 'article-1', delayOf)).toBe(true)
    expect(await putOffTask(db, QUEUE, 'article-1', delayOf)).toBe(false)
  })

  test('that was added to a queue found empty is due again, unless it was added just now', async () => {
    await wantTasks(db, [task(1, 'a')])
    await claimDueTasks(db, 10)
    expect(await reclaimLostTasks(db, QUEUE)).toBe(0)
    await sql`update work.task set added_at = added_at - interval '1 minute'`.execute(db)
    expect(await reclaimLostTasks(db, QUEUE)).toBe(1)
    expect(await claimDueTasks(db, 10)).toHaveLength(1)
  })
})

test('a revisit never replaces what an event has asked for', async () => {
  await wantTasks(db, [
    { name: 'fetch-article', key: 'article-1', cause: 5, data: { articleId: 'article-1', reason: 'new' } },
  ])
  await wantRevisits(db, ['article-1', 'article-2'])
  const claimed = await claimDueTasks(db, 10)
  expect(claimed.map(({ data }) => (data as { reason: string }).reason).toSorted()).toEqual(['new', 'revisit'])
})
