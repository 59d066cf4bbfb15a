import { type Database, listArchivedBodies } from '@dateline/database'
import { readBodyArchive } from './body-archive.ts'
import { InvalidEventError } from './log-errors.ts'
import { listPartitions, type Partition } from './partitions.ts'
import { replacePartition, replacingAlone } from './replace-partition.ts'
import { createTreeReader } from './tree-reader.ts'

/**
 * Brings the bodies of a partition back from its file: all of them, or none where the file is not the one that was made of them.
 * Must run as the owner of the tables.
 *
 * @throws {InvalidEventError} naming what is wrong with the file.
 */
export function attachBodies(database: Database, path: string): Promise<Partition> {
  return replacingAlone(database, async (client) => {
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

    await replacePartition(client, partition, {
      path,
      hasBodies: true,
      async record() {
        await client.query('delete from log.archived_bodies where first_position = $1', [firstPosition])
      },
    })
    return { ...partition, state: 'whole', file: null }
  })
}
