import type { ClientBase } from 'pg'
import { moveCheckpoints } from './checkpoints.ts'
import { COPY_ROWS_MIN, encodeRows, sendRows } from './copy-rows.ts'
import { type PageWrites, tableOf } from './fold-page.ts'
import type { Lane } from './lane.ts'
import { addRows, deleteRows, historyName, insertRows, putRows, removeRows, tableName, type Write } from './rows.ts'
import { type Statement, transact } from './transact.ts'

/**
 * What must be done for a page, in this order and in the transaction that also moves the checkpoint.
 *
 * @param isFilling nobody reads the generation yet. There is no index on its history, so what it must forget is written down;
 *   and many rows that have changed are deleted and copied in anew, at half the cost of writing over them.
 */
export function planWrites(
  { projection, generation }: Pick<Lane, 'projection' | 'generation'>,
  { removes, puts, fresh, adds, history }: PageWrites,
  isFilling = false,
): Write[] {
  const writes: Write[] = removes.map(({ table, where, position }) => {
    if (!isFilling || table !== historyName(projection)) return removeRows(table, generation, where)
    return rememberToForget(tableName(table, generation), String(where.key), position)
  })
  for (const [name, rows] of puts) {
    const table = tableOf(projection, name)
    const isNew = (key: string) => fresh.get(name)?.has(key) === true
    const changed = [...rows].filter(([key]) => !isNew(key)).map(([, row]) => row)
    const created = [...rows].filter(([key]) => isNew(key)).map(([, row]) => row)
    if (isFilling && changed.length >= COPY_ROWS_MIN && table.primaryKey.length === 1) {
      const keys = changed.map((row) => row[table.primaryKey[0]!])
      created.push(...changed)
      writes.push(deleteRows(table, generation, keys))
    } else if (changed.length > 0) {
      writes.push(putRows(table, generation, changed))
    }
    const encode = created.length < COPY_ROWS_MIN ? insertRows : encodeRows
    if (created.length > 0) writes.push(encode(tableName(name, generation), table.columns, created))
  }
  // Always in the same order: two shards never wait for each other in a circle.
  for (const [name, rows] of [...adds].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    writes.push(...addRows(tableOf(projection, name), generation, [...rows.values()]))
  }
  const versions = history.plan(tableName(historyName(projection), generation))
  return versions === null ? writes : [...writes, versions]
}

/** One transaction, of which nothing stays where the checkpoints are not where the lanes are. */
export async function commitPage(
  client: ClientBase,
  lanes: readonly Lane[],
  writes: readonly Write[],
  end: number,
): Promise<void> {
  const all = [moveCheckpoints(lanes, end), ...writes]
  if (all.every((write) => 'text' in write)) return await transact(client, all)
  await client.query('begin')
  for (const write of all)
    await ('text' in write ? client.query({ ...write, values: [...write.values] }) : sendRows(client, write))
  await client.query('commit')
}

/** See views.finish_history. */
function rememberToForget(table: string, key: string, position: number): Statement {
  return {
    name: 'views-forget',
    text: 'insert into views.forgotten (history, key, position) values ($1, $2, $3)',
    values: [table, key, String(position)],
  }
}
