import type { ClientBase } from 'pg'
import type { Projection } from '../projection.ts'
import { type PageWrites, tableOf } from './fold-page.ts'
import { addRows, historyName, putRows, removeRows, tableName } from './rows.ts'

/** Writes what a page has done to a view, in the caller's transaction, which also moves the checkpoint. */
export async function writePage(
  client: ClientBase,
  projection: Projection,
  generation: number,
  { removes, puts, adds, versions }: PageWrites,
): Promise<void> {
  for (const { table, where } of removes) await removeRows(client, table, generation, where)
  for (const [table, rows] of puts) {
    if (rows.size > 0) await putRows(client, tableOf(projection, table), generation, [...rows.values()])
  }
  for (const [table, rows] of adds) await addRows(client, tableOf(projection, table), generation, [...rows.values()])
  if (projection.history && versions.length > 0) {
    const into = tableName(historyName(projection), generation)
    await client.query({
      name: `views-history-${projection.name}-${generation}`,
      text: `insert into ${into} (key, position, recorded_at, row)
             select key, position, recorded_at, row from json_populate_recordset(null::${into}, $1::json)`,
      values: [JSON.stringify(versions.map(({ key, position, at, row }) => ({ key, position, recorded_at: at, row })))],
    })
  }
}
