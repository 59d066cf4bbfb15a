import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate, openDatabase } from '@dateline/database'
import { readLog, verifyLog } from '@dateline/event-store'
import { type PostgresServer, startPostgres } from '@dateline/postgres-server'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, redisMissing, startRedis, type TestRedis } from '../distributed/redis-server.ts'
import { type Started, startService } from './start-process.ts'
import { promote, startStandby } from './start-standby.ts'
import { openWire, type Wire } from './wire.ts'

const missing = redisMissing()
if (missing !== null) console.log(`Failover is not tested: ${missing}.`)

const NOTE_KEY = 'dateline:note'

describe.skipIf(missing !== null)('a standby takes the place of a primary that is killed', () => {
  const directory = mkdtempSync(join(tmpdir(), 'dateline-failover-'))
  const running: { stop(): Promise<void> }[] = []
  let redis: TestRedis
  /** Where the services find the server, whichever it is. */
  let wire: Wire
  /** Where the standby finds its primary. */
  let stream: Wire
  let settings: Record<string, string>
  let url: string
  let primary: PostgresServer & { dataDir: string }

  beforeAll(async () => {
    redis = await startRedis()
    const dataDir = join(directory, 'one')
    primary = { ...(await startPostgres({ dataDir, settings: { fsync: 'off' } })), dataDir }
    running.push(primary, redis)
    const database = openDatabase(primary.url, { connectionsMax: 1 })
    await migrate(database)
    await database.close()
    wire = await openWire(primary.port)
    stream = await openWire(primary.port)
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    const throughWire = Object.assign(new URL(primary.url), { port: String(wire.port) }).href
    settings = { DATABASE_URL: throughWire, REDIS_URL: redis.url, API_PORT: String(port) }
  }, 60_000)
  afterAll(async () => {
    wire.close()
    stream.close()
    await Promise.all(running.map((each) => each.stop()))
    rmSync(directory, { recursive: true, force: true })
  })

  async function startApi(): Promise<Started> {
    const api = startService('api', settings)
    running.push(api)
    await api.until('service started')
    return api
  }

  async function hand(name: string): Promise<{ status: number; position: number | null; articleId: string }> {
    const response = await fetch(`${url}/v1/documents`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: `The ${name} lamp\n\nBy Ada Quill\n\nThe keepers of the ${name} lamp have said that it stays lit all year.`,
    })
    return { status: response.status, ...((await response.json()) as { position: number; articleId: string }) }
  }

  async function follow(name: string): Promise<PostgresServer & { dataDir: string }> {
    stream.leadTo(primary.port)
    const dataDir = join(directory, name)
    const standby = { ...(await startStandby(primary, dataDir, stream.port)), dataDir }
    running.push(standby)
    await onServer(primary, async (client) => {
      const isStreaming = async () =>
        (await client.query(`select from pg_stat_replication where state = 'streaming'`)).rowCount === 1
      while (!(await isStreaming())) await sleep(50)
    })
    return standby
  }

  async function failOver(standby: typeof primary): Promise<void> {
    process.kill(primary.pid, 'SIGKILL')
    await primary.ended
    await promote(standby)
    wire.leadTo(standby.port)
    primary = standby
  }

  test('that was synchronous: nothing acknowledged is lost, and the service goes on', { timeout: 60_000 }, async () => {
    const api = await startApi()
    const standby = await follow('two')
    await onServer(primary, async (client) => {
      await client.query(`alter system set synchronous_standby_names = 'standby'`)
      await client.query('select pg_reload_conf()')
      const isSync = async () =>
        (await client.query(`select from pg_stat_replication where sync_state = 'sync'`)).rowCount === 1
      while (!(await isSync())) await sleep(50)
    })
    const before = await Promise.all(Array.from({ length: 10 }, (_, index) => hand(`before-${index}`)))
    expect(before.map(({ status }) => status)).toEqual(before.map(() => 201))
    const amid: ReturnType<typeof hand>[] = []
    const handing = (async () => {
      for (let index = 0; index < 60; index++) {
        amid.push(hand(`amid-${index}`))
        await sleep(10)
      }
    })()
    await failOver(standby)
    // The setting came along with the files, or did not: there is nobody to wait for any more.
    await onServer(primary, async (client) => {
      await client.query('alter system reset synchronous_standby_names')
      await client.query('select pg_reload_conf()')
    })
    await handing
    const answers = [...before, ...(await Promise.all(amid))]
    await expect.poll(async () => (await hand('after')).status, { timeout: 30_000 }).toBeLessThan(300)
    const database = openDatabase(primary.url, { connectionsMax: 2 })
    const streams = new Set((await readLog(database, { afterPosition: 0, limit: 10_000 })).map(({ stream }) => stream))
    for (const { status, articleId } of answers) if (status < 300) expect(streams).toContain(articleId)
    expect((await verifyLog(database)).problems).toEqual([])
    await database.close()
    expect(api.child.exitCode).toBeNull()
    await api.stop()
  })

  test('that lagged behind: every service ends with the positions, and does not start again until it is told to', {
    timeout: 60_000,
  }, async () => {
    const standby = await follow('three')
    const api = await startApi()
    const { position: kept } = await hand('kept')
    const projector = startService('projector', settings)
    running.push(projector)
    await projector.until('service started')
    await untilReplayed(standby, kept!)
    stream.leadTo(null)
    const { position: lost } = await hand('lost')
    expect(lost).toBeGreaterThan(kept!)
    const client = new Redis(redis.url)
    // The others have heard of it.
    while ((JSON.parse((await client.get(NOTE_KEY)) ?? '{}') as { position?: number }).position !== lost)
      await sleep(50)
    await failOver(standby)
    expect(await Promise.all([api.ended, projector.ended])).toEqual([1, 1])
    const sentence = `The log ends at event ${kept}, and event ${lost} was there`
    for (const { said } of [api, projector]) expect(said()).toContain(sentence)

    const again = startService('api', settings)
    expect(await again.ended).toBe(1)
    expect(again.said()).toContain(`${sentence} (known from the key ${NOTE_KEY} in Redis)`)

    await client.del(NOTE_KEY)
    client.disconnect()
    const accepted = await startApi()
    // What a reader of the changes has seen and is no longer there is told to it as well.
    const reader = await fetch(`${url}/v1/changes`, { headers: { 'last-event-id': String(lost) } })
    expect([reader.status, await reader.text()]).toEqual([409, expect.stringContaining(`ends at position ${kept}`)])
    expect((await hand('lost')).position).toBe(lost)
    await accepted.stop()
  })
})

async function onServer(
  server: Pick<PostgresServer, 'url'>,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(server.url)
  await client.connect()
  await work(client).finally(() => client.end())
}

async function untilReplayed(standby: PostgresServer, position: number): Promise<void> {
  await onServer(standby, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ position: string }>(
        'select position from log.head order by position desc limit 1',
      )
      if (Number(rows[0]!.position) >= position) return
      await sleep(50)
    }
  })
}
