import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { migrate, openDatabase } from '@dateline/database'
import type { NewEvent } from '@dateline/domain'
import { anyShapes, appendMany, openLog } from '@dateline/event-store'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Contender = {
  readonly name: string
  /** To the end of a new stream; resolves when it is durable. */
  append(stream: string, events: readonly NewEvent[]): Promise<unknown>
  /** As fast as it can, one event a stream. */
  importAll(events: readonly NewEvent[]): Promise<unknown>
  close(): Promise<void>
}

const CONNECTIONS = 16

/** The physical limit: one INSERT into a table with a key and nothing else. No version check, no safe order. */
export async function openPlain(url: string): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS })
  await pool.query(`create table if not exists events (
    position bigint generated always as identity primary key, stream text not null, type text not null, data jsonb not null)`)
  const one = 'insert into events (stream, type, data) values ($1, $2, $3)'
  const many =
    'insert into events (stream, type, data) select $1, t, d from unnest($2::text[], $3::jsonb[]) as x (t, d)'
  return {
    name: 'bare INSERT',
    append(stream, events) {
      const [event] = events
      const bodies = events.map(({ data }) => JSON.stringify(data))
      return events.length === 1
        ? pool.query({ name: 'one', text: one, values: [stream, event!.type, bodies[0]] })
        : pool.query({ name: 'many', text: many, values: [stream, events.map(({ type }) => type), bodies] })
    },
    async importAll(events) {
      const escapeField = (text: string) =>
        text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
      const lines = events.map(({ type, data }) => `${randomUUID()}\t${type}\t${escapeField(JSON.stringify(data))}\n`)
      const client = await pool.connect()
      try {
        await pipeline(Readable.from(lines), client.query(copyFrom('copy events (stream, type, data) from stdin')))
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

export async function openDateline(url: string): Promise<Contender> {
  const database = openDatabase(url, { connectionsMax: 4 })
  await migrate(database)
  const log = await openLog(database, { shapes: anyShapes })
  const run = randomUUID()
  let calls = 0
  return {
    name: 'Dateline',
    append: (stream, events) => log.append(`bench-${stream}`, 'new', events, { cause: `${run}:${calls++}` }),
    importAll: (events) =>
      appendMany(
        log,
        events.map((event) => ({
          stream: `bench-${run}-${calls++}`,
          expectedVersion: 'new' as const,
          events: [event],
          cause: `${run}:${calls}`,
        })),
      ),
    async close() {
      await log.close()
      await database.close()
    },
  }
}

type Emmett = {
  getPostgreSQLEventStore(
    url: string,
    options: unknown,
  ): {
    schema: { migrate(): Promise<unknown> }
    appendToStream(stream: string, events: readonly unknown[], options: unknown): Promise<unknown>
    close(): Promise<void>
  }
}

/** The best-known event store of TypeScript on Postgres; null where it is not installed. */
export async function openEmmett(url: string): Promise<Contender | null> {
  const name = '@event-driven-io/emmett-postgresql'
  const emmett = (await import(name).catch(() => null)) as Emmett | null
  if (emmett === null) return null
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS })
  pool.on('error', () => {})
  const store = emmett.getPostgreSQLEventStore(url, { connectionOptions: { pooled: true, pool } })
  await store.schema.migrate()
  const append = (stream: string, events: readonly NewEvent[]) =>
    store.appendToStream(stream, events, { expectedStreamVersion: 0n })
  return {
    name: 'emmett',
    append,
    async importAll(events) {
      const queue = [...events]
      const worker = async () => {
        for (let event = queue.pop(); event !== undefined; event = queue.pop()) await append(randomUUID(), [event])
      }
      await Promise.all(Array.from({ length: 32 }, worker))
    },
    async close() {
      await store.close()
      await pool.end().catch(() => {})
    },
  }
}

export const openers = { plain: openPlain, dateline: openDateline, emmett: openEmmett }
export type ContenderName = keyof typeof openers
