import { type Kysely, sql } from 'kysely'

/** What a source may cost, what it asks of those who poll it, and how it usually publishes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table work.source_poll
      add plan          integer not null default 0, -- counts what people ask for: a poll that began before does not overwrite it
      add limits        jsonb,                      -- {fetchesPerDayMax, fetchesInFlightMax}; null: none
      add fetches_day   date,                       -- the day, in UTC, that fetches_today counts
      add fetches_today integer not null default 0,
      add hints         jsonb,                      -- as last said by the source: ttl, max-age, hours and days of rest
      add failing_since timestamptz,                -- of the first of the polls that failed in a row
      add listed        integer[],                  -- hashes of what it listed last: anything else is new
      add rhythm        jsonb                       -- hours in which it published, week by week
  `.execute(db)
  // Its row is written at every poll: room for the new version beside the old one.
  await sql`alter table work.source_poll set (fillfactor = 70)`.execute(db)
  await sql`
    create table work.source_fetch (
      lease     uuid        not null primary key,
      source_id uuid        not null,
      until     timestamptz not null -- after this it counts as lost
    )`.execute(db)
  await sql`create index on work.source_fetch (source_id)`.execute(db)
}
