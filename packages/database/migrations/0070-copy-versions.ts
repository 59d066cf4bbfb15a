import { type Kysely, sql } from 'kysely'

/**
 * Copies as of some time: every finding is kept, where `views.copy` has only the last of each article. Those of one original are
 * found by an index, and the last one before a moment by the primary key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.copy_version_g1 (
      article_id          text        not null collate "C",
      position            bigint      not null,
      original_article_id text        collate "C",
      kind                text,
      containment         double precision,
      inferred_agency     text,
      evidence            text,
      matcher             text,
      detected_at         timestamptz not null,
      primary key (article_id, position)
    )`.execute(db)
  await sql`create index on views.copy_version_g1 (original_article_id, article_id, position)`.execute(db)
  await sql`create view views.copy_version as select * from views.copy_version_g1`.execute(db)
  await sql`
    create view read.copy_version as
      select c.article_id, c.position, c.original_article_id, c.kind, c.containment, c.inferred_agency, c.evidence, c.matcher,
             c.detected_at
        from views.copy_version c`.execute(db)
  await sql`comment on view read.copy_version is 'Whose copy an article was found to be, finding by finding.'`.execute(
    db,
  )
  for (const [column, text] of Object.entries(COMMENTS)) {
    await sql`comment on column ${sql.ref(`read.copy_version.${column}`)} is ${sql.lit(text)}`.execute(db)
  }
  await sql`
    create function read.copy_at_position(as_of bigint) returns setof read.copy
    language sql stable parallel safe
    begin atomic
      select v.article_id, v.original_article_id, v.kind, v.containment, v.inferred_agency, v.evidence, v.matcher,
             v.detected_at, v.position
        from read.copy_version v
       where v.position <= as_of and not exists (
         select from read.copy_version l
          where l.article_id = v.article_id and l.position > v.position and l.position <= as_of);
    end`.execute(db)
  await sql`
    comment on function read.copy_at_position is
      'Whose copies articles were known to be when the log had reached a position. Name the copy or the original where you can.'`.execute(
    db,
  )
  await sql`
    create function read.copy_as_of(as_of timestamptz) returns setof read.copy
    language sql stable parallel safe
    begin atomic
      with at as materialized (select read.position_at(as_of) as position)
      select v.* from at, lateral read.copy_at_position(at.position) v;
    end`.execute(db)
  await sql`
    comment on function read.copy_as_of is 'Whose copies articles were known to be at a time on the clock of the log.'`.execute(
    db,
  )
}

const COMMENTS = {
  article_id: 'The copy; see read.article.',
  position: 'Position in the log of the finding, from which it stood until the next.',
  original_article_id: 'Whose copy it is.',
  kind: 'exact, edited, partial or reworded.',
  containment: 'Share of the copy, quotations removed, that stands in the original: 0 to 1.',
  inferred_agency: 'Agency credited in the original and not in the copy.',
  evidence: 'What shows it.',
  matcher: 'Which code found it.',
  detected_at: 'When it was recorded.',
}
