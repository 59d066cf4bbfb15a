import { waitUntilDurable } from '@dateline/database'
import type { Recorded } from '@dateline/domain'
import { headPosition, subscribe } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import { type Change, listChanges, waitForPosition } from '@dateline/read-models'

export type ChangeFeed = {
  /**
   * The next changes after a position, in order and without a gap; waits until there are some.
   *
   * @param leaving aborted when the reader goes, or the feed ends.
   * @returns none only then.
   * @throws whatever ended the following of the log: the next call begins anew.
   */
  next(position: number, leaving: AbortSignal): Promise<readonly Change[]>
}

const PAGE_CHANGES = 200
/** Kept in memory for readers who are close behind; others have the log read for them. */
const RECENT_MAX = 2_000
/** How long an event waits for the views before it is told all the same. */
const VIEWS_WAIT_MS = 5_000

type Following = {
  /** All up to this position may be told. */
  end: number
  /** The last of them, without a gap. */
  recent: readonly Change[]
  readonly waiting: Set<() => void>
  error: unknown
}

/**
 * Follows the log once for however many readers, from the first of them on: an event is read once, when the views have taken it in,
 * and a reader who waits costs nothing.
 *
 * @param signal ends the following.
 */
export function openChangeFeed({ database }: Pick<Platform, 'database'>, signal: AbortSignal): ChangeFeed {
  let following: Promise<Following> | null = null

  async function follow(): Promise<Following> {
    const end = await headPosition(database)
    await waitUntilDurable(database, end)
    await waitForPosition(database, end, VIEWS_WAIT_MS)
    const state: Following = { end, recent: [], waiting: new Set(), error: null }
    const wake = () => {
      for (const resolve of [...state.waiting]) resolve()
    }
    const onPage = async (events: readonly Recorded[]) => {
      const { position } = events.at(-1)!
      await waitForPosition(database, position, VIEWS_WAIT_MS)
      state.end = position
      state.recent = [...state.recent, ...events.map(toChange)].slice(-RECENT_MAX)
      wake()
    }
    void subscribe(database, { afterPosition: end, pageSize: PAGE_CHANGES, signal, onPage }).catch((error) => {
      following = null
      state.error = error
      wake()
    })
    return state
  }

  return {
    async next(position, leaving) {
      following ??= follow().catch((error) => {
        following = null
        throw error
      })
      const state = await following
      while (position >= state.end) {
        await news(state.waiting, leaving)
        if (leaving.aborted) return []
        if (state.error !== null) throw state.error
      }
      const first = state.recent[0]?.position ?? Number.POSITIVE_INFINITY
      if (position + 1 < first) return listChanges(database.db, position, Math.min(PAGE_CHANGES, state.end - position))
      return state.recent.slice(position + 1 - first).slice(0, PAGE_CHANGES)
    },
  }
}

function news(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      waiting.delete(done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    waiting.add(done)
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}

const toChange = ({ position, stream, version, type, eventId, recordedAt }: Recorded): Change => ({
  ...{ position, stream, version, type, eventId, recordedAt },
})
