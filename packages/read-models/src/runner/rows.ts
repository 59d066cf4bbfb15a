import type { ClientBase } from 'pg'
import { type ColumnType, emptyRow, type Projection, type Row, type Table } from '../projection.ts'
import type { CopiedRows } from './copy-rows.ts'
import { arrayLiteral, type Statement } from './transact.ts'

export type Write = Statement | CopiedRows

/** Name of a view's table in one generation, with its schema. */
export function tableName(table: string, generation: number): string {
  return `views.${table}_g${generation}`
}

export function historyName(projection: Projection): string {
  return `${projection.table.name}_history`
}

/** Every table a generation of the view consists of. */
export function tableNames(projection: Projection): string[] {
  const names = [projection.table, ...(projection.derived ?? [])].map(({ name }) => name)
  return projection.history ? [...names, historyName(projection)] : names
}

/**
 * Rows of the keys as they stand now; of several with one key, the last by primary key.
 *
 * @returns an entry for every key: null where there is no row.
 */
export async function loadStates(
  client: Pick<ClientBase, 'query'>,
  projection: Projection,
  generation: number,
  keys: readonly string[],
): Promise<Map<string, Row | null>> {
  const states = new Map<string, Row | null>(keys.map((key) => [key, null]))
  if (keys.length === 0) return states
  const { key, table } = projection
  const newestFirst = table.primaryKey.map((column) => (column === key ? column : `${column} desc`)).join(', ')
  const { rows } = await client.query<Record<string, unknown>>({
    name: `views-load-${table.name}-${generation}`,
    text: `select distinct on (${key}) * from ${tableName(table.name, generation)} where ${key} = any($1) order by ${newestFirst}`,
    values: [keys],
  })
  const columns = Object.entries<ColumnType>(table.columns)
  for (const row of rows) states.set(String(row[key]), toRow(table, columns, row))
  return states
}

/** As a fold makes rows: instants are ISO strings. */
function toRow(table: Table, columns: readonly [string, ColumnType][], row: Record<string, unknown>): Row {
  const made: Record<string, unknown> = { ...emptyRow(table) }
  for (const [name, type] of columns) {
    const value = row[name]
    made[name] = type === 'timestamptz' && value instanceof Date ? value.toISOString() : value
  }
  return made
}

export function insertRows(
  into: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly Row[],
): Statement {
  const names = Object.keys(columns).join(', ')
  return {
    name: `views-insert-${into}`,
    text: `insert into ${into} (${names}) select ${names} from json_populate_recordset(null::${into}, $1::json)`,
    values: [JSON.stringify(rows)],
  }
}

/** Writes whole rows over those with the same primary key. */
export function putRows(table: Table, generation: number, rows: readonly Row[]): Statement {
  const names = Object.keys(table.columns)
  const rest = names.filter((name) => !table.primaryKey.includes(name))
  const into = tableName(table.name, generation)
  return {
    name: `views-put-${table.name}-${generation}`,
    text: `insert into ${into} (${names.join(', ')})
           select ${names.join(', ')} from json_populate_recordset(null::${into}, $1::json)
           on conflict (${table.primaryKey.join(', ')})
           do update set ${rest.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    values: [JSON.stringify(rows)],
  }
}

/** Moves counters, in the order of the primary key: two shards never wait for each other in a circle. Rows at 0 go. */
export function addRows(table: Table, generation: number, rows: readonly Row[]): Statement[] {
  const names = Object.keys(table.columns)
  const [key] = table.primaryKey
  const counters = names.filter((name) => !table.primaryKey.includes(name))
  const into = tableName(table.name, generation)
  const add = {
    name: `views-add-${table.name}-${generation}`,
    text: `insert into ${into} as t (${names.join(', ')})
           select ${names.join(', ')} from json_populate_recordset(null::${into}, $1::json) order by ${key}
           on conflict (${key}) do update set ${counters.map((name) => `${name} = t.${name} + excluded.${name}`).join(', ')}`,
    values: [JSON.stringify(rows)],
  }
  const trim = {
    name: `views-trim-${table.name}-${generation}`,
    text: `delete from ${into} where ${key} = any($1) and ${counters.map((name) => `${name} = 0`).join(' and ')}`,
    values: [arrayLiteral(rows.map((row) => row[key!]))],
  }
  return [add, trim]
}

/** Those with these primary keys, of a table whose primary key is one column. */
export function deleteRows(
  { name, primaryKey: [key] }: Table,
  generation: number,
  keys: readonly unknown[],
): Statement {
  return {
    name: `views-delete-${name}-${generation}`,
    text: `delete from ${tableName(name, generation)} where ${key} = any($1)`,
    values: [arrayLiteral(keys)],
  }
}

/** Those with these values. */
export function removeRows(table: string, generation: number, where: Row): Statement {
  const columns = Object.keys(where)
  const condition = columns.map((column, index) => `${column} = $${index + 1}`).join(' and ')
  return {
    name: `views-remove-${table}-${generation}-${columns.join('-')}`,
    text: `delete from ${tableName(table, generation)} where ${condition}`,
    values: columns.map((column) => String(where[column])),
  }
}
