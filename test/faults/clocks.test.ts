import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLog, readLog, verifyLog } from '@dateline/event-store'
import { submitUrl } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { verifyViews } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { listDeadLetters } from '@dateline/work-state'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { redisMissing, startRedis, type TestRedis } from '../distributed/redis-server.ts'
import { type Started, startProcess } from './start-process.ts'

const HOSTS = ['fast.example', 'slow.example', 'even.example']
const PAGES = 8
const GAP_MS = 250
/** A timer may fire, and the database may count, this much early. */
const TOLERANCE_MS = 10
const HOUR_MS = 3_600_000

/** Each with all services: one fast and then set back by two hours, one slow, one right in a zone of half hours. */
const CLOCKS = [
  { CLOCK_SHIFTS: `0:${HOUR_MS},5000:${-HOUR_MS}`, TZ: 'America/New_York' },
  { CLOCK_SHIFTS: `0:${-HOUR_MS}`, TZ: 'UTC' },
  { CLOCK_SHIFTS: '0:0', TZ: 'Australia/Lord_Howe' },
]

const page = (
  name: string,
) => `<!doctype html><html lang="en"><head><title>The ${name} lamp</title></head><body><article>
  <h1>The ${name} lamp</h1><p class="byline">By Ada Quill</p>
  ${['harbour', 'council', 'lighthouse', 'ferry']
    .map(
      (
        word,
      ) => `<p>The ${word} of the ${name} lamp was closed for a second day while engineers looked at the old wall, the
      mayor said on Monday. Nobody was hurt, and work on the ${word} goes on until the end of the month.</p>`,
    )
    .join('\n')}</article></body></html>`

const missing = redisMissing()
if (missing !== null) console.log(`Clocks that differ are not tested: ${missing}.`)

describe.skipIf(missing !== null)(
  'workers whose clocks differ by hours, and one that is set back amid its work',
  async () => {
    let redis: TestRedis
    const { database, url: databaseUrl } = await testDatabase()
    const asked = new Map<string, { beginMs: number; endMs: number }[]>()
    const web = createServer(async (request, response) => {
      const host = String(request.headers.host)
      if (request.url === '/robots.txt') return void response.writeHead(404).end()
      const span = { beginMs: performance.now(), endMs: Number.POSITIVE_INFINITY }
      asked.set(host, [...(asked.get(host) ?? []), span])
      await sleep(30)
      span.endMs = performance.now()
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(request.url!.slice(1)))
    })
    const workers: Started[] = []

    beforeAll(async () => {
      redis = await startRedis()
      await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
      const { port } = web.address() as AddressInfo
      const settings = JSON.stringify({
        DATABASE_URL: databaseUrl,
        FETCH_HOST_OVERRIDES: HOSTS.map((host) => `${host}=127.0.0.1:${port}`).join(','),
        FETCH_OVERRIDE_GAP_MS: String(GAP_MS),
        FETCH_GAP_MS: String(GAP_MS),
        LOG_LEVEL: 'warn',
        REVISIT: 'false',
        REDIS_URL: redis.url,
      })
      const log = await openLog(database)
      const intake = { database, log, archive: undefined as never, now: () => new Date() }
      for (const host of HOSTS) {
        for (let index = 0; index < PAGES; index++)
          await submitUrl(intake, `http://${host}/story-number-${index}-of-the-lamp`)
      }
      await log.close()
      const clock = join(import.meta.dirname, 'shift-clock.ts')
      const circle = join(import.meta.dirname, '../crash/run-circle.ts')
      for (const env of CLOCKS) workers.push(startProcess(['--import', clock, circle, settings], env))
    })
    afterAll(async () => {
      await Promise.all(workers.map((worker) => worker.stop()))
      web.close()
      await redis.stop()
    })

    test('do all that is wanted, in the order of positions, and leave every host its gap', {
      timeout: 90_000,
    }, async () => {
      const passed = performance.now()
      const countRead = async () =>
        (await readLog(database, { afterPosition: 0, limit: 10_000, types: ['ArticleExtracted'] })).length
      for (let isAged = false; (await countRead()) < HOSTS.length * PAGES; ) {
        await sleep(100)
        // What a clock that was fast has put off waits for ten minutes of the database's; here they pass at once.
        if (isAged || performance.now() - passed < 9_000) continue
        isAged = true
        await sql`update work.task set added_at = added_at - interval '11 minutes'`.execute(database.db)
      }
      await waitUntilIdle(database)
      const events = await readLog(database, { afterPosition: 0, limit: 10_000 })
      const extracted = events.filter(({ type }) => type === 'ArticleExtracted')
      expect(extracted).toHaveLength(HOSTS.length * PAGES)
      expect(events.filter(({ type }) => type === 'ArticleFetched')).toHaveLength(HOSTS.length * PAGES)
      expect(await listDeadLetters(database.db, 10)).toEqual([])
      // Recorded by the clock of the database, which never goes back in the log, whatever the writers' clocks say.
      const times = events.map(({ recordedAt }) => recordedAt)
      expect(times).toEqual(times.toSorted())
      expect(Math.abs(Date.parse(times.at(-1)!) - Date.now())).toBeLessThan(HOUR_MS / 2)
      expect((await verifyLog(database)).problems).toEqual([])
      expect(
        (await verifyViews(database, { plans: [{ pageSize: 5_000, shards: 1 }] })).filter(({ isSame }) => !isSame),
      ).toEqual([])

      for (const [host, spans] of asked) {
        expect(spans.length, host).toBeGreaterThanOrEqual(PAGES)
        for (const [index, { beginMs }] of spans.entries()) {
          if (index === 0) continue
          const before = spans[index - 1]!
          expect(beginMs - before.endMs, `${host}, request ${index}`).toBeGreaterThan(0)
          expect(beginMs - before.beginMs, `${host}, request ${index}`).toBeGreaterThanOrEqual(GAP_MS - TOLERANCE_MS)
        }
      }
      expect(workers.map(({ child }) => child.exitCode)).toEqual([null, null, null])
    })
  },
)
