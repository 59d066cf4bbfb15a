import type { Database } from '@dateline/database'
import type { PoolClient } from 'pg'
import type { Projection } from './projection.ts'
import { PROJECTIONS } from './projections.ts'
import { tableName, tableNames } from './runner/rows.ts'

/** sha256 over all rows of a view, and where it stands. Equal digests at equal positions: the same rows. */
export type ViewDigest = { readonly name: string; readonly position: number; readonly sha256: string }

/**
 * Digest of each live view over all its tables. All at one moment: a snapshot of the whole database, which stops nobody.
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

/** Runs `read` on one snapshot of the whole database. */
export async function withSnapshot<Result>(
  { pool }: Database,
  read: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await read(client)
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

/**
 * Of each table the hashes of its rows, which stand in their own order. A row is hashed as it would be sent: that depends on no
 * setting of the session, and takes half as long as its text. In up to 256 parts, since a value in Postgres ends at 1 GiB, which
 * the hashes of 33 million rows are.
 */
export async function digestGeneration(
  client: PoolClient,
  projection: Projection,
  generation: number,
): Promise<string> {
  // OFFSET 0: else the rows are sorted, and not their hashes.
  const tables = tableNames(projection).map(
    (name) => `(
      select sha256(coalesce(string_agg(part, '' order by first_byte), ''))
        from (select get_byte(sha, 0) as first_byte, sha256(string_agg(sha, '' order by sha)) as part
                from (select sha256(record_send(t)) as sha from ${tableName(name, generation)} t offset 0) hashed
               group by 1) parts)`,
  )
  const { rows } = await client.query<{ sha256: string }>(
    `select encode(sha256(${tables.join(' || ')}), 'hex') as sha256`,
  )
  return rows[0]!.sha256
}
