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

const wanted = async () => (await countTasks(db)).reduce((sum, row) => sum + row.wanted, 0)

describe('a wanted task', () => {
  test('is claimed once', async () => {
    await wantTasks(db, [task(1, 'a')])
    const claims = await Promise.all([claimDueTasks(db, 10), claimDueTasks(db, 10), claimDueTasks(db, 10)])
    expect(claims.flat()).toEqual([{ name: QUEUE, data: { articleId: 'article-1', rawSha256: 'a' } }])
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
