import { type Kysely, sql } from 'kysely'

/** Live blogs: each reading of one, and what it brought. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.live_update_g1 (
      article_id  text        not null collate "C",
      position    bigint      not null,
      recorded_at timestamptz not null,
      is_update   boolean     not null,
      added       text[]      not null,
      changed     text[]      not null,
      removed     text[]      not null,
      entries     jsonb       not null,
      primary key (article_id, position)
    )`.execute(db)
  await sql`create view views.live_update as select * from views.live_update_g1`.execute(db)
  await sql`
    create view read.live_update as
      select u.article_id, u.position, u.recorded_at, u.is_update, u.added, u.changed, u.removed, u.entries
        from views.live_update u`.execute(db)
  await sql`comment on view read.live_update is ${sql.lit(
    'Live blogs: each reading of one, with the entries that came, changed and went since the reading before.',
  )}`.execute(db)
  const comments = {
    article_id: 'Live blog; see read.article.',
    position: 'Position in the log of the reading; its text stands there.',
    recorded_at: 'When it was recorded.',
    is_update: 'It went on from the reading before, and is not counted as a revision.',
    added: 'Ids of the entries that came: their times.',
    changed: 'Ids of the entries whose words changed.',
    removed: 'Ids of the entries that are no longer on the page, though older ones are.',
    entries: 'All entries known so far: [{id, at, title, firstSeenAt, changedAt, removedAt, sha}].',
  }
  for (const [column, text] of Object.entries(comments)) {
    await sql`comment on column ${sql.ref(`read.live_update.${column}`)} is ${sql.lit(text)}`.execute(db)
  }
}
