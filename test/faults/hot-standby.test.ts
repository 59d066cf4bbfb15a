import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { assertPrimary, type Database, migrate, openDatabase } from '@dateline/database'
import { openLog } from '@dateline/event-store'
import { type PostgresServer, startPostgres } from '@dateline/postgres-server'
import { catchUp, rebuild } from '@dateline/read-models'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { promote, startStandby } from './start-standby.ts'

const GUIDE = resolve(import.meta.dirname, '../../docs/guides/query-with-sql.md')
const statements = [...readFileSync(GUIDE, 'utf8').matchAll(/```sql\n(.*?)```/gs)].map(([, text]) => text!)

describe('people who read on a hot standby', () => {
  const directory = mkdtempSync(join(tmpdir(), 'dateline-standby-'))
  let primary: PostgresServer
  let standby: PostgresServer
  let database: Database
  let reader: pg.Client

  beforeAll(async () => {
    const dataDir = join(directory, 'one')
    primary = await startPostgres({ dataDir, settings: { fsync: 'off' } })
    database = openDatabase(primary.url, { connectionsMax: 4 })
    await migrate(database)
    await discover('first')
    standby = await startStandby({ url: primary.url, dataDir }, join(directory, 'two'), primary.port)
    reader = new pg.Client(standby.url)
    await reader.connect()
    await reader.query('set role dateline_reader')
  }, 60_000)
  afterAll(async () => {
    await reader.end()
    await database.close()
    await standby.stop()
    await primary.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  async function discover(name: string): Promise<number> {
    const log = await openLog(database)
    const url = `https://harbour-courier.example/${name}`
    const times = { listedPublishedAt: null, discoveredAt: '2031-04-05T10:00:00Z' }
    const data = { url, normalUrl: url, sourceId: null, via: 'submission', listedTitle: name, ...times }
    const event = { type: 'ArticleDiscovered', data }
    const { lastPosition } = await log.append(`article-${name}`, 'new', [event], { cause: name })
    await log.close()
    await catchUp(database)
    return lastPosition
  }

  test('wait for a position as on the primary', async () => {
    const position = await discover('second')
    await vi.waitFor(async () => {
      const { rows } = await reader.query('select min(position)::int as position from read.progress')
      expect(rows).toEqual([{ position }])
    }, 20_000)
    const { rows } = await reader.query('select count(*)::int as articles from read.article')
    expect(rows).toEqual([{ articles: 2 }])
  })

  test.for(statements.map((text) => ({ text, name: text.trim().split('\n')[0]! })))(
    'can ask: $name',
    async ({ text }) => {
      expect((await reader.query(text)).fields.length).toBeGreaterThan(0)
    },
  )

  test('see a rebuilt view in a new snapshot', async () => {
    await rebuild(database, 'article')
    const generation = `select generation from read.progress where name = 'article'`
    await vi.waitFor(async () => expect((await reader.query(generation)).rows).toEqual([{ generation: 2 }]), 20_000)
    const { rows } = await reader.query('select count(*)::int as articles from read.article')
    expect(rows).toEqual([{ articles: 2 }])
  })

  test('services do not begin there until it is the primary', async () => {
    const there = openDatabase(standby.url, { connectionsMax: 1 })
    await expect(assertPrimary(there)).rejects.toMatchObject({ code: 'STANDBY', retryable: true })
    await promote(standby)
    await assertPrimary(there)
    await there.close()
  })
})
