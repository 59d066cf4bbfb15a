import { LogShortenedError } from '@dateline/event-store'
import { PostponeJob } from '@dateline/queue'
import { expect, test } from 'vitest'
import { waitForDatabase } from './wait-for-database.ts'

const logger = { warn: () => {} } as never
const job = { articleId: 'article-1', reason: 'new' } as const
const context = { attempt: 1, stalls: 0 }
const answering = (code: string) => Object.assign(new Error('no room'), { code })

/** @returns a run at a time in seconds, which gives the pause in seconds. */
function waiting() {
  let nowMs = 0
  let thrown: Error | null = null
  const process = waitForDatabase(
    { logger },
    'fetch-article',
    async () => {
      if (thrown !== null) throw thrown
    },
    () => nowMs,
  )
  return async (atS: number, error: Error | null): Promise<number | null> => {
    nowMs = atS * 1_000
    thrown = error
    try {
      await process(job, context)
      return null
    } catch (postponed) {
      if (!(postponed instanceof PostponeJob)) throw postponed
      return (postponed.untilMs - nowMs) / 1_000
    }
  }
}

test('a job waits as long again as the disk has been full, also while those that write little are done', async () => {
  const run = waiting()
  const pauses = []
  for (const atS of [0, 1, 5, 10, 20, 40, 90, 200]) pauses.push(await run(atS, answering('53100')))
  expect(pauses).toEqual([5, 5, 5, 10, 20, 40, 60, 60])
  expect(await run(201, null)).toBe(null)
  expect(await run(202, answering('53100'))).toBe(60)
})

test('a disk that is full another time is waited for from the beginning', async () => {
  const run = waiting()
  for (const atS of [0, 50, 100]) await run(atS, answering('53100'))
  expect(await run(221, answering('53100'))).toBe(5)
})

test('a database that is away is looked for every five seconds', async () => {
  const run = waiting()
  expect([await run(0, answering('57P03')), await run(600, answering('ECONNREFUSED'))]).toEqual([5, 5])
})

test('a job that meets a shortened log is left as it is', async () => {
  expect(await waiting()(0, new LogShortenedError(8, 6, 'this connection'))).toBe(5)
})

test('what is wrong with the job itself is not waited for', async () => {
  await expect(waiting()(0, answering('23505'))).rejects.toThrow('no room')
})
