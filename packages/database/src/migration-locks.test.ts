import { randomUUID } from 'node:crypto'
import { testDatabase } from '@dateline/testing'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrationNames } from './migrate.ts'
import { openDatabase } from './open-database.ts'

const { database, url } = await testDatabase()
const name = `dateline_test_${randomUUID().replaceAll('-', '')}`
const fresh = openDatabase(Object.assign(new URL(url), { pathname: `/${name}` }).href)
beforeAll(() => sql`create database ${sql.ref(name)}`.execute(database.db))
afterAll(async () => {
  await fresh.close()
  await sql`drop database ${sql.ref(name)} with (force)`.execute(database.db)
})

/** Those that made the log, before anybody could write to it. */
const FIRST = /^000[1-4]-/

/** What takes as long as the log is: tables written anew, and what is built or checked by reading all rows. */
async function worksOf(db: Kysely<unknown>): Promise<Map<string, string>> {
  const { rows } = await sql<{ work: string; of: string }>`
    select format('file %s of %s', relfilenode, oid::regclass) as work, oid::regclass::text as of
      from pg_class where relnamespace = to_regnamespace('log') and relkind = 'r'
    union all
    select format('index %s', indexrelid::regclass), indrelid::regclass::text
      from pg_index join pg_class c on c.oid = indrelid where c.relnamespace = to_regnamespace('log')
    union all
    select format('constraint %s', conname), conrelid::regclass::text
      from pg_constraint where connamespace = to_regnamespace('log') and convalidated and contype in ('c', 'f', 'n')`.execute(
    db,
  )
  return new Map(rows.map(({ work, of }) => [work, of]))
}

/** Tables that each append writes, and that this transaction keeps it from writing. */
async function locksOf(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ of: string }>`
    select distinct c.oid::regclass::text as of
      from pg_locks l join pg_class c on c.oid = l.relation
     where l.pid = pg_backend_pid() and c.relnamespace = to_regnamespace('log') and c.relname ~ '^(event|body|stream|head)'
       and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')`.execute(db)
  return rows.map(({ of }) => of)
}

test('no migration keeps the log from being written for longer than its catalog takes', {
  timeout: 120_000,
}, async () => {
  await sql`create table public.migration (name text primary key, applied_at timestamptz not null default now())`.execute(
    fresh.db,
  )
  const long: string[] = []
  const locking: string[] = []
  for (const migration of migrationNames()) {
    const { up } = (await import(`../migrations/${migration}.ts`)) as { up(db: Kysely<unknown>): Promise<void> }
    await fresh.db.transaction().execute(async (transaction) => {
      const db = transaction as unknown as Kysely<unknown>
      const before = await worksOf(db)
      const tables = new Set(before.values())
      await up(db)
      if (FIRST.test(migration)) return
      for (const [work, of] of await worksOf(db))
        if (tables.has(of) && !before.has(work)) long.push(`${migration}: ${work}`)
      for (const of of await locksOf(db)) if (tables.has(of)) locking.push(`${migration}: ${of}`)
    })
  }
  expect(long).toEqual([])
  expect(locking).toEqual([])
})
