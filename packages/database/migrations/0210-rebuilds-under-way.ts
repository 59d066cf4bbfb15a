import { type Kysely, sql } from 'kysely'

/** A rebuild that has stopped at an event waits for a person, as a live view does: it should be seen in the same place. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view read.progress as
    select p.name, p.generation, p.position, h.position as head_position, h.position - p.position as behind, p.error,
           p.error_position, p.updated_at, p.skipped, r.position as rebuild_position, r.error as rebuild_error,
           r.error_position as rebuild_error_position
      from views.projection p
     cross join log.head h
     cross join lateral (
       select min(b.position) as position, min(b.error_position) as error_position,
              (array_agg(b.error order by b.error_position))[1] as error
         from views.projection b where b.name = p.name and b.state = 'building') r
     where p.state = 'live'`.execute(db)
  for (const [column, comment] of [
    ['rebuild_position', 'Position of the last event that is in the generation that is being made; null: none is.'],
    ['rebuild_error', 'Why the rebuild has stopped; null: it has not.'],
    ['rebuild_error_position', 'Position of the event that the rebuild cannot take in.'],
  ]) {
    await sql`comment on column ${sql.ref(`read.progress.${column}`)} is ${sql.lit(comment)}`.execute(db)
  }
}
