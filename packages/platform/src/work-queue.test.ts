import { DatelineError } from '@dateline/domain'
import { testDatabase } from '@dateline/testing'
import { countTasks, listDeadLetters, wantTasks } from '@dateline/work-state'
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
const attempts = new Map<string, number>()

beforeAll(async () => {
  const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent' })
  platform = await openPlatform('test', config, openLogger('test', config))
  worker = await workQueue(platform, 'fetch-article', 4, async ({ articleId }, { attempt }) => {
    attempts.set(articleId, attempt)
    throw articleId === 'article-refused' ? new RefusedError('it never will') : new Error('the database is away')
  })
})

afterAll(async () => {
  await worker.stop()
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
