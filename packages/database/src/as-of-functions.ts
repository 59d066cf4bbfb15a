import { type Kysely, sql } from 'kysely'

/** A view of schema read whose rows can be read as they stood; its history is `read.<name>_version`. */
export type AsOfModel = {
  readonly name: string
  /** Column of the id, and what else never changes: a condition on these is a condition on the table. */
  readonly id: string
  readonly fixed: readonly string[]
  /** Column that holds the position from which a row exists. */
  readonly since: string
  /** How the comments call its rows. */
  readonly what: string
  /** Columns that are not kept in the history, as SQL over the row `r` as it stood, the row `c` of now, and `as_of`. */
  readonly computed: Readonly<Record<string, string>>
}

/**
 * Makes `read.<name>_at_position` and `read.<name>_as_of` for the columns that the view has now, or makes them anew. For
 * migrations: whoever gives a view another column calls this again.
 */
export async function defineAsOfFunctions(db: Kysely<unknown>, model: AsOfModel): Promise<void> {
  const { name, id, since, what } = model
  const view = sql.table(`read.${name}`)
  const versions = sql.table(`read.${name}_version`)
  const atPosition = sql.table(`read.${name}_at_position`)
  const asOf = sql.table(`read.${name}_as_of`)
  await sql`
    create or replace function ${atPosition}(as_of bigint) returns setof ${view}
    language sql stable parallel safe
    begin atomic
      select ${sql.raw(await selectList(db, model))}
        from ${view} c
       cross join lateral (
         select views.merge(h.patch order by h.position) as row, max(h.position) as last_position,
                max(h.recorded_at) as updated_at
           from ${versions} h
          where h.${sql.ref(id)} = c.${sql.ref(id)} and h.position <= as_of and h.position >= (
            select w.position from ${versions} w
             where w.${sql.ref(id)} = c.${sql.ref(id)} and w.position <= as_of and w.whole
             order by w.position desc limit 1)
       ) m
       cross join lateral jsonb_populate_record(null::${view}, m.row) r
       where c.${sql.ref(since)} <= as_of;
    end`.execute(db)
  await sql`comment on function ${atPosition} is ${sql.lit(
    `${what} as they stood when the log had reached a position. Name the id where you can.`,
  )}`.execute(db)
  await sql`
    create or replace function ${asOf}(as_of timestamptz) returns setof ${view}
    language sql stable parallel safe
    begin atomic
      with at as materialized (select read.position_at(as_of) as position)
      select v.* from at, lateral ${atPosition}(at.position) v;
    end`.execute(db)
  await sql`comment on function ${asOf} is ${sql.lit(
    `${what} as the log knew them at a time: the clock of the record. For the clock of the world, add a condition on the times that pages state.`,
  )}`.execute(db)
}

/** No patch names these, which stand beside it. */
const OF_LAST_VERSION: readonly string[] = ['updated_at', 'last_position']

async function selectList(db: Kysely<unknown>, { name, fixed, computed }: AsOfModel): Promise<string> {
  const { rows } = await sql<{ column: string }>`
    select attname as column from pg_attribute
     where attrelid = ${`read.${name}`}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(db)
  const list = rows.map(({ column }) => {
    if (fixed.includes(column)) return `c.${column}`
    if (OF_LAST_VERSION.includes(column)) return `m.${column}`
    return computed[column] === undefined ? `r.${column}` : `${computed[column]} as ${column}`
  })
  return list.join(', ')
}
