import { DatabaseError } from './database-error.ts'
import type { Database } from './open-database.ts'

export type ArchivedBodies = {
  readonly firstPosition: number
  readonly lastPosition: number
  readonly bodies: number
  /** Name of the file, without its folder. */
  readonly file: string
  readonly fileSha256: Buffer
}

type Connected = { readonly pool: Pick<Database['pool'], 'query'> }

/** Stretches of the log whose bodies were taken out into files, in order. */
export async function listArchivedBodies({ pool }: Connected): Promise<ArchivedBodies[]> {
  const { rows } = await pool.query<ArchivedBodies>(
    `select first_position as "firstPosition", last_position as "lastPosition", bodies, file, file_sha256 as "fileSha256"
       from log.archived_bodies order by first_position`,
  )
  return rows
}

/**
 * For whoever is about to read bodies from there: without them events would look as if they had been erased.
 *
 * @param positions that are of interest; left out: all.
 * @throws {DatabaseError} BODIES_ARCHIVED naming the file to attach.
 */
export async function assertBodiesPresent(database: Connected, positions?: readonly number[]): Promise<void> {
  const archived = await listArchivedBodies(database)
  const missing = archived.find(
    ({ firstPosition, lastPosition }) =>
      positions?.some((position) => position >= firstPosition && position <= lastPosition) ?? true,
  )
  if (missing === undefined) return
  const { firstPosition, lastPosition, file } = missing
  throw new DatabaseError(
    'BODIES_ARCHIVED',
    `The bodies of events ${firstPosition} to ${lastPosition} are archived: bring them back first with "dateline log attach ${file}".`,
  )
}
