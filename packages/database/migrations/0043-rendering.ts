import { type Kysely, sql } from 'kysely'

/** Sources whose pages are rendered where they are empty without their scripts: as the log says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table work.render_source (source_id uuid primary key)`.execute(db)
}
