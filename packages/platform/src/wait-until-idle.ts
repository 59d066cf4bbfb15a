import type { Database } from '@dateline/database'
import { headPosition } from '@dateline/event-store'
import { progress } from '@dateline/read-models'
import { consumerPositions, countDuePolls, countTasks } from '@dateline/work-state'

const ASK_EVERY_MS = 200
/** So often in a row, since one job's end is another's beginning. */
const IDLE_ANSWERS = 3

/**
 * Waits until no poll and no task is due and every reader of the log has reached its end. What is put off for later does
 * not count.
 *
 * @param onWait hears what is still to do at every look.
 */
export async function waitUntilIdle(
  database: Database,
  { signal, onWait }: { signal?: AbortSignal; onWait?: (tasksDue: number) => void } = {},
): Promise<void> {
  for (let idle = 0; idle < IDLE_ANSWERS && !signal?.aborted; ) {
    const { db } = database
    const head = await headPosition(database)
    const consumers = await consumerPositions(db)
    const tasks = await countTasks(db)
    const tasksDue = tasks.reduce((sum, { wanted, later }) => sum + wanted - later, 0) + (await countDuePolls(db))
    const { views } = await progress(db)
    const isIdle =
      tasksDue === 0 &&
      consumers.every(({ position }) => position === head) &&
      views.every(({ position, error }) => position === head || error !== null)
    idle = isIdle ? idle + 1 : 0
    onWait?.(tasksDue)
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}
