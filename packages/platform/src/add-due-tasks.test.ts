import { testDatabase } from '@dateline/testing'
import { countTasks, settleTask, wantTasks } from '@dateline/work-state'
import { afterAll, expect, test } from 'vitest'
import { addDueTasks } from './add-due-tasks.ts'
import { readConfig } from './config.ts'
import { openLogger } from './logger.ts'
import { openPlatform } from './open-platform.ts'
import { workQueue } from './work-queue.ts'

const JOBS_MAX = 20
const WANTED = 150

const { url: DATABASE_URL, database } = await testDatabase()
const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent', QUEUE_JOBS_MAX: String(JOBS_MAX) })
const platform = await openPlatform('test', config, openLogger('test', config))

afterAll(() => platform.close())

test('however much is wanted, a queue holds no more than it may, and all of it is done', async () => {
  const keys = Array.from({ length: WANTED }, (_, index) => `article-${index}`)
  const contentSha256 = 'a'.repeat(64)
  await wantTasks(
    database.db,
    keys.map((key) => ({ name: 'classify-article', key, cause: 1, data: { articleId: key, contentSha256 } })),
  )
  expect(await addDueTasks(platform)).toBe(JOBS_MAX)
  expect(await addDueTasks(platform)).toBe(0)
  const { waiting, active, delayed } = (await platform.queues.counts())['classify-article']
  expect(waiting + active + delayed).toBe(JOBS_MAX)

  const done = new Set<string>()
  const worker = await workQueue(platform, 'classify-article', 4, async ({ articleId }) => {
    done.add(articleId)
    await settleTask(database.db, 'classify-article', articleId, { articleId })
  })
  while ((await countTasks(database.db)).length > 0) await addDueTasks(platform)
  await worker.stop()
  expect([...done].toSorted()).toEqual(keys.toSorted())
})
