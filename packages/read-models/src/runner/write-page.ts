import type { ClientBase } from 'pg'
import { COPY_ROWS_MIN, encodeRows, sendRows } from './copy-rows.ts'
import { type PageWrites, tableOf } from './fold-page.ts'
import type { Lane } from './lane.ts'
import { addRows, deleteRows, historyName, insertRows, putRows, removeRows, tableName, type Write } from './rows.ts'

/** What must be done for a page, in this order and in the transaction that also moves the checkpoint. */
export type PlannedWrites = {
  readonly writes: readonly Write[]
  /** Some of it is by COPY, which cannot be sent together with anything else. */
  readonly copies: boolean
}

/**
 * @param isFilling nobody reads the generation yet. There is no index on its history, so what it must forget is written down;
 *   and many rows that have changed are deleted and copied in anew, at half the cost of writing over them.
 */
export function planWrites(
  { projection, generation }: Pick<Lane, 'projection' | 'generation'>,
  { removes, puts, fresh, adds, history }: PageWrites,
  isFilling = false,
): PlannedWrites {
  const writes: Write[] = removes.map(({ table, where, position }) => {
    if (!isFilling || table !== historyName(projection)) return (client) => removeRows(client, table, generation, where)
    return (client) => rememberToForget(client, tableName(table, generation), String(where.key), position)
  })
  let copies = false
  for (const [name, rows] of puts) {
    const table = tableOf(projection, name)
    const isNew = (key: string) => fresh.get(name)?.has(key) === true
    const changed = [...rows].filter(([key]) => !isNew(key)).map(([, row]) => row)
    const created = [...rows].filter(([key]) => isNew(key)).map(([, row]) => row)
    const into = tableName(name, generation)
    if (isFilling && changed.length >= COPY_ROWS_MIN && table.primaryKey.length === 1) {
      const keys = changed.map((row) => row[table.primaryKey[0]!])
      created.push(...changed)
      writes.push((client) => deleteRows(client, table, generation, keys))
    } else if (changed.length > 0) {
      writes.push((client) => putRows(client, table, generation, changed))
    }
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
  const versions = history.plan(tableName(historyName(projection), generation))
  if (versions !== null) {
    writes.push(versions.write)
    copies ||= versions.copies
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
