import type { Database } from '@dateline/database'
import type { AnyEvent, Recorded } from '@dateline/domain'
import { type ReadOptions, readLog } from './read.ts'
import { wakeupsOf } from './wakeups.ts'

export type SubscribeOptions = ReadOptions & {
  readonly afterPosition: number
  /** Events a page, at most READ_EVENTS_MAX. Default 1,000. */
  readonly pageSize?: number
  /**
   * Called with the next events in order, never with none, and never twice at the same time. If it throws, the subscription
   * ends with that error: where to go on from is for the caller to know.
   */
  readonly onPage: (events: readonly Recorded<AnyEvent>[]) => Promise<void> | void
  /** Ends the subscription after the page under way. */
  readonly signal: AbortSignal
  /** How long to wait without news before looking again. Default 50. */
  readonly pollMs?: number
}

const PAGE_EVENTS = 1_000
const POLL_MS = 50

/** Follows the log until aborted: every event after `afterPosition` once, in order, also those still to come. */
export async function subscribe(database: Pick<Database, 'pool'>, options: SubscribeOptions): Promise<void> {
  const { onPage, signal, pageSize: limit = PAGE_EVENTS, pollMs = POLL_MS, shapes } = options
  const wakeups = wakeupsOf(database.pool)
  let afterPosition = options.afterPosition
  while (!signal.aborted) {
    // Waiting begins before reading, so that an event recorded in between is not waited for.
    const news = new AbortController()
    const next = wakeups.next(pollMs, AbortSignal.any([signal, news.signal]))
    const events = await readLog(database, { afterPosition, limit, ...(shapes && { shapes }) }).catch((error) => {
      news.abort()
      throw error
    })
    if (events.length === 0) {
      await next
      continue
    }
    news.abort()
    await onPage(events)
    afterPosition = events.at(-1)!.position
  }
}
