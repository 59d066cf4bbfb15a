import type { Pool } from 'pg'
import { advance, isDataError, type Outcome } from './advance.ts'
import { PoisonEventError, whyStopped } from './fold-page.ts'
import type { Lane } from './lane.ts'
import { UnknownEventError } from './recorded-event.ts'

/** advanced: look again. reached: at the end of the log. idle: nothing new there. busy: another process is at work on these views. */
export type Step = Exclude<Outcome, 'moved'>
/** Told of a view that has stopped, and by what. */
export type OnStop = (lane: Lane, error: Error) => void

/**
 * Takes lanes at one position over the next page. An event that a view cannot take in stops this one view, in front of the
 * event, and leaves the others running: the page is tried again with each view by itself, and where that fails in smaller
 * and smaller parts, until the event is found.
 *
 * @throws whatever the server throws when it is unwell: try again later.
 */
export async function advanceSafely(pool: Pool, lanes: readonly Lane[], limit: number, onStop: OnStop): Promise<Step> {
  try {
    const outcome = await advance(pool, lanes, limit)
    return outcome === 'moved' ? 'advanced' : outcome
  } catch (error) {
    if (!isDataError(error)) throw error
    if (lanes.length > 1) {
      for (const lane of lanes) await advanceSafely(pool, [lane], limit, onStop)
      return 'advanced'
    }
    const lane = lanes[0]!
    if (limit > 1) return await advanceSafely(pool, lanes, lengthBefore(error, lane, limit), onStop)
    await stop(pool, lane, error as Error)
    onStop(lane, error as Error)
    return 'advanced'
  }
}

/** How much of a page that failed to try next: up to the culprit if it is known, else one half. */
function lengthBefore(error: unknown, lane: Lane, limit: number): number {
  const isKnown = error instanceof PoisonEventError || error instanceof UnknownEventError
  return isKnown ? Math.max(1, error.position - lane.position - 1) : Math.floor(limit / 2)
}

async function stop(pool: Pool, lane: Lane, error: Error): Promise<void> {
  const position = lane.position + 1
  // Where it has stopped is told beside it.
  const message = whyStopped(error instanceof PoisonEventError && error.cause instanceof Error ? error.cause : error)
  lane.error = { message: message.slice(0, 1000), position }
  await pool.query(
    `update views.projection set error = $1, error_position = $2, updated_at = now()
      where name = $3 and generation = $4 and shard = $5 and position = $6`,
    [lane.error.message, position, lane.projection.name, lane.generation, lane.shard, lane.position],
  )
}
