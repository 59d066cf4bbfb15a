import { isUnavailable } from '@dateline/database'
import { LogShortenedError } from '@dateline/event-store'
import { type JobName, PostponeJob, type Processor } from '@dateline/queue'
import { databaseWaits } from './database-waits.ts'
import type { Platform } from './open-platform.ts'

/** How soon a job is tried again that met a database which is away, or full. */
const PAUSE_MS = 5_000
/** While it stays full: each try fetches its page again, since it is the answer that finds no room. */
const FULL_PAUSE_MS_MAX = 60_000
const DISK_FULL = '53100'

/**
 * What a job met that is no fault of its own waits, however long, and no attempt is counted: a database that is away, or whose
 * disk is full; and a log that has lost events, whose guard ends this process within a second (see guard-log.ts).
 *
 * @param nowMs a clock.
 */
export function waitForDatabase<Name extends JobName>(
  { logger }: Pick<Platform, 'logger'>,
  name: Name,
  processor: Processor<Name>,
  nowMs: () => number = Date.now,
): Processor<Name> {
  let fullSinceMs = 0
  let lastFullMs = Number.NEGATIVE_INFINITY
  return async (data, context) => {
    try {
      await processor(data, context)
    } catch (err) {
      const isShortened = err instanceof LogShortenedError
      if (!isShortened && !isUnavailable(err)) throw err
      const code = String((err as { code?: unknown }).code ?? 'none')
      if (code === DISK_FULL) {
        // Over when nobody has met it for longer than anybody waits: on a full disk, a job that writes little may still be done.
        if (nowMs() - lastFullMs > 2 * FULL_PAUSE_MS_MAX) fullSinceMs = nowMs()
        lastFullMs = nowMs()
      }
      const pauseMs = code === DISK_FULL ? fullPauseMs(nowMs() - fullSinceMs) : PAUSE_MS
      logger.warn(
        { queue: name, ...(data as object), pauseMs, err },
        isShortened ? 'events are lost, job waits' : 'database not available, job waits',
      )
      databaseWaits.inc({ queue: name, code })
      throw new PostponeJob(nowMs() + pauseMs)
    }
  }
}

/** As long again as the disk has been full by now. */
function fullPauseMs(fullForMs: number): number {
  return Math.min(Math.max(fullForMs, PAUSE_MS), FULL_PAUSE_MS_MAX)
}
