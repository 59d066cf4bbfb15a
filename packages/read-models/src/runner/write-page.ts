import type { ClientBase } from 'pg'
import type { ColumnType } from '../projection.ts'
import { COPY_ROWS_MIN, encodeRows, sendRows } from './copy-rows.ts'
import { type PageWrites, tableOf } from './fold-page.ts'
import type { Lane } from './lane.ts'
import { addRows, historyName, insertRows, putRows, removeRows, tableName } from './rows.ts'

const HISTORY_COLUMNS = {
  key: 'text',
  position: 'bigint',
  recorded_at: 'timestamptz',
  whole: 'boolean',
  patch: 'text',
} as const satisfies Record<string, ColumnType>

/** One statement, or two that are sent at once. */
export type Write = (client: ClientBase) => Promise<void>

/** What must be done for a page, in this order and in the transaction that also moves the checkpoint. */
export type PlannedWrites = {
  readonly writes: readonly Write[]
  /** Some of it is by COPY, which cannot be sent together with anything else. */
  readonly copies: boolean
}

/** @param forgetLater there is no index on the history yet: what it must forget is written down. */
export function planWrites(
  { projection, generation }: Pick<Lane, 'projection' | 'generation'>,
  { removes, puts, fresh, adds, versions }: PageWrites,
  forgetLater = false,
): PlannedWrites {
  const writes: Write[] = removes.map(({ table, where, position }) => {
    if (!forgetLater || table !== historyName(projection))
      return (client) => removeRows(client, table, generation, where)
    return (client) => rememberToForget(client, tableName(table, generation), String(where.key), position)
  })
  let copies = false
  for (const [name, rows] of puts) {
    const table = tableOf(projection, name)
    const isNew = (key: string) => fresh.get(name)?.has(key) === true
    const changed = [...rows].filter(([key]) => !isNew(key)).map(([, row]) => row)
    const created = [...rows].filter(([key]) => isNew(key)).map(([, row]) => row)
    const into = tableName(name, generation)
    if (changed.length > 0) writes.push((client) => putRows(client, table, generation, changed))
    if (created.length >= COPY_ROWS_MIN) {
      copies = true
      const copied = encodeRows(into, table.columns, created)
      writes.push((client) => sendRows(client, copied))
    } else if (created.length > 0) {
      writes.push((client) => insertRows(client, into, table.columns, created))
    }
  }
  // Always in the same order: two shards never wait for each other in a circle.
  for (const [name, rows] of [...adds].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    writes.push((client) => addRows(client, tableOf(projection, name), generation, [...rows.values()]))
  }
  if (versions.length > 0) {
    const history = tableName(historyName(projection), generation)
    if (versions.length < COPY_ROWS_MIN) {
      writes.push((client) => insertRows(client, history, HISTORY_COLUMNS, versions))
    } else {
      copies = true
      const copied = encodeRows(history, HISTORY_COLUMNS, versions)
      writes.push((client) => sendRows(client, copied))
    }
  }
  return { writes, copies }
}

/** See views.finish_history. */
async function rememberToForget(client: ClientBase, table: string, key: string, position: number): Promise<void> {
  await client.query({
    name: 'views-forget',
    text: 'insert into views.forgotten (history, key, position) values ($1, $2, $3)',
    values: [table, key, position],
  })
}
