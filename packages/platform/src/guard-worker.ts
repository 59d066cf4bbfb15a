import { type JobName, PostponeJob, type Processor } from '@dateline/queue'
import { clearStarts, countStart } from '@dateline/work-state'
import { keyOf } from './job-key.ts'
import type { Platform } from './open-platform.ts'
import { WorkerLostError } from './worker-lost-error.ts'

/** A job whose worker has ended so often is a suspect. Once is a restart. */
const SUSPECT_STALLS = 2
/** So often a suspect may end its worker when it is the only suspect running there; then it is given up. */
const ALONE_STARTS_MAX = 3
/** For jobs that have no task to count on. */
const STALLS_GIVEN_UP = 10
/** Another suspect is running here. */
const WAIT_MS = 1_000

/**
 * Keeps a job that ends its worker from doing so for ever. All jobs in the worker's hands stall with it, so most suspects are
 * bystanders: suspects run one at a time, and only those that were running are counted, in the database, before they begin.
 *
 * @throws {WorkerLostError} instead of running a job that has ended its worker too often.
 */
export function guardWorker<Name extends JobName>(
  { database: { db }, logger }: Pick<Platform, 'database' | 'logger'>,
  name: Name,
  processor: Processor<Name>,
): Processor<Name> {
  let isBusy = false
  return async (data, context) => {
    if (context.stalls < SUSPECT_STALLS) return processor(data, context)
    if (isBusy) throw new PostponeJob(Date.now() + WAIT_MS)
    isBusy = true
    const key = keyOf(data)
    try {
      const starts = await countStart(db, name, key)
      if (starts === null ? context.stalls >= STALLS_GIVEN_UP : starts > ALONE_STARTS_MAX) {
        throw new WorkerLostError(context.stalls)
      }
      logger.warn({ queue: name, key, stalls: context.stalls, starts }, 'job ended its worker before, runs alone')
      try {
        return await processor(data, context)
      } finally {
        await clearStarts(db, name, key)
      }
    } finally {
      isBusy = false
    }
  }
}
