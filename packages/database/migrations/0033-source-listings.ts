import { type Kysely, sql } from 'kysely'

/** What a site is polled by beside its front page, and when it was last looked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table work.source_poll
      add listings  jsonb,       -- [{url, kind, etag, lastModified}]: feeds, sitemaps and sections of a site
      add looked_at timestamptz, -- when they were last looked for; null: never
      drop listed                -- never used: what a source lists is told from what it says it has published
  `.execute(db)
  // The scheduler looks for what is due and not on its way, many times a minute.
  await sql`drop index work.source_poll_due`.execute(db)
  await sql`
    create index source_poll_due on work.source_poll (next_poll_at) include (added_at) where not paused`.execute(db)
}
