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
 * @param event also where the view has not stopped: for an event that only a rebuild cannot take in.
 * @returns position of the event that is left out.
 * @throws {BadInputError} if it has not stopped, or if there is no such event.
 */
export async function skipEvent({ pool }: Database, name: string, event: number | null = null): Promise<number> {
  projectionNamed(name)
  if (event !== null) await assertEvent(pool, event)
  const { rows } = await pool.query<{ skipped: number }>(
    `update views.projection p
        set skipped = array_append(array_remove(p.skipped, skip.position), skip.position),
            error = case when skip.position = p.error_position then null else p.error end,
            error_position = nullif(p.error_position, skip.position)
       from views.projection old cross join lateral (select coalesce($2, old.error_position) as position) skip
      where p.name = $1 and p.state = 'live' and skip.position is not null
        and (old.name, old.generation, old.shard) = (p.name, p.generation, p.shard)
     returning skip.position as skipped`,
    [name, event],
  )
  const [row] = rows
  if (row === undefined) throw new BadInputError(`View ${name} has not stopped.`)
  return row.skipped
}

async function assertEvent(pool: Database['pool'], position: number): Promise<void> {
  const { rowCount } = Number.isSafeInteger(position)
    ? await pool.query('select from log.event where position = $1', [position])
    : { rowCount: 0 }
  if (rowCount === 0) throw new BadInputError('There is no such event: name its position in the log.')
}
