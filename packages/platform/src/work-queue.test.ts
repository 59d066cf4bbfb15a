import { DatelineError } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { countTasks, listDeadLetters, wantTasks } from '@dateline/work-state'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDueTasks } from './add-due-tasks.ts'
import { readConfig } from './config.ts'
import { openLogger } from './logger.ts'
import { openPlatform, type Platform } from './open-platform.ts'
import type { Running } from './service.ts'
import { workQueue } from './work-queue.ts'

class RefusedError extends DatelineError {
  readonly code = 'REFUSED'
  readonly retryable = false
}

const { url: DATABASE_URL, database } = await testDatabase()
let platform: Platform
let worker: Running
let polls: Running
const attempts = new Map<string, number>()
let isAway = true

beforeAll(async () => {
  const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent' })
  platform = await openPlatform('test', config, openLogger('test', config))
  polls = await workQueue(platform, 'poll-source', 1, async () => {})
  worker = await workQueue(platform, 'fetch-article', 4, async ({ articleId }, { attempt }) => {
    attempts.set(articleId, attempt)
    if (articleId === 'article-waiting') {
      if (!isAway) return
      isAway = false
      // What Postgres says while its disk is full.
      await sql`do $$ begin raise 'could not extend file' using errcode = 'disk_full'; end $$`.execute(
        platform.database.db,
      )
    }
    throw articleId === 'article-refused' ? new RefusedError('it never will') : new Error('the database is away')
  })
})

afterAll(async () => {
  await worker.stop()
  await polls.stop()
  await platform.close()
})

test('a job that outlasts its attempts is put off; one that cannot succeed is a dead letter', async () => {
  const task = (key: string) => ({ name: 'fetch-article', key, cause: 1, data: { articleId: key, reason: 'new' } })
  await wantTasks(database.db, [task('article-unlucky'), task('article-refused')])
  await addDueTasks(platform)
  const isPutOff = async () => (await countTasks(database.db)).some(({ later }) => later === 1)
  while (!(await isPutOff())) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(attempts.get('article-unlucky')).toBeGreaterThan(1)
  expect(await countTasks(database.db)).toEqual([{ name: 'fetch-article', wanted: 1, later: 1 }])
  expect(await listDeadLetters(database.db, 10)).toMatchObject([
    { key: 'article-refused', code: 'REFUSED', attempts: 1 },
  ])
})

test('a job waits for a database that has no room, and no attempt is counted', async () => {
  const job = { name: 'fetch-article', data: { articleId: 'article-waiting', reason: 'new' } } as const
  await platform.queues.add([job])
  const { active, waiting, delayed } = await idleCounts()
  expect({ isAway, active, waiting, delayed }).toEqual({ isAway: false, active: 0, waiting: 0, delayed: 0 })
  expect(attempts.get('article-waiting')).toBe(1)
}, 60_000)

test('a job of another shape waits for a newer worker if it is wanted; a foreign one is a dead letter', async () => {
  const data = { articleId: 'article-of-tomorrow', reason: 'a reason that is not known yet' }
  await wantTasks(database.db, [{ name: 'fetch-article', key: data.articleId, cause: 2, data }])
  await addDueTasks(platform)
  for (const foreign of [{ articleId: 'article-foreign' }, null, 'nonsense', { articleId: { $gt: '' } }]) {
    await platform.queues.backend.queue('fetch-article').add('fetch-article', foreign)
  }
  await platform.queues.backend.queue('poll-source').add('poll-source', { sourceId: 'no uuid' })
  await idleCounts()
  const letters = (await listDeadLetters(database.db, 10)).filter(({ code }) => code === 'BAD_JOB')
  expect(letters.map(({ queue, key }) => `${queue} ${key}`).toSorted()).toEqual([
    'fetch-article article-foreign',
    'fetch-article unknown',
    'poll-source no uuid',
  ])
  const { rows } = await sql<{ due: boolean }>`
    select due_at <= now() as due from work.task where key = ${data.articleId}`.execute(database.db)
  expect(rows).toEqual([{ due: false }])
}, 60_000)

/** Once nothing is left in the queues. */
async function idleCounts() {
  for (;;) {
    const counts = await platform.queues.counts()
    const left = [counts['fetch-article'], counts['poll-source']]
    if (left.every(({ active, waiting, delayed }) => active + waiting + delayed === 0)) return counts['fetch-article']
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
