import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { addDueTasks, openLogger, openPlatform, type Platform, readConfig } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { countTasks, listDeadLetters, retryDeadLetters, wantTasks } from '@dateline/work-state'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const WORKERS_MAX = 20
const BYSTANDERS = 12

describe('a job that kills every worker', async () => {
  const { database, url } = await testDatabase()
  const settings = { DATABASE_URL: url, LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent', QUEUE_LOCK_MS: '1000' }
  let platform: Platform
  let killed = 0

  beforeAll(async () => {
    const config = readConfig(settings)
    platform = await openPlatform('test', config, openLogger('test', config))
    const keys = ['article-deadly', ...Array.from({ length: BYSTANDERS }, (_, index) => `article-${index}`)]
    const tasks = keys.map((key) => ({
      name: 'fetch-article',
      key,
      cause: 1,
      data: { articleId: key, reason: 'new' },
    }))
    await wantTasks(database.db, tasks)
    await addDueTasks(platform)
    // A supervisor: it starts a worker as often as one ends, until nothing is wanted any more.
    while (killed < WORKERS_MAX && (await countTasks(database.db)).length > 0) {
      const worker = spawn(process.execPath, [join(import.meta.dirname, 'deadly-worker.ts')], {
        env: { ...process.env, ...settings },
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      const ended = once(worker, 'exit')
      while (worker.exitCode === null && worker.signalCode === null && (await countTasks(database.db)).length > 0) {
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100))])
      }
      if (worker.signalCode === 'SIGKILL') killed++
      else worker.kill('SIGKILL')
      await ended
    }
  }, 240_000)
  afterAll(() => platform.close())

  test('ends in the dead letters, after more than one chance', async () => {
    expect(await listDeadLetters(database.db, 10)).toMatchObject([
      { queue: 'fetch-article', key: 'article-deadly', code: 'WORKER_LOST' },
    ])
    expect(killed).toBeGreaterThan(2)
    expect(killed).toBeLessThan(WORKERS_MAX)
  })

  test('takes no other job with it', async () => expect(await countTasks(database.db)).toEqual([]))

  test('can be tried again', async () => {
    expect(await retryDeadLetters(database.db, 'fetch-article', 'article-deadly')).toBe(1)
    expect(await countTasks(database.db)).toEqual([{ name: 'fetch-article', wanted: 1, later: 0 }])
    expect(await listDeadLetters(database.db, 10)).toEqual([])
  })
})
