import type { Database } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import { projectionNamed } from './rebuild.ts'

/**
 * Lets a view that has stopped try its event again, after what was wrong has been put right.
 *
 * @throws {BadInputError} if it has not stopped.
 */
export async function retryView({ pool }: Database, name: string): Promise<void> {
  projectionNamed(name)
  const { rowCount } = await pool.query(
    `update views.projection set error = null, error_position = null where name = $1 and state = 'live' and error is not null`,
    [name],
  )
  if (rowCount === 0) throw new BadInputError(`View ${name} has not stopped.`)
}

/**
 * Lets a view that has stopped go on without the event it cannot take in. The view then lacks what the event says; the
 * position is kept, and later rebuilds leave the event out as well.
 *
 * @returns position of the event that is left out.
 * @throws {BadInputError} if it has not stopped.
 */
export async function skipEvent({ pool }: Database, name: string): Promise<number> {
  projectionNamed(name)
  const { rows } = await pool.query<{ skipped: number }>(
    `update views.projection p set error = null, error_position = null, skipped = p.skipped || p.error_position
       from views.projection old
      where p.name = $1 and p.state = 'live' and p.error is not null
        and (old.name, old.generation, old.shard) = (p.name, p.generation, p.shard)
     returning old.error_position as skipped`,
    [name],
  )
  const [row] = rows
  if (row === undefined) throw new BadInputError(`View ${name} has not stopped.`)
  return row.skipped
}
