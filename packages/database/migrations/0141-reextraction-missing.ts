import { type Kysely, sql } from 'kysely'

/** Articles that a run could not read again are counted and named, too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table work.reextraction drop constraint reextraction_outcome_check`.execute(db)
  await sql`
    alter table work.reextraction add check
      (outcome in ('same', 'differs', 'found', 'lost', 'rejected', 'missing', 'refused'))`.execute(db)
}
