import { type Kysely, sql } from 'kysely'

/** Trials of another version of the extractor: what it makes of archived pages, beside what stands in the log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.reextraction_run (
      run_id      text        primary key,
      extractor   jsonb       not null, -- {html, text}
      filter      jsonb       not null, -- {sourceId, since, limit}
      cursor      text        not null default '' collate "C", -- last article looked at
      looked_at   integer     not null default 0,
      started_at  timestamptz not null default clock_timestamp(),
      ended_at    timestamptz,
      promoted_at timestamptz
    )`.execute(db)
  await sql`
    create table work.reextraction (
      run_id         text             not null references work.reextraction_run on delete cascade,
      article_id     text             not null collate "C",
      position       bigint           not null, -- of the reading that stands
      raw_sha256     text             not null,
      kind           text             not null, -- html or text
      outcome        text             not null check (outcome in ('same', 'differs', 'found', 'lost', 'rejected')),
      changes        text[]           not null, -- "title:changed", "authors:gained", "agency:lost"
      similarity     double precision not null, -- of the two texts: 0 to 1
      reading        text,                      -- the new reading as JSON; null: the same
      content_sha256 text,
      promoted       boolean          not null default false,
      primary key (run_id, article_id)
    )`.execute(db)
}
