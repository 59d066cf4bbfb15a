import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { headPosition, openLog } from '@dateline/event-store'
import { registerSource } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { verifyViews } from '@dateline/read-models'
import { type Newsroom, startNewsroom } from '@dateline/sample-newsroom'
import { testDatabase } from '@dateline/testing'
import { Redis } from 'ioredis'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settingsOf } from '../pipeline/circle.ts'
import { compareWithTruth } from '../pipeline/compare-with-truth.ts'
import { freePort, redisMissing, startRedis, type TestRedis } from './redis-server.ts'

const missing = redisMissing()
if (missing !== null) console.log(`Distributed mode is not tested: ${missing}.`)

/** One process a service, two of what is scaled. */
const PROCESSES = ['scheduler', 'fetcher', 'fetcher', 'extractor', 'extractor', 'classifier', 'reactor', 'projector']

describe.skipIf(missing !== null)('one process a service, on Redis', async () => {
  const { database, url } = await testDatabase()
  let redis: TestRedis
  let newsroom: Newsroom
  let settings: Record<string, string>
  const running = new Map<ChildProcess, string>()

  function start(name: string): ChildProcess {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'run-service.ts'), name], {
      env: { PATH: process.env.PATH, ...settings },
      stdio: 'inherit',
    })
    running.set(child, name)
    // What ends is started again, as a container's restart policy would.
    child.once('exit', () => {
      if (running.delete(child)) start(name)
    })
    return child
  }

  async function untilHead(position: number): Promise<void> {
    while ((await headPosition(database)) < position) await sleep(20)
  }

  beforeAll(async () => {
    redis = await startRedis()
    newsroom = await startNewsroom()
    settings = {
      ...settingsOf(newsroom),
      DATABASE_URL: url,
      REDIS_URL: redis.url,
      QUEUE_LOCK_MS: '2000',
      FETCH_TIMEOUT_MS: '3000',
    }
    for (const name of PROCESSES) start(name)
    const log = await openLog(database)
    for (const { kind, url: address, name } of newsroom.sources) {
      const source = { kind, url: address, name, schedule: { kind: 'adaptive' } } as const
      await registerSource({ database, log, archive: undefined as never, now: () => new Date() }, source)
    }
    await log.close()
  }, 60_000)

  afterAll(async () => {
    const children = [...running.keys()]
    running.clear()
    await Promise.all(
      children.map((child) => {
        const exited = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        return exited
      }),
    )
    await newsroom.stop()
    await redis.stop()
  })

  test('loses nothing when a worker, Redis and its memory are lost', { timeout: 240_000 }, async () => {
    await untilHead(60)
    for (const name of ['fetcher', 'extractor', 'reactor']) {
      const [victim] = [...running].find(([, service]) => service === name)!
      victim.kill('SIGKILL')
    }
    await untilHead(120)
    await redis.kill()
    await sleep(500)
    await redis.restart()
    await untilHead(180)
    const client = new Redis(redis.url)
    await client.flushall()
    client.disconnect()
    await waitUntilIdle(database)

    const { wrongEndings, wrongAuthors, wrongAgencies } = await compareWithTruth(database)
    expect({ wrongEndings, wrongAuthors, wrongAgencies }).toEqual({
      wrongEndings: [],
      wrongAuthors: [],
      wrongAgencies: [],
    })
    const { rows } = await sql<{ twice: number }>`
      select count(*)::int as twice from (
        select 1 from log.event e where e.type in ('ArticleFetched', 'ArticleExtracted')
         group by e.stream, e.type, e.data::jsonb ->> 'rawSha256' having count(*) > 1) t`.execute(database.db)
    expect(rows[0]?.twice).toBe(0)
  })

  test('shows the views that the log says', { timeout: 60_000 }, async () => {
    expect((await verifyViews(database)).filter(({ isSame }) => !isSame)).toEqual([])
  })

  test('says who it is at every request', () => {
    const requests = newsroom.requests()
    expect(requests.length).toBeGreaterThan(60)
    expect(requests.filter(({ userAgent }) => !userAgent?.startsWith('Dateline/'))).toEqual([])
  })
})

describe.skipIf(missing !== null)('a service', () => {
  test('refuses a Redis that may evict jobs, in one sentence', { timeout: 60_000 }, async () => {
    const { url } = await testDatabase()
    const redis = await startRedis('allkeys-lru')
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      REDIS_URL: redis.url,
      HEALTH_PORT: String(await freePort()),
    }
    const child = spawn(process.execPath, [join(import.meta.dirname, 'run-service.ts'), 'scheduler'], { env })
    let said = ''
    child.stderr.on('data', (data) => {
      said += data
    })
    const code = await new Promise((resolve) => child.once('exit', resolve))
    await redis.stop()
    expect(code).toBe(1)
    expect(said).toMatch(/maxmemory-policy "allkeys-lru".*noeviction/)
    expect(said.trim().split('\n')).toHaveLength(1)
  })
})
