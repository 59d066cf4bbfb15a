import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { Pool } from 'pg'
import { forgetGuesses, isDataError, isDuplicate, loadFold } from './advance.ts'
import { advanceTo } from './advance-to.ts'
import { compare, isFenceError, look } from './checkpoints.ts'
import { foldPage, noWrites } from './fold-page.ts'
import { copiedHistory } from './history.ts'
import { type Lane, trimCache } from './lane.ts'
import { FILL_EVENTS_MAX, PAGE_POSITIONS_MAX, PART_EVENTS } from './page-events.ts'
import type { EventPage } from './read-page.ts'
import { streamLog } from './stream-log.ts'
import { unreadOf } from './unread.ts'
import { openViewPool } from './view-pool.ts'
import { commitPage, planWrites } from './write-page.ts'

const BUSY_MS = 50
const BUSY_WAITS_MAX = 200

export type FillOptions = {
  /** Default and at most FILL_EVENTS_MAX. */
  readonly pageSize?: number
  /** Ends it between two pages. */
  readonly signal?: AbortSignal
}

/**
 * Folds a lane of a generation that nobody reads yet, up to a position that the log has reached. The server reads the next
 * page and writes the one before while a page is folded. Rows and checkpoint of a page are one transaction, as in `advance`.
 *
 * @throws {PoisonEventError | UnknownEventError} naming the event in front of which the lane has stopped, as its checkpoint
 *   tells from then on. The signal's reason. Database errors as they come. Pages that were finished stay.
 */
export async function fillLane(
  pool: Pool,
  lane: Lane,
  position: number,
  options: FillOptions,
  onPage: () => void = () => {},
): Promise<void> {
  let trusting = true
  for (let waits = 0; lane.position < position; ) {
    try {
      await fill(pool, lane, position, { ...options, trusting }, onPage)
      return
    } catch (error) {
      lane.cache.clear()
      if (trusting && isDuplicate(error)) {
        trusting = false
        continue
      }
      if (isDataError(error)) {
        await takeApart(pool, lane, Math.min(position, lane.position + PAGE_POSITIONS_MAX))
        continue
      }
      if (!isFenceError(error)) throw error
      // The server may still be ending the transaction of a process that was killed.
      waits = compare([lane], await look(pool, [lane])) === 'busy' ? waits + 1 : 0
      if (waits > BUSY_WAITS_MAX) throw error
      await sleep(BUSY_MS)
    }
  }
}

/** Takes what failed in smaller and smaller parts, until the event is found, or the server takes it after all. */
async function takeApart(pool: Pool, lane: Lane, position: number): Promise<void> {
  const views = openViewPool(pool)
  try {
    await advanceTo(views, lane, position)
  } finally {
    await views.end()
  }
}

async function fill(
  pool: Pool,
  lane: Lane,
  position: number,
  { pageSize = FILL_EVENTS_MAX, signal, trusting }: FillOptions & { readonly trusting: boolean },
  onPage: () => void,
): Promise<void> {
  const { projection, shard, shards, skipped } = lane
  const pageEvents = Math.min(pageSize, FILL_EVENTS_MAX)
  const about = {
    types: projection.types,
    unread: unreadOf(projection),
    shard,
    shards,
    pageEvents: Math.min(pageEvents, PART_EVENTS),
  }
  const parts = ahead(streamLog(pool, { after: lane.position, end: position, ...about }))
  const views = openViewPool(pool)
  const writer = await views.connect()
  let isBroken = false
  /** Of the pages that are folded and not yet written, the keys. */
  const pending: number[] = []
  let writing = Promise.resolve()
  let before = writing
  let page = { after: lane.position, events: 0, keys: 0, writes: noWrites(copiedHistory()) }
  try {
    for await (const { events, end } of parts) {
      signal?.throwIfAborted()
      const taken = skipped.size === 0 ? events : events.filter((event) => !skipped.has(event.position))
      const fold = await loadFold(pool, lane, taken, trusting, page.writes)
      foldPage([fold], taken)
      forgetGuesses(fold)
      page.events += events.length
      page.keys += fold.keyCount
      // Else what is to be written would wait for as long as there is something to fold.
      await turn()
      if (page.events < pageEvents && end - page.after < PAGE_POSITIONS_MAX && end < position) continue
      const { keys, writes } = page
      const plan = planWrites(lane, writes, true)
      // One page is being written, and one may wait for it.
      await before
      before = writing
      pending.push(keys)
      trimCache(lane.cache, sum(pending))
      writing = writing.then(async () => {
        if (end > lane.position) await commitPage(writer, [lane], plan, end)
        lane.position = end
        pending.shift()
        onPage()
      })
      // Whoever awaits it hears of its failure.
      writing.catch(() => {})
      page = { after: end, events: 0, keys: 0, writes: noWrites(copiedHistory()) }
    }
    await writing
  } catch (error) {
    await writing.catch(() => {})
    await writer.query('rollback').catch(() => {
      isBroken = true
    })
    throw error
  } finally {
    writer.release(isBroken)
    await views.end()
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Asks for the next page before the one at hand is taken, so that it travels meanwhile. */
async function* ahead(pages: AsyncGenerator<EventPage, void>): AsyncGenerator<EventPage, void> {
  let next = pages.next()
  try {
    for (;;) {
      const { value, done } = await next
      if (done === true) return
      next = pages.next()
      next.catch(() => {})
      yield value
    }
  } finally {
    await next.catch(() => {})
    await pages.return()
  }
}
