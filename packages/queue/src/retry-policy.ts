import { DatelineError } from '@dateline/domain'

/**
 * How often BullMQ itself tries a job whose processor threw: enough for a restart of Postgres or a deadlock. What outlasts
 * that is tried again by the scheduler, much later, and ends in the dead letters.
 */
export const ATTEMPTS_MAX = 4
export const BACKOFF_FIRST_MS = 500

/**
 * A worker killed again and again by its own job must stop at some time, but a rolling restart must not use this up:
 * BullMQ's default of 1 fails a job on the second crash whatever its attempts say.
 */
export const STALLS_MAX = 20

/** Asked of every error a processor throws; an unknown error may be anything, so it is tried again. */
export function isRetryable(error: unknown): boolean {
  return error instanceof DatelineError ? error.retryable : true
}
