import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate, openDatabase } from '@dateline/database'
import { headPosition, verifyLog } from '@dateline/event-store'
import { startPostgres } from '@dateline/postgres-server'
import { progress } from '@dateline/read-models'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../distributed/redis-server.ts'
import { type Started, startService } from './start-process.ts'

const CLIENTS = 200
// DATELINE_STORM_MS=60000 npm test -- test/faults/connection-storm.test.ts
const STORM_MS = Number(process.env.DATELINE_STORM_MS ?? 4_000)
/** Longer than the pool lets a request wait for a connection. */
const SLOW_QUERY_MS = 11_000

type Answer = { readonly status: number; readonly retryAfter: string | null; readonly body: string }

describe('a server of 24 connections', () => {
  const directory = mkdtempSync(join(tmpdir(), 'dateline-storm-'))
  let server: Awaited<ReturnType<typeof startPostgres>>
  let url: string
  const processes: Started[] = []

  beforeAll(async () => {
    server = await startPostgres({ dataDir: directory, settings: { max_connections: '24', fsync: 'off' } })
    const database = openDatabase(server.url, { connectionsMax: 1 })
    await migrate(database)
    await database.close()
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    const settings = { DATABASE_URL: server.url, DATABASE_CONNECTIONS_MAX: '6', API_PORT: String(port) }
    for (const name of ['api', 'projector']) processes.push(startService(name, settings))
    for (const started of processes) await started.until('service started')
  })
  afterAll(async () => {
    await Promise.all(processes.map((started) => started.stop()))
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${url}${path}`, init)
    return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await response.text() }
  }
  const hand = (name: string) =>
    ask('/v1/documents', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: `The ${name} lamp\n\nBy Ada Quill\n\nThe keepers of the ${name} lamp have said that it stays lit all year.`,
    })
  const isPatient = ({ status, retryAfter }: Answer) => (status === 503 ? Number(retryAfter) > 0 : status < 300)

  /** Connects, holds on for a moment, and comes again, whatever the server says. */
  async function crowd(until: number): Promise<number> {
    let refused = 0
    while (performance.now() < until) {
      const client = new pg.Client({ connectionString: server.url })
      client.on('error', () => {})
      try {
        await client.connect()
        await client.query('select pg_sleep(0.3)')
      } catch {
        refused++
      }
      await client.end().catch(() => {})
      await sleep(20)
    }
    return refused
  }

  test('in a storm of 200 clients: 503 with Retry-After, nothing acknowledged is lost, nobody ends', {
    timeout: 60_000 + 2 * STORM_MS,
  }, async () => {
    expect((await hand('first')).status).toBeLessThan(300)
    const admin = new pg.Client(server.url)
    await admin.connect()
    const until = performance.now() + STORM_MS
    const crowding = Promise.all(Array.from({ length: CLIENTS }, () => crowd(until)))
    // Their connections are lost amid the storm: they must stand in line with all others for new ones.
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'dateline-%'`)
    await admin.end()
    const answers: Answer[] = []
    const handed: { name: string; answer: Promise<Answer> }[] = []
    for (let index = 0; performance.now() < until; index++) {
      handed.push({ name: `lamp-${index}`, answer: hand(`lamp-${index}`) })
      answers.push(await ask('/v1/articles'))
      expect((await ask('/health/live')).status).toBe(200)
      await sleep(50)
    }
    const refused = (await crowding).reduce((sum, each) => sum + each, 0)
    expect(refused).toBeGreaterThan(CLIENTS)

    for (const { name, answer } of handed) {
      const first = await answer
      expect(first).toSatisfy(isPatient)
      // Whoever was told to come back does so.
      if (first.status === 503)
        await expect.poll(async () => (await hand(name)).status, { timeout: 20_000 }).toBeLessThan(300)
    }
    for (const answer of answers) expect(answer).toSatisfy(isPatient)
    await expect.poll(async () => (await ask('/v1/articles')).status, { timeout: 20_000 }).toBe(200)

    const database = openDatabase(server.url, { connectionsMax: 2 })
    expect((await verifyLog(database)).problems).toEqual([])
    const head = await headPosition(database)
    // Each document is two events, however often it was handed in.
    expect(head).toBe(2 * (1 + handed.length))
    await expect.poll(async () => (await progress(database.db)).position, { timeout: 20_000 }).toBe(head)
    await database.close()
    expect(processes.map(({ child }) => child.exitCode)).toEqual([null, null])
  })

  test('while a table is locked for long: those who wait for a connection are told so, the others are answered', {
    timeout: 60_000,
  }, async () => {
    const blocker = new pg.Client(server.url)
    await blocker.connect()
    await blocker.query('begin')
    const { rows } = await blocker.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'views' and tablename ~ '^article_g\\d+$'`,
    )
    await blocker.query(`lock table ${rows.map(({ name }) => name).join(', ')} in access exclusive mode`)
    const asking = Array.from({ length: 12 }, () => ask('/v1/articles'))
    expect((await ask('/health/live')).status).toBe(200)
    await sleep(SLOW_QUERY_MS)
    expect((await ask('/health/ready')).status).toBe(503)
    await blocker.query('rollback')
    await blocker.end()
    const answers = await Promise.all(asking)
    expect(answers.every(isPatient)).toBe(true)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]))
    expect((await ask('/v1/articles')).status).toBe(200)
    expect(processes.map(({ child }) => child.exitCode)).toEqual([null, null])
  })
})
