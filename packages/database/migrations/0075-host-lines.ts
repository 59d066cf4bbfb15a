import { type Kysely, sql } from 'kysely'

/** Lines that come back on the pages of a host: what is remembered of each host, and the snapshots that events name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.host_knowledge (
      sha256    text        primary key collate "C",
      host      text        not null,
      knowledge jsonb       not null, -- see host-knowledge.ts in packages/domain
      frozen_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`
    create table work.host_lines (
      host       text        primary key collate "C",
      pages      jsonb       not null,
      sha256     text        references work.host_knowledge, -- null: none of its lines comes back
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db)
}
