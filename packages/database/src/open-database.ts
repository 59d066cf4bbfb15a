import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { DatabaseError } from './database-error.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

export type Database = {
  /** Typed queries. `bigint` comes as number, `timestamptz` as Date, `date` as "2026-11-20", `numeric` as text. */
  readonly db: Db
  /** The same connections, for what needs the wire itself: COPY, LISTEN, binary parameters. */
  readonly pool: pg.Pool
  /** Waits for running queries. Twice is harmless. */
  close(): Promise<void>
}

export type DatabaseOptions = {
  /** Default 10. Postgres itself allows 100 to 200 over all processes. */
  readonly connectionsMax?: number
  /** Shown in pg_stat_activity, e.g. "dateline-projector". */
  readonly applicationName?: string
  /** Told of connections that broke while idle. The pool opens new ones by itself. */
  readonly onError?: (error: Error) => void
}

const CONNECT_TIMEOUT_MS = 10_000
const IDLE_TIMEOUT_MS = 30_000
/** A transaction forgotten open holds back clean-up in the whole database. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 300_000

const TYPE_INT8 = 20
const TYPE_DATE = 1082

/** @throws {DatabaseError} NUMBER_TOO_BIG beyond 2^53: no position or count of ours comes near. */
function parseBigint(text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number)) return number
  throw new DatabaseError('NUMBER_TOO_BIG', `The bigint ${text} does not fit a JavaScript number: read it as text.`)
}

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === TYPE_INT8) return parseBigint
      // A calendar day has no time zone: as a Date it would move by one for half of the world.
      if (oid === TYPE_DATE) return (text: string) => text
    }
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

/**
 * Opens a pool of connections, each made when first needed: does not fail if the server is not there yet.
 *
 * Has listeners for errors on the pool and on every connection: without them a restart of Postgres ends the Node process.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const onError = options.onError ?? (() => {})
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connectionsMax ?? 10,
    application_name: options.applicationName ?? 'dateline',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    types,
  })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  let closed: Promise<void> | undefined
  return {
    db,
    pool,
    close() {
      closed ??= db.destroy().then(() => (pool.ended ? undefined : pool.end()))
      return closed
    },
  }
}
