import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { advanceSafely } from './advance-safely.ts'
import { PoisonEventError } from './fold-page.ts'
import type { Lane } from './lane.ts'
import { PAGE_EVENTS_MAX } from './page-events.ts'
import { RebuildRunningError } from './rebuild-running-error.ts'
import { UnknownEventError } from './recorded-event.ts'

const BUSY_MS = 50
const BUSY_WAITS_MAX = 200

/**
 * Takes a lane up to a position that the log has reached, as the live views go.
 *
 * @param views of `openViewPool`.
 * @throws {PoisonEventError | UnknownEventError} naming the event in front of which the lane has stopped, as its checkpoint
 *   tells from then on. {RebuildRunningError} if somebody else holds the lane. Database errors as they come.
 */
export async function advanceTo(views: Pool, lane: Lane, position: number): Promise<void> {
  let cause: Error | null = null
  for (let waits = 0; lane.position < position; ) {
    const limit = Math.min(PAGE_EVENTS_MAX, position - lane.position)
    const step = await advanceSafely(views, [lane], limit, (_lane, error) => {
      cause = error
    })
    if (lane.error !== null) throw stoppedBy(lane.error, cause)
    waits = step === 'busy' ? waits + 1 : 0
    if (waits > BUSY_WAITS_MAX) throw new RebuildRunningError(lane.projection.name)
    if (step === 'busy') await sleep(BUSY_MS)
    if (step === 'idle') return
  }
}

function stoppedBy({ message, position }: NonNullable<Lane['error']>, cause: Error | null): Error {
  if (cause instanceof PoisonEventError || cause instanceof UnknownEventError) return cause
  return new PoisonEventError(position, cause ?? new Error(message))
}
