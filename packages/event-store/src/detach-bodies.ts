import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@dateline/database'
import { sql } from 'kysely'
import { readBodyArchive, type WrittenArchive, writeBodyArchive } from './body-archive.ts'
import { InvalidEventError } from './log-errors.ts'
import { listPartitions, type Partition } from './partitions.ts'
import { type HashedEvent, readHashed } from './proofs.ts'
import { latestSignedHead } from './seal.ts'
import { createTreeReader } from './tree-reader.ts'

export type Detached = Partition & { readonly path: string; readonly bodies: number }

const PAGE_EVENTS = 1_000
/** Whoever waits for the lock makes all appends and readers wait behind it: better to let go and try again. */
const LOCK_TIMEOUT_MS = 2_000
const LOCK_ATTEMPTS_MAX = 30
const LOCK_PAUSE_MS = 1_000
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Takes the bodies of a whole partition out of the database into a file, from which everything in it can be proved. The file is
 * read back and checked before anything is dropped. Headers and leaves stay. Must run as the owner of the tables.
 *
 * @param folder which must be there.
 * @throws {InvalidEventError} the partition is not whole, not sealed, or archived already; or it changed meanwhile.
 */
export async function detachBodies(
  database: Database,
  number: number,
  folder: string,
  onProgress: (events: number) => void = () => {},
): Promise<Detached> {
  const partition = await assertDetachable(database, number)
  const { firstPosition, lastPosition } = partition
  const path = join(folder, `dateline-bodies-${String(number).padStart(5, '0')}.ndjson.gz`)
  const root = await createTreeReader(database)(firstPosition - 1, lastPosition)
  const head = { format: 'dateline-bodies/1', firstPosition, lastPosition, root: root.toString('hex') } as const
  await writeBodyArchive(path, head, readPartition(database, partition, onProgress))
  const written = await readBodyArchive(path)
  for (let attempt = 1; ; attempt++) {
    try {
      await drop(database, partition, basename(path), written)
      return { ...partition, path, bodies: written.bodies }
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || attempt === LOCK_ATTEMPTS_MAX) {
        await rm(path)
        throw error
      }
      await sleep(LOCK_PAUSE_MS)
    }
  }
}

async function assertDetachable(database: Database, number: number): Promise<Partition> {
  const partition = (await listPartitions(database)).find((each) => each.number === number)
  const refuse = (because: string) => new InvalidEventError(`Partition ${number}`, because)
  if (partition === undefined) throw refuse('there is none of that number: see "dateline log partitions"')
  const { state, lastPosition, file } = partition
  if (state === 'archived') throw refuse(`its bodies are archived in ${file}`)
  if (state !== 'whole') throw refuse(`it is not full: the log has not reached position ${lastPosition}`)
  const sealed = (await latestSignedHead(database))?.size ?? 0
  if (sealed < lastPosition) throw refuse(`the log is sealed to position ${sealed} only: try again in some seconds`)
  return partition
}

async function* readPartition(
  database: Database,
  { firstPosition, lastPosition }: Partition,
  onProgress: (events: number) => void,
): AsyncGenerator<HashedEvent> {
  for (let after = firstPosition - 1; after < lastPosition; after += PAGE_EVENTS) {
    yield* await readHashed(database, after, Math.min(PAGE_EVENTS, lastPosition - after))
    onProgress(Math.min(after + PAGE_EVENTS, lastPosition) - firstPosition + 1)
  }
}

async function drop(database: Database, partition: Partition, file: string, written: WrittenArchive): Promise<void> {
  const table = sql.table(`log.body_p${String(partition.number).padStart(5, '0')}`)
  await database.db.transaction().execute(async (db) => {
    await sql`set local lock_timeout = ${sql.lit(LOCK_TIMEOUT_MS)}`.execute(db)
    await sql`lock table ${table} in exclusive mode`.execute(db)
    const { rows } = await sql<{ bodies: number }>`select count(*) as bodies from ${table}`.execute(db)
    if (rows[0]!.bodies !== written.bodies) {
      throw new InvalidEventError(`Partition ${partition.number}`, 'a body was erased from it meanwhile: run it again')
    }
    await db
      .insertInto('log.archived_bodies')
      .values({
        first_position: partition.firstPosition,
        last_position: partition.lastPosition,
        bodies: written.bodies,
        file,
        file_sha256: written.sha256,
      })
      .execute()
    await sql`drop table ${table}`.execute(db)
  })
}
