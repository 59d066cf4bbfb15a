import type { ClientBase } from 'pg'
import type { ColumnType, Projection } from '../projection.ts'
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

/** One statement, or two that are sent at once. */
export type Write = (client: ClientBase) => Promise<void>

/** What must be done for a page, in this order and in the transaction that also moves the checkpoint. */
export type PlannedWrites = {
  readonly writes: readonly Write[]
  /** Some of it is by COPY, which cannot be sent together with anything else. */
  readonly copies: boolean
}

export function planWrites(
  projection: Projection,
  generation: number,
  { removes, puts, fresh, adds, versions }: PageWrites,
): PlannedWrites {
  const writes: Write[] = removes.map(
    ({ table, where }) =>
      (client) =>
        removeRows(client, table, generation, where),
  )
  let copies = false
  for (const [name, rows] of puts) {
    const table = tableOf(projection, name)
    const isCopied = (fresh.get(name)?.size ?? 0) >= COPY_ROWS_MIN
    const created = isCopied ? [...rows].filter(([key]) => fresh.get(name)!.has(key)).map(([, row]) => row) : []
    const others = isCopied ? [...rows].filter(([key]) => !fresh.get(name)!.has(key)) : [...rows]
    if (others.length > 0) {
      const put = others.map(([, row]) => row)
      writes.push((client) => putRows(client, table, generation, put))
    }
    if (created.length === 0) continue
    copies = true
    writes.push((client) => copyRows(client, tableName(name, generation), table.columns, created))
  }
  // Always in the same order: two shards never wait for each other in a circle.
  for (const [name, rows] of [...adds].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    writes.push((client) => addRows(client, tableOf(projection, name), generation, [...rows.values()]))
  }
  if (versions.length > 0) {
    const history = tableName(historyName(projection), generation)
    const insert = versions.length < COPY_ROWS_MIN ? insertRows : copyRows
    copies ||= insert === copyRows
    writes.push((client) => insert(client, history, HISTORY_COLUMNS, versions))
  }
  return { writes, copies }
}
