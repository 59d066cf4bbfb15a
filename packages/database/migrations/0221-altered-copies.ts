import { type Kysely, sql } from 'kysely'

/** Copies that were found to say something else than their original, to be asked again whenever that changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.altered_copy (
      copy_id     text        not null collate "C" primary key,
      original_id text        not null collate "C",
      due_since   timestamptz -- when the original's new text was recorded; null: it has been looked at
    )`.execute(db)
  await sql`create index on work.altered_copy (original_id)`.execute(db)
  await sql`create index on work.altered_copy (due_since) where due_since is not null`.execute(db)
}
