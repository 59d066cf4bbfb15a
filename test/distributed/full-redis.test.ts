import { addDueTasks, openLogger, openPlatform, readConfig } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { wantTasks } from '@dateline/work-state'
import { Redis } from 'ioredis'
import { expect, onTestFinished, test } from 'vitest'
import { redisMissing, startRedis } from './redis-server.ts'

const missing = redisMissing()
if (missing !== null) console.log(`A full Redis is not tested: ${missing}.`)

test.skipIf(missing !== null)(
  'a Redis that is full refuses jobs at once, and gets them when there is room',
  async () => {
    const { database, url: DATABASE_URL } = await testDatabase()
    const redis = await startRedis()
    const config = readConfig({ DATABASE_URL, REDIS_URL: redis.url, LOG_LEVEL: 'silent' })
    const platform = await openPlatform('test', config, openLogger('test', config))
    const admin = new Redis(redis.url)
    onTestFinished(async () => {
      admin.disconnect()
      await platform.close()
      await redis.stop()
    })
    await wantTasks(database.db, [
      { name: 'render-article', key: 'article-1', cause: 1, data: { articleId: 'article-1' } },
    ])
    await admin.config('SET', 'maxmemory', '1')
    await expect(addDueTasks(platform)).rejects.toThrow(/OOM|maxmemory/)
    await admin.config('SET', 'maxmemory', '0')
    expect(await addDueTasks(platform)).toBe(1)
    expect((await platform.queues.counts())['render-article'].waiting).toBe(1)
  },
)
