import { type Kysely, sql } from 'kysely'

/**
 * Work in hand of following corrections into copies. Made again from the log when it is lost: the consumer that fills these
 * tables begins at the start.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.copy_edge (
      copy_id     text not null collate "C" primary key,
      original_id text not null collate "C"
    )`.execute(db)
  await sql`create index on work.copy_edge (original_id)`.execute(db)
  await sql`
    create table work.copy_check (
      copy_id     text        not null collate "C" primary key,
      original_id text        not null collate "C",
      since       timestamptz not null, -- when the original's new text was recorded
      looked_at   timestamptz,          -- when the copy was last captured anew
      failures    integer     not null default 0
    )`.execute(db)
}
