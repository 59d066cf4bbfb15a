import { addLostTasks, type Platform } from '@dateline/platform'
import { type JobName, jobNames } from '@dateline/queue'
import { reclaimLostPolls, reclaimLostTasks } from '@dateline/work-state'

/**
 * Compares what is wanted with what the queues hold: work that was added to a queue that is now empty has been lost with
 * it, and is added again. So a Redis that is wiped costs seconds.
 *
 * @returns how many jobs were lost.
 */
export async function reclaimLostJobs({ queues, database, logger }: Platform): Promise<number> {
  const counts = await queues.counts()
  let lost = 0
  for (const name of jobNames) {
    const { waiting, active, delayed } = counts[name]
    if (waiting + active + delayed > 0) continue
    const reclaimed = await reclaim(name)
    if (reclaimed > 0) logger.warn({ queue: name, lost: reclaimed }, 'jobs were lost with their queue, added again')
    lost += reclaimed
  }
  // A queue that holds others may have lost some, and nobody can say which.
  await addLostTasks({ queues, database })
  return lost

  function reclaim(name: JobName): Promise<number> {
    return name === 'poll-source' ? reclaimLostPolls(database.db) : reclaimLostTasks(database.db, name)
  }
}
