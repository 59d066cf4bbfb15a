import { type Kysely, sql } from 'kysely'

/** Backfills in hand: one a source, and the sitemaps it reads. Can be lost: what is asked for again is found again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.backfill (
      source_id    uuid        primary key,
      from_day     date        not null, -- of what the sitemaps say of a page: published, or else changed
      to_day       date        not null check (to_day >= from_day),
      sitemaps_max integer     not null check (sitemaps_max > 0),
      requested_at timestamptz not null default clock_timestamp(),
      done_at      timestamptz
    )`.execute(db)
  await sql`
    create table work.backfill_sitemap (
      source_id  uuid    not null references work.backfill on delete cascade,
      url        text    not null,
      number     bigint  generated always as identity, -- read in this order
      state      text    not null default 'waiting' check (state in ('waiting', 'read', 'failed')),
      tries      integer not null default 0,
      reason     text,
      in_range   integer not null default 0,
      discovered integer not null default 0,
      primary key (source_id, url)
    )`.execute(db)
}
