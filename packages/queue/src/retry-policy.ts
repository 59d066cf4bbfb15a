import { DatelineError } from '@dateline/domain'

/**
 * How often BullMQ itself tries a job whose processor threw: enough for a restart of Postgres or a deadlock. What outlasts
 * that is tried again by the scheduler, much later, and ends in the dead letters.
 */
export const ATTEMPTS_MAX = 4
export const BACKOFF_FIRST_MS = 500

/**
 * BullMQ fails a job whose worker has ended so often, and tells nobody: its default of 1 does so on the second crash, whatever
 * its attempts say. Whoever runs the jobs counts for himself, long before this.
 */
export const STALLS_MAX = 100

/** Asked of every error a processor throws; an unknown error may be anything, so it is tried again. */
export function isRetryable(error: unknown): boolean {
  return error instanceof DatelineError ? error.retryable : true
}
