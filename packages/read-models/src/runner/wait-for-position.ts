import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import { progress } from '../progress.ts'

export const WAIT_MS_MAX = 60_000
const LOOK_MS_FIRST = 2
const LOOK_MS_MAX = 50

/**
 * Read-your-writes: waits until every view has read the log up to a position, such as that of one's own append. Views that
 * have stopped are not waited for.
 *
 * @param needed names of views without which the wait is in vain.
 * @param timeoutMs at most WAIT_MS_MAX.
 * @returns false if it took too long, or one that is needed has stopped before the position.
 * @throws {BadInputError} for a position beyond the end of the log, which would never come.
 */
export async function waitForPosition(
  { db }: Pick<Database, 'db'>,
  position: number,
  timeoutMs: number,
  needed: readonly string[] = [],
): Promise<boolean> {
  const deadline = performance.now() + Math.min(timeoutMs, WAIT_MS_MAX)
  for (let lookMs = LOOK_MS_FIRST; ; lookMs = Math.min(lookMs * 2, LOOK_MS_MAX)) {
    const { headPosition, views, position: reached } = await progress(db)
    if (position > headPosition) throw new BadInputError(`The log ends at ${headPosition}, before ${position}.`)
    const isBehind = (view: { position: number }) => view.position < position
    if (views.some((view) => view.error !== null && isBehind(view) && needed.includes(view.name))) return false
    const running = views.filter(({ error }) => error === null)
    if (reached >= position) return true
    if (running.length > 0 && !running.some(isBehind)) return true
    if (performance.now() + lookMs > deadline) return false
    await sleep(lookMs)
  }
}
