import type { Job } from '@dateline/queue'
import { claimDueTasks, unclaimTasks } from '@dateline/work-state'
import type { Platform } from './open-platform.ts'

/** At most this many at a time, so that one full table cannot hold up everything else. */
const CLAIMS_MAX = 500

/** Adds the jobs of wanted tasks that are due and not in their queue. @returns how many. */
export async function addDueTasks({ database, queues }: Pick<Platform, 'database' | 'queues'>): Promise<number> {
  const tasks = await claimDueTasks(database.db, CLAIMS_MAX)
  try {
    // Written as jobs of these queues by the reactor; the worker checks their data again.
    await queues.add(tasks as Job[])
  } catch (error) {
    // The queue server is away. What was claimed is due again at once, not only when it counts as lost.
    await unclaimTasks(database.db, tasks)
    throw error
  }
  return tasks.length
}
