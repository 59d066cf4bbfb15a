import { type Database, listArchivedBodies } from '@dateline/database'
import { sql } from 'kysely'
import { readBodyArchive } from './body-archive.ts'
import { InvalidEventError } from './log-errors.ts'
import { listPartitions, type Partition } from './partitions.ts'
import { createTreeReader } from './tree-reader.ts'

const PAGE_BODIES = 500

/**
 * Brings the bodies of a partition back from its file: all of them, or none where the file is not the one that was made of them.
 * Must run as the owner of the tables.
 *
 * @throws {InvalidEventError} naming what is wrong with the file.
 */
export async function attachBodies(database: Database, path: string): Promise<Partition> {
  const { firstPosition, lastPosition, root, sha256 } = await readBodyArchive(path)
  const refuse = (because: string) => new InvalidEventError(`Archive ${path}`, because)
  const archived = await listArchivedBodies(database)
  const record = archived.find((each) => each.firstPosition === firstPosition && each.lastPosition === lastPosition)
  const partition = (await listPartitions(database)).find((each) => each.firstPosition === firstPosition)
  if (record === undefined || partition === undefined) {
    throw refuse(`the bodies of events ${firstPosition} to ${lastPosition} are not archived`)
  }
  if (!record.fileSha256.equals(sha256)) throw refuse('it is not the file that was written')
  const own = await createTreeReader(database)(firstPosition - 1, lastPosition)
  if (own.toString('hex') !== root) throw refuse('it is of another log')

  const name = `log.body_p${String(partition.number).padStart(5, '0')}`
  const table = sql.table(name)
  await database.db.transaction().execute(async (db) => {
    await sql`create table ${table} (like log.body including all)`.execute(db)
    let page: { position: number; salt: Buffer; data: string }[] = []
    const insert = async () => {
      if (page.length === 0) return
      await sql`
        insert into ${table} (position, salt, data)
        select unnest(${page.map(({ position }) => position)}::bigint[]), unnest(${page.map(({ salt }) => salt)}::bytea[]),
               unnest(${page.map(({ data }) => data)}::text[])`.execute(db)
      page = []
    }
    await readBodyArchive(path, async ({ position, salt, body }) => {
      if (body === null || salt === null) return
      page.push({ position, salt: Buffer.from(salt, 'hex'), data: body })
      if (page.length === PAGE_BODIES) await insert()
    })
    await insert()
    await sql`create trigger refuse_truncate before truncate on ${table}
      for each statement execute function log.refuse_change()`.execute(db)
    await sql`alter table log.body attach partition ${table}
      for values from (${sql.lit(firstPosition)}) to (${sql.lit(lastPosition + 1)})`.execute(db)
    await db.deleteFrom('log.archived_bodies').where('first_position', '=', firstPosition).execute()
  })
  return { ...partition, state: 'whole', file: null }
}
