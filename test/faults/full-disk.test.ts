import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate, openDatabase } from '@dateline/database'
import { headPosition, openLog, readLog, verifyLog } from '@dateline/event-store'
import { registerSource } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { type PostgresServer, startPostgres } from '@dateline/postgres-server'
import { verifyViews } from '@dateline/read-models'
import { type Newsroom, startNewsroom } from '@dateline/sample-newsroom'
import { listDeadLetters } from '@dateline/work-state'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../distributed/redis-server.ts'
import { settingsOf } from '../pipeline/circle.ts'
import { type Started, startProcess, startService } from './start-process.ts'

const DISK_BYTES = 256 * 2 ** 20
const EVENTS_BEFORE = 40
const FULL_MS = 4_000
const OUTLETS = ['corvane-herald', 'northwire']

const directory = mkdtempSync(join(tmpdir(), 'dateline-disk-'))
const disk = join(directory, 'disk')
mkdirSync(disk)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES},mode=755`, 'tmpfs', disk])
const missing = mounted.status === 0 ? null : 'a small disk can be mounted by root only'
if (missing !== null) console.log(`A full disk is not tested: ${missing}.`)

describe.skipIf(missing !== null)('a disk that fills up amid the crawl', () => {
  const ballast = join(disk, 'ballast')
  const settings = { dataDir: join(disk, 'data'), settings: { max_wal_size: '48MB', min_wal_size: '32MB' } }
  let server: PostgresServer
  let isOver = false
  const refusals: string[] = []
  let newsroom: Newsroom
  let database: ReturnType<typeof openDatabase>
  let circle: Started
  let api: Started
  let url: string

  /** As a container's restart policy does: on the same port, as soon as it can. */
  async function supervise(port: number): Promise<void> {
    while (!isOver) {
      await server.ended
      while (!isOver) {
        try {
          server = await startPostgres({ ...settings, port })
          break
        } catch (error) {
          refusals.push((error as Error).message)
          await sleep(500)
        }
      }
    }
  }

  beforeAll(async () => {
    server = await startPostgres(settings)
    database = openDatabase(server.url, { connectionsMax: 8 })
    await migrate(database)
    newsroom = await startNewsroom()
    const log = await openLog(database)
    for (const { kind, url: address, name } of newsroom.sources) {
      if (!OUTLETS.some((outlet) => address.includes(outlet))) continue
      const source = { kind, url: address, name, schedule: { kind: 'adaptive' } } as const
      await registerSource({ database, log, archive: undefined as never, now: () => new Date() }, source)
    }
    await log.close()
    void supervise(server.port)
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    const common = { ...settingsOf(newsroom), DATABASE_URL: server.url, LOG_LEVEL: 'warn' }
    api = startService('api', { ...common, LOG_LEVEL: 'info', API_PORT: String(port) })
    await api.until('service started')
    const workers = { ...common, QUEUE_LOCK_MS: '2000', FETCH_TIMEOUT_MS: '3000' }
    circle = startProcess([join(import.meta.dirname, '../crash/run-circle.ts'), JSON.stringify(workers)], {})
  }, 120_000)
  afterAll(async () => {
    isOver = true
    rmSync(ballast, { force: true })
    // Whatever did not come up must not leave the disk behind.
    await Promise.all([circle?.stop(), api?.stop(), newsroom?.stop(), database?.close()])
    await server?.stop()
    spawnSync('umount', ['-l', disk])
    rmSync(directory, { recursive: true, force: true })
  })

  test('is said in the log; reads are answered or told to come back; the crawl goes on when there is room', {
    timeout: 120_000,
  }, async () => {
    while ((await headPosition(database)) < EVENTS_BEFORE) await sleep(20)
    fill()
    const events = await readLog(database, { afterPosition: 0, limit: 10_000 }).catch(() => [])
    const answers: { status: number; retryAfter: string | null }[] = []
    for (const until = performance.now() + FULL_MS; performance.now() < until; await sleep(100)) {
      fill()
      const response = await fetch(`${url}/v1/articles`)
      answers.push({ status: response.status, retryAfter: response.headers.get('retry-after') })
      await response.body?.cancel()
    }
    expect(answers.filter(({ status, retryAfter }) => status !== 200 && !(status === 503 && retryAfter))).toEqual([])
    const said = [circle.said(), api.said(), ...refusals].join('\n')
    expect(said).toMatch(/No space left on device|The disk of .* is full/)
    expect([circle.child.exitCode, api.child.exitCode]).toEqual([null, null])

    rmSync(ballast)
    await expect.poll(() => headPosition(database).catch(() => 0), { timeout: 60_000 }).toBeGreaterThan(0)
    await untilIdle()
    // What was there is there, unchanged, and has been built upon.
    const afterwards = await readLog(database, { afterPosition: 0, limit: 10_000 })
    expect(afterwards.slice(0, events.length)).toEqual(events)
    expect(afterwards.length).toBeGreaterThan(events.length)
    expect((await verifyLog(database)).problems).toEqual([])
    expect(
      (await verifyViews(database, { plans: [{ pageSize: 5_000, shards: 1 }] })).filter(({ isSame }) => !isSame),
    ).toEqual([])
    expect(await listDeadLetters(database.db, 10)).toEqual([])
    const discovered = new Set(
      afterwards.filter(({ type }) => type === 'ArticleDiscovered').map(({ stream }) => stream),
    )
    const ended = new Set(
      afterwards
        .filter(({ type }) => /^Article(Extracted|Rejected|Aliased|Gone|Unreachable)$/.test(type))
        .map(({ stream }) => stream),
    )
    expect([...discovered].filter((stream) => !ended.has(stream))).toEqual([])
    expect(discovered.size).toBeGreaterThan(5)
  })

  /** To the last block. */
  function fill(): void {
    for (let chunk = 8 * 2 ** 20; chunk >= 4_096; ) {
      const { bavail, bsize } = statfsSync(disk)
      if (bavail * bsize < chunk) {
        chunk /= 2
        continue
      }
      try {
        appendFileSync(ballast, Buffer.alloc(chunk))
      } catch {
        chunk /= 2
      }
    }
    expect(statSync(ballast).size).toBeGreaterThan(0)
  }

  async function untilIdle(): Promise<void> {
    for (;;) {
      try {
        return await waitUntilIdle(database)
      } catch {
        await sleep(200)
      }
    }
  }
})
