import { type Kysely, sql } from 'kysely'

/** A view that was let go on without an event lacks what it says: whoever reads the view should be able to see that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view read.progress as
    select p.name, p.generation, p.position, h.position as head_position, h.position - p.position as behind, p.error,
           p.error_position, p.updated_at, p.skipped
      from views.projection p cross join log.head h where p.state = 'live'`.execute(db)
  await sql`comment on column read.progress.skipped is ${sql.lit(
    'Positions of events that it could not take in and that a person has let it leave out, in rebuilds too.',
  )}`.execute(db)
}
