import { type Kysely, sql } from 'kysely'
import { type AsOfModel, defineAsOfFunctions } from '../src/as-of-functions.ts'
import { MODELS } from './0013-as-of.ts'

/** [column, type, what read.source says of it] */
const COLUMNS = [
  ['folders', 'jsonb', 'Where it stands in lists of sources, outermost folder first.'],
  ['limits', 'jsonb', 'What it may cost: {fetchesPerDayMax, fetchesInFlightMax}; null: no limits.'],
  ['managed_by', 'text', 'Set of the sources file that says how it is to be; null: none, it was registered by hand.'],
  [
    'silent_since',
    'timestamptz',
    'Time of its last news, if it has listed nothing new for longer than its history explains.',
  ],
  ['silent_detail', 'text', 'How long it is silent, and what is usual for it.'],
  ['listings', 'jsonb', 'Feeds, sitemaps and sections found on a site: [{url, kind, title, basis}].'],
  [
    'health',
    'text',
    'healthy, failing (polls do not succeed), silent (nothing new for too long) or paused (by a person).',
  ],
  ['health_since', 'timestamptz', 'Since when it is so.'],
  ['health_reason', 'text', 'Why it is so, as a code or in words; null: healthy.'],
] as const

const BEFORE = MODELS.find(({ name }) => name === 'source')!
export const SOURCE: AsOfModel = {
  ...BEFORE,
  computed: {
    ...BEFORE.computed,
    folders: `coalesce(r.folders, '[]'::jsonb)`,
    listings: `coalesce(r.listings, '[]'::jsonb)`,
    health: `coalesce(r.health, 'healthy')`,
  },
}

/** Sources have a state of health, with since and why, and show what they are set to and what was found on them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
     where relnamespace = 'views'::regnamespace and relkind = 'r' and relname ~ '^source_g[0-9]+$'`.execute(db)
  const added = COLUMNS.map(([name, type]) => `add ${name} ${type}`).join(', ')
  for (const { name } of tables) {
    await sql`alter table ${sql.table(`views.${name}`)} ${sql.raw(added)}`.execute(db)
  }
  const { rows: live } = await sql<{ generation: number }>`
    select generation from views.projection where name = 'source' and state = 'live' and shard = 0`.execute(db)
  const serving = sql.table(`views.source_g${live[0]?.generation ?? 1}`)
  await sql`create or replace view views.source as select * from ${serving}`.execute(db)
  await readSource(db)
  await defineAsOfFunctions(db, SOURCE)
}

/** A view can only grow at its end: its columns as they are, then the new ones. */
async function readSource(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_viewdef('read.source'::regclass) as definition`.execute(db)
  const definition = rows[0]!.definition
  const from = definition.search(/\n\s+FROM /i)
  const list = COLUMNS.map(([name]) => {
    if (name === 'folders') return `coalesce(s.folders, '[]'::jsonb) as folders`
    if (name === 'listings') return `coalesce(s.listings, '[]'::jsonb) as listings`
    // Rows of before this release, until the view has been made again.
    return name === 'health' ? `coalesce(s.health, 'healthy') as health` : `s.${name}`
  }).join(', ')
  await sql`create or replace view read.source as ${sql.raw(
    `${definition.slice(0, from)}, ${list} ${definition.slice(from)}`,
  )}`.execute(db)
  for (const [name, , comment] of COLUMNS) {
    await sql`comment on column ${sql.ref(`read.source.${name}`)} is ${sql.lit(comment)}`.execute(db)
  }
}
