import { type Kysely, sql } from 'kysely'

/**
 * State of work in hand. All of it can be made again from the log, so nothing here is a fact: the reactor writes down
 * which job an event asks for, a worker strikes it off, and the scheduler adds again what has stood too long. Whatever
 * happens to the queue server, no article is forgotten.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.consumer (
      name       text        primary key,
      position   bigint      not null default 0 check (position >= 0), -- last event of the log it has dealt with
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`
    create table work.task (
      queue     text        not null,
      key       text        not null, -- article id
      data      jsonb       not null, -- the job's data
      cause     bigint      not null, -- position of the event that asks for it
      wanted_at timestamptz not null default clock_timestamp(),
      due_at    timestamptz not null default clock_timestamp(),
      added_at  timestamptz,          -- when a job was last added to the queue; null: not yet
      failures  integer     not null default 0,
      primary key (queue, key)
    )`.execute(db)
  await sql`create index task_due on work.task (due_at)`.execute(db)
  await sql`
    create table work.source_poll (
      source_id      uuid        primary key,
      kind           text        not null,
      url            text        not null,
      schedule       jsonb       not null,
      paused         boolean     not null default false,
      next_poll_at   timestamptz not null default clock_timestamp(),
      added_at       timestamptz,          -- a poll is on its way since then
      last_polled_at timestamptz,
      last_new_at    timestamptz,
      etag           text,
      last_modified  text,
      interval_ms    bigint,               -- as last chosen by the schedule
      failures       integer     not null default 0,
      polls          integer     not null default 0
    )`.execute(db)
  await sql`create index source_poll_due on work.source_poll (next_poll_at) where not paused`.execute(db)
  await sql`
    create table work.article_visit (
      article_id      text        primary key,
      url             text        not null,
      etag            text,
      last_modified   text,
      last_visited_at timestamptz not null,
      next_visit_at   timestamptz,         -- null: no more visits
      visits          integer     not null default 1,
      raw_sha256      text
    )`.execute(db)
  await sql`create index article_visit_due on work.article_visit (next_visit_at) where next_visit_at is not null`.execute(
    db,
  )
  await sql`
    create table work.dead_letter (
      queue          text        not null,
      key            text        not null,
      data           jsonb       not null,
      code           text        not null, -- stable: DatelineError.code, or a reason of http-fetch
      message        text        not null,
      attempts       integer     not null,
      first_seen_at  timestamptz not null default clock_timestamp(),
      last_seen_at   timestamptz not null default clock_timestamp(),
      times          integer     not null default 1,
      primary key (queue, key)
    )`.execute(db)
  await sql`
    create table work.import_skip (
      import_name text        not null, -- file or folder as named by the operator
      record      text        not null, -- which record of it
      reason      text        not null,
      detail      text        not null,
      skipped_at  timestamptz not null default clock_timestamp(),
      primary key (import_name, record)
    )`.execute(db)
}
