import { type Kysely, sql } from 'kysely'

/**
 * Findings that are taken back. A row of `views.finding` of the kind "retraction" is no finding: it tells of earlier rows of its
 * article and original that they stand no more, so that no row is ever changed and any moment before can be read as it was. In
 * `views.copy_version` a row without an original says that from there on the article was known as nobody's copy.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view read.finding as
      select f.article_id, f.position, f.recorded_at, f.kind, f.content_sha256, f.original_article_id, f.change_kinds,
             f.correction, f.evidence, f.detector,
             r.position as retracted_position, r.recorded_at as retracted_at, r.evidence as retracted_because
        from views.finding f left join lateral (
          select r.position, r.recorded_at, r.evidence from views.finding r
           where r.article_id = f.article_id and r.position > f.position and r.kind = 'retraction'
             and r.original_article_id = f.original_article_id
             and (r.content_sha256 is null or (r.content_sha256 = f.content_sha256 and f.kind = 'altered-copy'))
           order by r.position limit 1) r on true
       where f.kind <> 'retraction'`.execute(db)
  await sql`
    create or replace function read.copy_at_position(as_of bigint) returns setof read.copy
    language sql stable parallel safe
    begin atomic
      select v.article_id, v.original_article_id, v.kind, v.containment, v.inferred_agency, v.evidence, v.matcher,
             v.detected_at, v.position
        from read.copy_version v
       where v.position <= as_of and v.original_article_id is not null and not exists (
         select from read.copy_version l
          where l.article_id = v.article_id and l.position > v.position and l.position <= as_of);
    end`.execute(db)
  const comments = {
    'finding.retracted_position': 'Position in the log of the event that takes it back; null: it stands.',
    'finding.retracted_at': 'When it was taken back.',
    'finding.retracted_because':
      'Why: the original has come to say what the copy says, or the article is no copy of it after all.',
    'copy_version.original_article_id': 'Whose copy it is; null: from here on nobody’s.',
  }
  for (const [column, text] of Object.entries(comments)) {
    await sql`comment on column ${sql.ref(`read.${column}`)} is ${sql.lit(text)}`.execute(db)
  }
}
