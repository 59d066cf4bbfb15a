import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Database } from '@dateline/database'
import type { ClientBase } from 'pg'
import { writeBodyArchive } from './body-archive.ts'
import { InvalidEventError } from './log-errors.ts'
import { listPartitions, type Partition } from './partitions.ts'
import { type HashedEvent, readHashed } from './proofs.ts'
import { replacePartition, replacingAlone } from './replace-partition.ts'
import { latestSignedHead } from './seal.ts'
import { createTreeReader } from './tree-reader.ts'

export type Detached = Partition & { readonly path: string; readonly bodies: number }

const PAGE_EVENTS = 1_000

/**
 * Takes the bodies of a whole partition out of the database into a file, from which everything in it can be proved. The file is
 * read back and checked before anything is dropped. Headers and leaves stay. Must run as the owner of the tables.
 *
 * @param folder which must be there.
 * @throws {InvalidEventError} the partition is not whole, not sealed, or archived already; or it changed meanwhile.
 */
export function detachBodies(
  database: Database,
  number: number,
  folder: string,
  onProgress: (events: number) => void = () => {},
): Promise<Detached> {
  return replacingAlone(database, async (client) => {
    const partition = await assertDetachable(database, number)
    const { firstPosition, lastPosition } = partition
    const root = (await createTreeReader(database)(firstPosition - 1, lastPosition)).toString('hex')
    // Of another log in the same folder, another name.
    const path = join(folder, `dateline-bodies-${String(number).padStart(5, '0')}-${root.slice(0, 8)}.ndjson.gz`)
    const head = { format: 'dateline-bodies/1', firstPosition, lastPosition, root } as const
    const erased = await countErased(database.pool, partition)
    await writeBodyArchive(path, head, readPartition(database, partition, onProgress))
    try {
      const { bodies } = await replacePartition(client, partition, {
        path,
        hasBodies: false,
        async record(written) {
          if ((await countErased(client, partition)) !== erased) {
            throw new InvalidEventError(`Partition ${number}`, 'a body was erased from it meanwhile: run it again')
          }
          await client.query(
            `insert into log.archived_bodies (first_position, last_position, bodies, file, file_sha256)
             values ($1, $2, $3, $4, $5)`,
            [firstPosition, lastPosition, written.bodies, basename(path), written.sha256],
          )
        },
      })
      return { ...partition, path, bodies }
    } catch (error) {
      // Where the connection broke, the bodies may have been dropped: then this is the only place where they are.
      if (error instanceof InvalidEventError) await rm(path)
      throw error
    }
  })
}

async function countErased(client: Pick<ClientBase, 'query'>, partition: Partition): Promise<number> {
  const { rows } = await client.query<{ erased: number }>(
    'select count(*) as erased from log.erasure where position between $1 and $2',
    [partition.firstPosition, partition.lastPosition],
  )
  return rows[0]!.erased
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
