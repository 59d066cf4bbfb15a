import type { ClientBase, Pool, PoolClient } from 'pg'
import type { ViewEvent } from '../projection.ts'
import { compare, isFenceError, look } from './checkpoints.ts'
import { type Fold, foldPage, keysOfPage, noWrites, type PageWrites, PoisonEventError } from './fold-page.ts'
import { listedHistory } from './history.ts'
import { type Lane, trimCache } from './lane.ts'
import { pipelined } from './pipelined.ts'
import { readPage } from './read-page.ts'
import { UnknownEventError } from './recorded-event.ts'
import { loadStates } from './rows.ts'
import { shardOf } from './shard-of.ts'
import { commitPage, planWrites } from './write-page.ts'

/**
 * advanced: rows and checkpoints are committed. reached: so they are, and the page went to the end of the log. idle: nothing new
 * in the log. busy: another process works on these views. moved: somebody else has moved a checkpoint.
 */
export type Outcome = 'advanced' | 'reached' | 'idle' | 'busy' | 'moved'

/**
 * Takes lanes that stand at the same position over one page of the log: all of them, or none.
 *
 * Exactly once: rows and checkpoint are written in one transaction, which begins by moving the checkpoint on from where it stands
 * (`moveCheckpoints`). A process that dies leaves either both or neither. What was read before is right if the checkpoint is
 * where it was, so there is nothing to wait for between reading the page and writing all of it. Of several processes one works:
 * who finds that another was faster looks first, from then on, and goes away where that one is at work.
 *
 * @param pool of `openViewPool`.
 * @param limit positions in the page.
 * @throws {PoisonEventError | UnknownEventError} naming the event; nothing is written. Database errors as they come.
 */
export async function advance(pool: Pool, lanes: readonly Lane[], limit: number): Promise<Outcome> {
  try {
    return await advanceOnce(pool, lanes, limit, true)
  } catch (error) {
    // Perhaps a row that was taken to be new was there, or the generation is gone.
    if (!isDataError(error)) throw error
    return await advanceOnce(pool, lanes, limit, false)
  }
}

async function advanceOnce(pool: Pool, lanes: readonly Lane[], limit: number, trusting: boolean): Promise<Outcome> {
  const client = await pool.connect()
  let isBroken = false
  try {
    const isOurs = trusting && lanes.every((lane) => lane.isOurs)
    const fence = isOurs ? 'free' : compare(lanes, await look(client, lanes))
    return fence === 'free' ? await advanceWith(client, lanes, limit, trusting) : fence
  } catch (error) {
    for (const lane of lanes) {
      lane.cache.clear()
      lane.isOurs = false
    }
    await client.query('rollback').catch(() => {
      isBroken = true
    })
    if (isFenceError(error)) return 'moved'
    throw error
  } finally {
    client.release(isBroken)
  }
}

async function advanceWith(
  client: PoolClient,
  lanes: readonly Lane[],
  limit: number,
  trusting: boolean,
): Promise<Outcome> {
  const after = lanes[0]!.position
  const { events, end } = await readPage(client, after, limit)
  if (end === after) return 'idle'
  const taken = lanes.map(({ skipped }) => {
    return skipped.size === 0 ? events : events.filter(({ position }) => !skipped.has(position))
  })
  const folds = await pipelined<LoadedFold[]>(client, () =>
    lanes.map((lane, at) => loadFold(client, lane, taken[at]!, trusting)),
  )
  const isWhole = taken.every((page) => page === events)
  if (isWhole) foldPage(folds, events)
  else for (const [index, page] of taken.entries()) foldPage([folds[index]!], page)
  for (const fold of folds) forgetGuesses(fold)
  const writes = folds.flatMap((fold, at) => planWrites(lanes[at]!, fold.writes))
  await commitPage(client, lanes, writes, end)
  for (const lane of lanes) {
    lane.position = end
    lane.isOurs = true
    trimCache(lane.cache)
  }
  return end < after + limit ? 'reached' : 'advanced'
}

/** With the rows of all keys of the page, which are the newest of its states. */
export type LoadedFold = Fold & {
  readonly keyCount: number
  /** Keys taken to have no row yet. */
  readonly guessed: readonly string[]
}

/**
 * @param trusting what a stream is about has no row before the stream's first event: such rows are not asked for, which saves
 *   a turn to the server. Should there be one, because an event of another stream had named it before, the insert is refused
 *   (see `isDuplicate`), and the page must be folded again without trust.
 */
export async function loadFold(
  client: Pick<ClientBase, 'query'>,
  lane: Lane,
  events: readonly ViewEvent[],
  trusting: boolean,
  writes: PageWrites = noWrites(listedHistory()),
): Promise<LoadedFold> {
  const { projection, generation, shard, shards, cache } = lane
  const isMine = (key: string) => shards === 1 || shardOf(key, shards) === shard
  const keys = [...keysOfPage(projection, events)].filter(isMine)
  const begun = trusting ? begunIn(events) : new Set<string>()
  const missing: string[] = []
  const guessed: string[] = []
  for (const key of keys) {
    const row = cache.get(key)
    if (row === undefined && !begun.has(key)) {
      missing.push(key)
      continue
    }
    if (row === undefined) guessed.push(key)
    // Behind all others, so that what is trimmed away is not of this page.
    cache.delete(key)
    cache.set(key, row ?? null)
  }
  for (const [key, row] of await loadStates(client, projection, generation, missing)) cache.set(key, row)
  return { projection, states: cache, isMine, keyCount: keys.length, guessed, writes }
}

/** Streams that begin in the page, and the ids within their names. */
function begunIn(events: readonly ViewEvent[]): Set<string> {
  const begun = new Set<string>()
  for (const { version, stream } of events) {
    if (version === 1) begun.add(stream).add(stream.slice(stream.indexOf('-') + 1))
  }
  return begun
}

/** Where nothing was written, nothing has proven the guess. */
export function forgetGuesses({ guessed, states }: LoadedFold): void {
  for (const key of guessed) if (states.get(key) === null) states.delete(key)
}

/** Whether a row that was taken to be new is there already. */
export function isDuplicate(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '23505' // unique_violation
}

/** Whether an event, and not the state of the server, is to blame: trying again would fail again. */
export function isDataError(error: unknown): boolean {
  if (error instanceof PoisonEventError || error instanceof UnknownEventError) return true
  const code = (error as { code?: unknown } | null)?.code
  // SQLSTATE classes: data exception, integrity constraint, wrong object or column, program limit exceeded.
  return typeof code === 'string' && /^(22|23|42|54)[0-9A-Z]{3}$/.test(code)
}
