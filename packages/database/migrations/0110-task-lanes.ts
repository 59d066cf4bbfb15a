import { type Kysely, sql } from 'kysely'

/**
 * No more tasks are in their queue than it may hold, and of one host no more than its share; the others wait here. So
 * claims go from host to host, and count what each has in its queue.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A number, so that a claim can begin anywhere; two hosts that share one by chance share their turns.
  await sql`
    alter table work.task add lane integer not null
      generated always as (coalesce(hashtext(data->>'host'), 0)) stored -- of the host the job asks; 0: it asks none
  `.execute(db)
  await sql`create index task_waiting on work.task (queue, lane, due_at) where added_at is null`.execute(db)
  await sql`create index task_due on work.task (queue, due_at) where added_at is null`.execute(db)
  await sql`create index task_in_queue on work.task (queue, lane) where added_at is not null`.execute(db)
  await sql`drop index work.task_unclaimed, work.task_claimed`.execute(db)
}
