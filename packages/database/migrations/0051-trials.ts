import { type Kysely, sql } from 'kysely'

/**
 * Trials: what another model would have decided over the whole log, beside what was decided. Nothing here is a fact: a trial
 * can be run again and gives the same, and what is promoted goes into the log.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.trial (
      trial_id   text        primary key collate "C" check (trial_id ~ '^trial-[0-9a-f]{12}$'),
      kind       text        not null check (kind in ('stories', 'classification')),
      model      jsonb       not null, -- what is tried: {id, weights} of grouping, {id} of classification
      settings   text        not null, -- as they were given
      position   bigint      not null default 0 check (position >= 0), -- events up to here have been gone through
      articles   bigint      not null default 0,
      started_at timestamptz not null default clock_timestamp(),
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`
    create table work.trial_decision (
      trial_id text   not null collate "C" references work.trial on delete cascade,
      position bigint not null, -- of the event decided on
      number   integer not null, -- 0, 1, 2… of its decisions
      stream   text   not null,
      event    text   not null, -- as it would have been recorded, byte by byte
      primary key (trial_id, position, number)
    )`.execute(db)
  await sql`
    create table work.trial_verdict (
      trial_id   text   not null collate "C" references work.trial on delete cascade,
      article_id text   not null collate "C",
      position   bigint not null, -- of the text classified
      verdict    text   not null, -- as it would have been recorded, byte by byte
      primary key (trial_id, article_id)
    )`.execute(db)
}
