import { type Kysely, sql } from 'kysely'

/**
 * A task that waits in its queue stays here until it is done, so after the import of a large archive a million rows are due
 * and claimed: looking for those that are not must not walk past them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index task_unclaimed on work.task (due_at) where added_at is null`.execute(db)
  await sql`create index task_claimed on work.task (added_at) where added_at is not null`.execute(db)
  await sql`drop index work.task_due`.execute(db)
}
