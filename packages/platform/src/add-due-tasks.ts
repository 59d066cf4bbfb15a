import { type Job, jobNames } from '@dateline/queue'
import { claimDueTasks, claimLostTasks, type DueTask, unclaimTasks } from '@dateline/work-state'
import type { Platform } from './open-platform.ts'

type Dependencies = Pick<Platform, 'config' | 'database' | 'queues'>

/** Jobs of one host that wait in the queue for each that may run: enough to have the next at hand. */
const HOST_JOBS_PER_REQUEST = 8

/**
 * Adds the jobs of wanted tasks that are due and not in their queue, as far as the queue has room.
 *
 * @returns how many.
 */
export async function addDueTasks({ config, database, queues }: Dependencies): Promise<number> {
  const limits = {
    jobsMax: config.QUEUE_JOBS_MAX,
    hostJobsMax: HOST_JOBS_PER_REQUEST * config.FETCH_HOST_IN_FLIGHT_MAX,
  }
  return addJobs({ database, queues }, await claimDueTasks(database.db, jobNames, limits))
}

/**
 * Adds jobs again that were added long ago and are not done: one queue may have lost a few, or keep them for a time that a worker's
 * clock has set wrongly.
 *
 * @returns how many.
 */
export async function addLostTasks({ database, queues }: Pick<Dependencies, 'database' | 'queues'>): Promise<number> {
  return addJobs({ database, queues: { add: queues.addAgain } }, await claimLostTasks(database.db))
}

async function addJobs(
  { database, queues }: Pick<Dependencies, 'database'> & { readonly queues: Pick<Dependencies['queues'], 'add'> },
  tasks: readonly DueTask[],
): Promise<number> {
  try {
    // Written as jobs of these queues by the reactor; the worker checks their data again.
    await queues.add(tasks as readonly Job[])
  } catch (error) {
    // The queue server is away. What was claimed is due again at once, not only when it counts as lost.
    await unclaimTasks(database.db, tasks)
    throw error
  }
  return tasks.length
}
