import { type Kysely, sql } from 'kysely'
import { defineAsOfFunctions } from '../src/as-of-functions.ts'
import { SOURCE } from './0034-source-health.ts'

const COMMENT = 'Hosts of its articles whose pages give less than they used to: [{host, since, evidence}].'

/** A source shows which of its hosts have changed their layout: the alarms that go on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
     where relnamespace = 'views'::regnamespace and relkind = 'r' and relname ~ '^source_g[0-9]+$'`.execute(db)
  for (const { name } of tables) {
    await sql`alter table ${sql.table(`views.${name}`)} add layout_drifts jsonb`.execute(db)
  }
  const { rows: live } = await sql<{ generation: number }>`
    select generation from views.projection where name = 'source' and state = 'live' and shard = 0`.execute(db)
  const serving = sql.table(`views.source_g${live[0]?.generation ?? 1}`)
  await sql`create or replace view views.source as select * from ${serving}`.execute(db)
  await readSource(db)
  const computed = { ...SOURCE.computed, layout_drifts: `coalesce(r.layout_drifts, '[]'::jsonb)` }
  await defineAsOfFunctions(db, { ...SOURCE, computed })
}

/** A view can only grow at its end: its columns as they are, then the new one. */
async function readSource(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_viewdef('read.source'::regclass) as definition`.execute(db)
  const definition = rows[0]!.definition
  const from = definition.search(/\n\s+FROM /i)
  // Rows of before this release hold null, until the view has been made again.
  await sql`create or replace view read.source as ${sql.raw(
    `${definition.slice(0, from)}, coalesce(s.layout_drifts, '[]'::jsonb) as layout_drifts ${definition.slice(from)}`,
  )}`.execute(db)
  await sql`comment on column read.source.layout_drifts is ${sql.lit(COMMENT)}`.execute(db)
}
