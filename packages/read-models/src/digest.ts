import type { Database } from '@dateline/database'
import type { PoolClient } from 'pg'
import type { Projection } from './projection.ts'
import { PROJECTIONS } from './projections.ts'
import { historyName, tableName, tableNames } from './runner/rows.ts'

/** sha256 over all rows of a view, and where it stands. Equal digests at equal positions: the same rows. */
export type ViewDigest = { readonly name: string; readonly position: number; readonly sha256: string }

/** Text of a row must not depend on the session's settings. */
const CANONICAL = `set local timezone = 'UTC'; set local datestyle = 'ISO'; set local extra_float_digits = 1`

/**
 * Digest of each live view over all its tables, rows in the order of their primary keys. All at one moment: a snapshot of the
 * whole database, which stops nobody.
 */
export async function digest(database: Database): Promise<ViewDigest[]> {
  return await withSnapshot(database, async (client) => {
    const digests: ViewDigest[] = []
    for (const projection of PROJECTIONS) {
      const { rows } = await client.query<{ generation: number; position: number }>(
        `select generation, min(position) as position from views.projection where state = 'live' and name = $1 group by 1`,
        [projection.name],
      )
      const { generation, position } = rows[0] ?? { generation: 1, position: 0 }
      const sha256 = await digestGeneration(client, projection, generation)
      digests.push({ name: projection.name, position, sha256 })
    }
    return digests
  })
}

/** Runs `read` on one snapshot of the whole database, in a session that gives rows the same text everywhere. */
export async function withSnapshot<Result>(
  { pool }: Database,
  read: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query(`begin isolation level repeatable read read only; ${CANONICAL}`)
    return await read(client)
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

export async function digestGeneration(
  client: PoolClient,
  projection: Projection,
  generation: number,
): Promise<string> {
  const parts = tableNames(projection).map((name) => {
    const key = name === historyName(projection) ? ['key', 'position'] : primaryKeyOf(projection, name)
    return `(select coalesce(string_agg(sha256(convert_to(t::text, 'UTF8')), '' order by ${key.join(', ')}), '')
               from ${tableName(name, generation)} t)`
  })
  const { rows } = await client.query<{ sha256: string }>(
    `select encode(sha256(${parts.join(' || ')}), 'hex') as sha256`,
  )
  return rows[0]!.sha256
}

function primaryKeyOf(projection: Projection, name: string): readonly string[] {
  const tables = [projection.table, ...(projection.derived ?? [])]
  return tables.find((table) => table.name === name)!.primaryKey
}
