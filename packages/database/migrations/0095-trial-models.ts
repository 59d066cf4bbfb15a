import { type Kysely, sql } from 'kysely'

/** A trial of a model of topics that does not ship holds its file: it must go on the same after an interruption. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table work.trial add model_file bytea`.execute(db)
}
