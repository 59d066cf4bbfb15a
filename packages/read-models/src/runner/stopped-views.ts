import type { Database } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import type { Pool } from 'pg'
import type { GenerationState } from './lane.ts'
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

/** An event that is left out: by the view, and so by its rebuilds, or by the rebuild that has stopped, and so by the view later. */
export type Skipped = { readonly position: number; readonly by: 'view' | 'rebuild' }

/**
 * Lets a view that has stopped, or its rebuild, go on without the event it cannot take in. The view then lacks what the event
 * says; the position is kept, and later rebuilds leave the event out as well.
 *
 * @param event default: the one at which the view has stopped.
 * @throws {BadInputError} if it has not stopped, if there is no such event, or if it is in the view already.
 */
export async function skipEvent({ pool }: Database, name: string, event: number | null = null): Promise<Skipped> {
  projectionNamed(name)
  if (event !== null) await assertEvent(pool, event)
  const position = await skipIn(pool, name, event, 'live')
  if (position !== null) return { position, by: 'view' }
  if (event === null) throw new BadInputError(`View ${name} has not stopped.`)
  if ((await skipIn(pool, name, event, 'building')) !== null) return { position: event, by: 'rebuild' }
  throw new BadInputError(
    `View ${name} has taken in event ${event} already. Only a rebuild that has stopped in front of it can still leave it out.`,
  )
}

/** @returns the event's position, or null where it was taken in already, or none is named and nothing has stopped. */
async function skipIn(pool: Pool, name: string, event: number | null, state: GenerationState): Promise<number | null> {
  const { rows } = await pool.query<{ position: number }>(
    `with skip as (
       select generation, coalesce($2, min(error_position)) as position from views.projection
        where name = $1 and state = $3 group by generation
       having ($3 = 'live' or count(error) > 0) and min(position) < coalesce($2, min(error_position)))
     update views.projection p
        set skipped = array_append(array_remove(p.skipped, skip.position), skip.position),
            error = case when skip.position = p.error_position then null else p.error end,
            error_position = nullif(p.error_position, skip.position)
       from skip where p.name = $1 and p.generation = skip.generation
     returning skip.position`,
    [name, event, state],
  )
  return rows[0]?.position ?? null
}

async function assertEvent(pool: Pool, position: number): Promise<void> {
  const { rowCount } = Number.isSafeInteger(position)
    ? await pool.query('select from log.event where position = $1', [position])
    : { rowCount: 0 }
  if (rowCount === 0) throw new BadInputError('There is no such event: name its position in the log.')
}
