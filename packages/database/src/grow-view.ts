import { type Kysely, sql } from 'kysely'

export type NewColumn = {
  readonly name: string
  /** With collation where it has one. */
  readonly type: string
  /** What people who read `read.<view>` are told of it. */
  readonly comment: string
  /** What `read.<view>` shows of the row; default: the column. Rows that the release before has folded hold null. */
  readonly shown?: string
}

/** Where the definition of a view, as the server prints it, comes to its own tables. */
const FROM = /\n {1,3}FROM /g

/**
 * Gives a view more columns: every generation of its table that is there, `views.<name>`, and `read.<name>`, all at their end,
 * since a view can grow nowhere else. The fold of the release before goes on without them. For migrations; if the view can be
 * read as of a moment, `defineAsOfFunctions` comes next.
 *
 * @param alias of the table in the definition of `read.<name>`.
 */
export async function growView(
  db: Kysely<unknown>,
  name: string,
  alias: string,
  columns: readonly NewColumn[],
): Promise<void> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
     where relnamespace = 'views'::regnamespace and relkind = 'r' and relname ~ ${`^${name}_g[0-9]+$`}`.execute(db)
  const added = sql.raw(columns.map((column) => `add ${column.name} ${column.type}`).join(', '))
  for (const table of tables) await sql`alter table ${sql.table(`views.${table.name}`)} ${added}`.execute(db)
  const { rows: live } = await sql<{ generation: number }>`
    select generation from views.projection where name = ${name} and state = 'live' and shard = 0`.execute(db)
  const serving = sql.table(`views.${name}_g${live[0]?.generation ?? 1}`)
  await sql`create or replace view ${sql.table(`views.${name}`)} as select * from ${serving}`.execute(db)

  const { rows } = await sql<{ definition: string }>`
    select pg_get_viewdef(${`read.${name}`}::regclass) as definition`.execute(db)
  const { definition } = rows[0]!
  const [from, ...others] = definition.matchAll(FROM)
  if (from === undefined || others.length > 0) throw new Error(`read.${name} is not one plain select: ${definition}`)
  const list = columns.map((column) => `${column.shown ?? `${alias}.${column.name}`} as ${column.name}`).join(', ')
  const grown = `${definition.slice(0, from.index)}, ${list} ${definition.slice(from.index)}`
  await sql`create or replace view ${sql.table(`read.${name}`)} as ${sql.raw(grown)}`.execute(db)
  for (const column of columns) {
    const place = sql.ref(`read.${name}.${column.name}`)
    await sql`comment on column ${place} is ${sql.lit(column.comment)}`.execute(db)
  }
}
