import { sql } from 'kysely'
import { DatabaseError } from './database-error.ts'
import type { Database } from './open-database.ts'

/** @throws {DatabaseError} STANDBY: the server only replays what another one writes. */
export async function assertPrimary({ db }: Pick<Database, 'db'>): Promise<void> {
  const { rows } = await sql<{ standby: boolean }>`select pg_is_in_recovery() as standby`.execute(db)
  if (!rows[0]!.standby) return
  throw new DatabaseError(
    'STANDBY',
    'The database is a standby, which can only be read: let DATABASE_URL name the primary, or promote this one (select pg_promote()).',
  )
}
