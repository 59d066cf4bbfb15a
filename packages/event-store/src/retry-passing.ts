import { setTimeout as sleep } from 'node:timers/promises'
import { isPassing, isUnavailable } from '@dateline/database'

/** A restart of Postgres takes seconds, its recovery after a crash perhaps half a minute: together these make forty seconds. */
const ATTEMPTS_MAX = 40
/** Who is in the way five times in a row will be so the sixth time: a lock that is kept, a limit of time that is too short. */
const IN_THE_WAY_ATTEMPTS_MAX = 5
const PAUSE_MS = 100
const PAUSE_MS_MAX = 1_000

/**
 * Does what must be safe to do twice again and again while the server is away or full, or others are in the way: nobody knows
 * whether an attempt that was cut off had its effect.
 */
export async function retryPassing<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt()
    } catch (error) {
      const attemptsMax = isUnavailable(error) ? ATTEMPTS_MAX : isPassing(error) ? IN_THE_WAY_ATTEMPTS_MAX : 1
      if (attempts >= attemptsMax) throw error
      await sleep(Math.min(PAUSE_MS * 2 ** (attempts - 1), PAUSE_MS_MAX))
    }
  }
}
