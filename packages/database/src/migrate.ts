import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { DatabaseError } from './database-error.ts'
import type { Database, Db } from './open-database.ts'

const DIRECTORY = join(import.meta.dirname, '..', 'migrations')

/** Any number that no other program is likely to use for its advisory lock. */
const MIGRATION_LOCK = 4_871_105_301
/** A migration that waits for a lock makes everyone behind it wait, appends too: better to give up at once and try again later. */
const LOCK_TIMEOUT_MS = 250
const LOCK_ATTEMPTS_MAX = 90
const LOCK_PAUSE_MS = 1_000
const LOCK_NOT_AVAILABLE = '55P03'

type Migration = { up(db: Kysely<unknown>): Promise<void> }

/** Names of all migrations in the order they are applied, e.g. "0001-log". */
export function migrationNames(): string[] {
  return readdirSync(DIRECTORY)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

/**
 * Applies what is missing, each migration in a transaction of its own. Several processes may call it at once: one works, the
 * others wait for it. Must run as the owner of the schemas.
 *
 * @returns names of the migrations applied by this call.
 * @throws {DatabaseError} MIGRATION_FAILED naming the migration; those before it stay applied.
 */
export async function migrate({ db }: Pick<Database, 'db'>): Promise<string[]> {
  return await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(connection)
    try {
      await sql`create table if not exists public.migration (
        name text primary key collate "C", applied_at timestamptz not null default now())`.execute(connection)
      await sql`set lock_timeout = ${sql.lit(LOCK_TIMEOUT_MS)}`.execute(connection)
      const missing = await missingMigrations(connection)
      for (const name of missing) await apply(connection, name)
      return missing
    } finally {
      await sql`reset lock_timeout`.execute(connection)
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(connection)
    }
  })
}

async function apply(db: Db, name: string): Promise<void> {
  const migration = (await import(join(DIRECTORY, `${name}.ts`))) as Migration
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (transaction) => {
        await migration.up(transaction as unknown as Kysely<unknown>)
        await sql`insert into public.migration (name) values (${name})`.execute(transaction)
      })
    } catch (cause) {
      const isBusy = (cause as { code?: string }).code === LOCK_NOT_AVAILABLE
      if (isBusy && attempt < LOCK_ATTEMPTS_MAX) await sleep(LOCK_PAUSE_MS)
      else
        throw new DatabaseError('MIGRATION_FAILED', `Migration ${name} failed: ${(cause as Error).message}`, { cause })
    }
  }
}

async function missingMigrations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from public.migration`.execute(db)
  const applied = new Set(rows.map(({ name }) => name))
  return migrationNames().filter((name) => !applied.has(name))
}

/**
 * For services that do not migrate themselves. A newer schema is fine: every migration leaves the release before able to run.
 *
 * @param waitMs how long to wait for another process that migrates; default: not at all.
 * @throws {DatabaseError} SCHEMA_OUTDATED
 */
export async function assertSchemaCurrent({ db }: Pick<Database, 'db'>, waitMs = 0): Promise<void> {
  for (const deadline = performance.now() + waitMs; ; await sleep(Math.min(500, waitMs))) {
    const { rows } = await sql<{ there: boolean }>`select to_regclass('public.migration') is not null as there`.execute(
      db,
    )
    const missing = rows[0]?.there ? await missingMigrations(db) : migrationNames()
    if (missing.length === 0) return
    if (performance.now() >= deadline) {
      const what = rows[0]?.there ? `lacks the migrations ${missing.join(', ')}` : 'has no schema of Dateline yet'
      throw new DatabaseError(
        'SCHEMA_OUTDATED',
        `The database ${what}: run \`dateline migrate\` of this release first.`,
      )
    }
  }
}
