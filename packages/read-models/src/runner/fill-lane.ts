import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { forgetGuesses, isDuplicate, loadFold } from './advance.ts'
import { BEGIN, compare, lock, moveCheckpoints } from './checkpoints.ts'
import { foldPage, noWrites } from './fold-page.ts'
import { copiedHistory } from './history.ts'
import { type Lane, trimCache } from './lane.ts'
import { PAGE_EVENTS_MAX, PAGE_POSITIONS_MAX, PART_EVENTS } from './page-events.ts'
import { pipelined } from './pipelined.ts'
import type { EventPage } from './read-page.ts'
import { streamLog } from './stream-log.ts'
import { unreadOf } from './unread.ts'
import { type PlannedWrites, planWrites } from './write-page.ts'

const BUSY_MS = 50
const BUSY_WAITS_MAX = 200

export type FillOptions = {
  /** Default and at most PAGE_EVENTS_MAX. */
  readonly pageSize?: number
  /** Ends it between two pages. */
  readonly signal?: AbortSignal
}

/** Another process works on the lane, or has moved its checkpoint. */
class LaneTakenError extends Error {
  readonly outcome: 'busy' | 'moved'

  constructor(outcome: 'busy' | 'moved') {
    super(`the lane is ${outcome}`)
    this.name = 'LaneTakenError'
    this.outcome = outcome
  }
}

/**
 * Folds a lane of a generation that nobody reads yet, up to a position that the log has reached. The server reads the next
 * page and writes the one before while a page is folded. Rows and checkpoint of a page are one transaction, as in `advance`.
 *
 * @throws {PoisonEventError | UnknownEventError} naming the event. The signal's reason. Database errors as they come. Pages
 *   that were finished stay.
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
      if (!(error instanceof LaneTakenError)) throw error
      // The server may still be ending the transaction of a process that was killed.
      waits = error.outcome === 'busy' ? waits + 1 : 0
      if (waits > BUSY_WAITS_MAX) throw error
      await sleep(BUSY_MS)
    }
  }
}

async function fill(
  pool: Pool,
  lane: Lane,
  position: number,
  { pageSize = PAGE_EVENTS_MAX, signal, trusting }: FillOptions & { readonly trusting: boolean },
  onPage: () => void,
): Promise<void> {
  const { projection, shard, shards, skipped } = lane
  const pageEvents = Math.min(pageSize, PAGE_EVENTS_MAX)
  const about = {
    types: projection.types,
    unread: unreadOf(projection),
    shard,
    shards,
    pageEvents: Math.min(pageEvents, PART_EVENTS),
  }
  const parts = ahead(streamLog(pool, { after: lane.position, end: position, ...about }))
  const writer = await pool.connect()
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
      const { after, keys } = page
      const plan = planWrites(lane, page.writes, true)
      // One page is being written, and one may wait for it.
      await before
      before = writing
      pending.push(keys)
      trimCache(lane.cache, sum(pending))
      writing = writing.then(async () => {
        await writePage(writer, lane, after, end, plan)
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

async function writePage(
  client: PoolClient,
  lane: Lane,
  after: number,
  end: number,
  { writes, copies }: PlannedWrites,
): Promise<void> {
  if (after === end) return
  const [, checkpoints] = await pipelined(client, () => [client.query(BEGIN), lock(client, [lane])])
  const fence = compare([lane], checkpoints)
  if (fence !== 'held') throw new LaneTakenError(fence)
  const last = [() => moveCheckpoints(client, [lane], end), () => client.query('commit')]
  if (copies) {
    for (const write of writes) await write(client)
    await pipelined<unknown[]>(client, () => last.map((step) => step()))
  } else {
    await pipelined<unknown[]>(client, () => [...writes.map((write) => write(client)), ...last.map((step) => step())])
  }
  lane.position = end
}
