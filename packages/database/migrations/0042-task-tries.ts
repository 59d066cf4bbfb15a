import { type Kysely, sql } from 'kysely'

/** How often a task was really tried, and how often it took its worker with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table work.task
      add tries  integer not null default 0, -- attempts of all rounds, those of the queue included
      add starts integer not null default 0  -- begun alone, after its workers had ended under it, and not answered yet
  `.execute(db)
}
