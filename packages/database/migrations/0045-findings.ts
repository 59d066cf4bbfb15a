import { type Kysely, sql } from 'kysely'

/** What Dateline has found about changes of articles: stealth edits, and copies that lag behind their original or differ from it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views.finding_g1 (
      article_id          text        not null collate "C",
      position            bigint      not null,
      recorded_at         timestamptz not null,
      kind                text,
      content_sha256      text        collate "C",
      original_article_id text        collate "C",
      change_kinds        text[]      not null,
      correction          text,
      evidence            text,
      detector            text,
      primary key (article_id, position)
    )`.execute(db)
  await sql`create index on views.finding_g1 (position)`.execute(db)
  await sql`create view views.finding as select * from views.finding_g1`.execute(db)
  await sql`
    create view read.finding as
      select f.article_id, f.position, f.recorded_at, f.kind, f.content_sha256, f.original_article_id, f.change_kinds,
             f.correction, f.evidence, f.detector
        from views.finding f`.execute(db)
  await sql`comment on view read.finding is ${sql.lit(
    'What was found about changes of articles: edits that the page does not own up to, copies that still say what their original no longer says, and copies that say what their original never said.',
  )}`.execute(db)
  const comments = {
    article_id: 'Article it is about; see read.article.',
    position: 'Position in the log of the finding; its changes, word by word, stand there.',
    recorded_at: 'When it was recorded.',
    kind: 'stealth-edit: changed in substance without notice or later time of change. outdated-copy: the original has changed, the copy has not followed. altered-copy: says what its original has never said.',
    content_sha256:
      'The text it is about; see read.revision. The finding holds for as long as this is the current one.',
    original_article_id: 'Of a copy: whose copy it is.',
    change_kinds:
      'What the changes are, the most telling first: headline, number, name, quote, softening, hardening, rewording, addition, removal …',
    correction: 'Of an outdated copy: the notice of correction that the original prints.',
    evidence: 'What the page shows in place of a notice; of a copy, the words it has.',
    detector: 'Which code found it.',
  }
  for (const [column, text] of Object.entries(comments)) {
    await sql`comment on column ${sql.ref(`read.finding.${column}`)} is ${sql.lit(text)}`.execute(db)
  }
}
