import type { ClientBase } from 'pg'
import type { ColumnType, Projection, Row } from '../projection.ts'
import { COPY_ROWS_MIN, copyRows } from './copy-rows.ts'
import { type PageWrites, tableOf } from './fold-page.ts'
import { addRows, historyName, insertRows, putRows, removeRows, tableName } from './rows.ts'

const HISTORY_COLUMNS = {
  key: 'text',
  position: 'bigint',
  recorded_at: 'timestamptz',
  whole: 'boolean',
  patch: 'jsonb',
} as const satisfies Record<string, ColumnType>

/** Writes what a page has done to a view, in the caller's transaction, which also moves the checkpoint. */
export async function writePage(
  client: ClientBase,
  projection: Projection,
  generation: number,
  { removes, puts, fresh, adds, versions }: PageWrites,
): Promise<void> {
  for (const { table, where } of removes) await removeRows(client, table, generation, where)
  for (const [table, rows] of puts) await writeRows(client, projection, generation, table, rows, fresh.get(table))
  // Always in the same order: two shards never wait for each other in a circle.
  for (const [table, rows] of [...adds].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    await addRows(client, tableOf(projection, table), generation, [...rows.values()])
  if (versions.length === 0) return
  const history = tableName(historyName(projection), generation)
  const insert = versions.length < COPY_ROWS_MIN ? insertRows : copyRows
  await insert(client, history, HISTORY_COLUMNS, versions)
}

async function writeRows(
  client: ClientBase,
  projection: Projection,
  generation: number,
  name: string,
  rows: ReadonlyMap<string, Row>,
  fresh: ReadonlySet<string> | undefined,
): Promise<void> {
  if (rows.size === 0) return
  const table = tableOf(projection, name)
  if (fresh === undefined || fresh.size < COPY_ROWS_MIN) {
    return await putRows(client, table, generation, [...rows.values()])
  }
  const others = [...rows].filter(([key]) => !fresh.has(key)).map(([, row]) => row)
  const created = [...rows].filter(([key]) => fresh.has(key)).map(([, row]) => row)
  if (others.length > 0) await putRows(client, table, generation, others)
  if (created.length > 0) await copyRows(client, tableName(name, generation), table.columns, created)
}
