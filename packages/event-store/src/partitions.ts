import { type Database, listArchivedBodies } from '@dateline/database'
import { sql } from 'kysely'

/** A stretch of the log that is kept together on disk. */
export type Partition = {
  readonly number: number
  readonly firstPosition: number
  readonly lastPosition: number
  /** On disk, with indexes and all that was put out of line. */
  readonly bytes: number
  /** ahead: not begun; filling: the newest; whole: may be archived; archived: its bodies are in `file`. */
  readonly state: 'ahead' | 'filling' | 'whole' | 'archived'
  readonly file: string | null
}

/** All partitions by position, from how Postgres itself says they are bounded. */
export async function listPartitions(database: Database): Promise<Partition[]> {
  const { db } = database
  const { rows } = await sql<{ name: string; bounds: string; bytes: number }>`
    select c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bounds, pg_total_relation_size(c.oid) as bytes
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'log.event'::regclass order by c.relname`.execute(db)
  const { position: head } = await db.selectFrom('log.head').select('position').executeTakeFirstOrThrow()
  const archived = new Map((await listArchivedBodies(database)).map(({ firstPosition, file }) => [firstPosition, file]))
  return rows.map(({ name, bounds, bytes }) => {
    const [firstPosition, end] = [...bounds.matchAll(/\('(\d+)'\)/g)].map(([, bound]) => Number(bound)) as [
      number,
      number,
    ]
    const file = archived.get(firstPosition) ?? null
    const begun = head < firstPosition ? 'ahead' : head < end - 1 ? 'filling' : 'whole'
    return {
      number: Number(name.slice(name.lastIndexOf('p') + 1)),
      firstPosition,
      lastPosition: end - 1,
      bytes,
      state: file === null ? begun : 'archived',
      file,
    }
  })
}
