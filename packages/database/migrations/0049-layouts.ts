import { type Kysely, sql } from 'kysely'

/** Hosts whose pages suddenly give less than they used to: what is remembered of each, and the alarms. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.layout_watch (
      host       text        primary key collate "C",
      source_id  text,                 -- of the page read last
      state      jsonb       not null, -- see layout-watch.ts in packages/domain
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`
    create table views.layout_drift_g1 (
      layout_id    text        not null collate "C" primary key,
      source_id    text        not null collate "C",
      host         text        not null,
      drifted_at   timestamptz not null,
      recovered_at timestamptz,
      evidence     text,
      measures     jsonb       not null,
      alarms       integer     not null,
      position     bigint      not null
    )`.execute(db)
  await sql`create view views.layout_drift as select * from views.layout_drift_g1`.execute(db)
  await sql`
    create view read.layout_drift as
      select d.source_id, d.host, d.drifted_at, d.recovered_at, d.evidence, d.measures, d.alarms, d.position
        from views.layout_drift d`.execute(db)
  await sql`comment on view read.layout_drift is ${sql.lit(
    'Hosts whose pages suddenly gave less than they used to, such as after a change of template: the last alarm of each.',
  )}`.execute(db)
  const comments = {
    source_id: 'Source whose page brought it to light; see read.source.',
    host: 'Host of the pages.',
    drifted_at: 'When the last alarm began.',
    recovered_at: 'When it ended; null: it goes on.',
    evidence: 'What is missing, in words.',
    measures:
      '[{name, before, now}]: length is the median of characters, others are shares of pages without that field.',
    alarms: 'How many alarms there have been.',
    position: 'Position in the log of the event that says so.',
  }
  for (const [column, text] of Object.entries(comments)) {
    await sql`comment on column ${sql.ref(`read.layout_drift.${column}`)} is ${sql.lit(text)}`.execute(db)
  }
}
