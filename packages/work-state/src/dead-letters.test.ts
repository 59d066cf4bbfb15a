import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { listDeadLetters, recordDeadLetter, retryDeadLetters } from './dead-letters.ts'
import { countTasks, putOffTask, settleTask, wantTasks } from './tasks.ts'

const { database } = await testDatabase()
const { db } = database
const QUEUE = 'fetch-article'
const data = { articleId: 'article-1', reason: 'new' }
const letter = { queue: QUEUE, key: 'article-1', data, code: 'connect-refused', message: 'no\0 answer' }

test('a dead letter tells of all attempts, in however many rounds, and can be tried again', async () => {
  await wantTasks(db, [{ name: QUEUE, key: 'article-1', cause: 1, data }])
  const delayOf = (failures: number) => (failures < 3 ? 60_000 : null)
  expect(await putOffTask(db, QUEUE, 'article-1', delayOf)).toBe(true)
  expect(await putOffTask(db, QUEUE, 'article-1', delayOf, 4)).toBe(true)
  expect(await putOffTask(db, QUEUE, 'article-1', delayOf, 4)).toBe(false)
  await recordDeadLetter(db, { ...letter, attempts: 0 })
  await settleTask(db, QUEUE, 'article-1', data)
  expect(await listDeadLetters(db, 10)).toMatchObject([{ attempts: 9, times: 1, message: 'no\uFFFD answer' }])

  expect(await retryDeadLetters(db, QUEUE, null)).toBe(1)
  expect(await countTasks(db)).toEqual([{ name: QUEUE, wanted: 1, later: 0 }])
  await recordDeadLetter(db, { ...letter, code: 'robots-disallowed', attempts: 1 })
  expect(await listDeadLetters(db, 10, QUEUE)).toMatchObject([{ attempts: 1, code: 'robots-disallowed' }])
  expect(await listDeadLetters(db, 10, 'poll-source')).toEqual([])
})
