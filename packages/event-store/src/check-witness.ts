import type { Database, Witness } from '@dateline/database'
import { LogShortenedError } from './log-errors.ts'
import { headPosition } from './read.ts'

/**
 * Whether the log still holds an event that was seen in it: an append-only log that was replaced by a shorter one does not, also
 * when it has grown again since.
 *
 * @param where the event is known from, for people.
 * @throws {LogShortenedError}
 */
export async function checkWitness({ db }: Pick<Database, 'db'>, witness: Witness, where: string): Promise<void> {
  const { position, leafSha256 } = witness
  const event = db.selectFrom('log.event').select('leaf_sha256').where('position', '=', position)
  const leaf = (await event.executeTakeFirst())?.leaf_sha256.toString('hex')
  if (leaf !== leafSha256) throw new LogShortenedError(position, await headPosition({ db }), where)
}

/** The newest event of the log, once it is on disk; null: the log is empty. */
export async function takeWitness({ db, pool }: Pick<Database, 'db' | 'pool'>): Promise<Witness | null> {
  const { rows } = await pool.query<{ position: number }>('select log.settle() as position')
  const { position } = rows[0]!
  const event = db.selectFrom('log.event').select('leaf_sha256').where('position', '=', position)
  const leaf = (await event.executeTakeFirst())?.leaf_sha256.toString('hex')
  return leaf === undefined ? null : { position, leafSha256: leaf }
}
