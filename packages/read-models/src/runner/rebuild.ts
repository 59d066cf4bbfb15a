import { assertBodiesPresent, type Database } from '@dateline/database'
import { BadInputError, DatelineError } from '@dateline/domain'
import type { Pool } from 'pg'
import type { Projection } from '../projection.ts'
import { PROJECTIONS } from '../projections.ts'
import { fillInThread, THREAD_EVENTS_MIN } from './fill-in-thread.ts'
import { fillLane } from './fill-lane.ts'
import { PoisonEventError } from './fold-page.ts'
import { besideNoIndex, indexAndCompare } from './index-and-compare.ts'
import { type Lane, loadLanes, registerProjections } from './lane.ts'
import { PAGE_EVENTS_MAX } from './page-events.ts'
import { RebuildRunningError } from './rebuild-running-error.ts'
import { tableNames } from './rows.ts'
import { headPosition, swapGeneration } from './swap-generation.ts'
import { openViewPool } from './view-pool.ts'

export const SHARDS_MAX = 16

export type RebuildProgress = {
  readonly name: string
  readonly generation: number
  /** Of the shard that is furthest behind. */
  readonly position: number
  readonly headPosition: number
  readonly eventsPerSecond: number
  /** Until it is at the head of the log; null: not known yet. */
  readonly etaMs: number | null
}

export type RebuildOptions = {
  /** Default and at most FILL_EVENTS_MAX. */
  readonly pageSize?: number
  /** Parts of the view that are folded side by side, each over its own connection. Default 1, at most SHARDS_MAX. */
  readonly shards?: number
  /** Takes in the events, too, that the view has been let leave out: a mended fold may manage. */
  readonly takeSkipped?: boolean
  /** Ends it between two pages; a later call goes on where it was. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: RebuildProgress) => void
}

export type Rebuilt = {
  readonly name: string
  readonly generation: number
  readonly position: number
  /** Whether the rows are those of the generation that served before; null: that one had stopped, or was of another version. */
  readonly isSame: boolean | null
}

/** The fold cannot take in an event. */
export class RebuildStoppedError extends DatelineError {
  readonly code = 'REBUILD_STOPPED'
  readonly retryable = false

  constructor(name: string, { message, position, cause }: PoisonEventError) {
    const skip = `dateline views skip ${name} --event ${position}`
    super(
      `View ${name}: ${message}. Mend its fold, or leave the event out (${skip}): a rebuild then goes on from here.`,
      {
        cause,
      },
    )
  }
}

/**
 * Folds a view from the log again, into a new generation beside the one that serves, compares the two and swaps them in one
 * transaction: readers see the old rows or the new ones, never half. Killed at any moment, a later call goes on where it was.
 * The generation before stays until the next rebuild; see `rollback`.
 *
 * @throws {BadInputError} for a name that is none. {RebuildRunningError}. {RebuildBlockedError}. {RebuildStoppedError}. The
 *   signal's reason, when it aborts.
 */
export async function rebuild(database: Database, name: string, options: RebuildOptions = {}): Promise<Rebuilt> {
  const projection = projectionNamed(name)
  await assertBodiesPresent(database)
  const rebuilding = holdingRebuildLock(database.pool, name, async (views) => {
    await registerProjections(database.pool)
    const generation = await beginOrResume(database.pool, projection, options)
    const lane = await fill(database.pool, projection, options)
    const isSame = await indexAndCompare(database, views, lane, options.signal)
    const position = await swapGeneration(database.pool, views, projection, 'building', options.signal)
    return { name, generation, position, isSame }
  })
  return await rebuilding.catch((error: Error) => {
    throw error instanceof PoisonEventError ? new RebuildStoppedError(name, error) : error
  })
}

/**
 * Puts the generation before the last swap back, caught up with the log; the present one becomes the one before.
 *
 * @throws {BadInputError} if there is none. {RebuildRunningError}. {RebuildBlockedError}.
 */
export async function rollback(database: Database, name: string): Promise<Rebuilt> {
  const projection = projectionNamed(name)
  return await holdingRebuildLock(database.pool, name, async (views) => {
    // It may have been rebuilt because it had stopped: it tries again.
    await database.pool.query(
      `update views.projection set error = null, error_position = null where name = $1 and state = 'previous'`,
      [name],
    )
    const [lane] = await loadLanes(database.pool, 'previous', [name])
    if (lane === undefined) throw new BadInputError(`View ${name} has no generation before the present one.`)
    const position = await swapGeneration(database.pool, views, projection, 'previous')
    return { name, generation: lane.generation, position, isSame: null }
  })
}

/** Gives up a rebuild that was begun, or nothing. */
export async function discardRebuild(database: Database, name: string): Promise<void> {
  const projection = projectionNamed(name)
  await holdingRebuildLock(database.pool, name, () => dropGenerations(database.pool, projection, 'building'))
}

export function projectionNamed(name: string): Projection {
  const found = PROJECTIONS.find((projection) => projection.name === name)
  if (found !== undefined) return found
  throw new BadInputError(`There is no view ${name}: it is one of ${PROJECTIONS.map((one) => one.name).join(', ')}.`)
}

/** @throws {BadInputError} */
export function checkShards(shards: number): number {
  if (Number.isInteger(shards) && shards >= 1 && shards <= SHARDS_MAX) return shards
  throw new BadInputError(`The number of shards must be from 1 to ${SHARDS_MAX}.`)
}

/**
 * Held by the connection, so that it ends with the process, however that ends.
 *
 * @param work is given connections for `advance`.
 */
export async function holdingRebuildLock<Result>(
  pool: Pool,
  name: string,
  work: (views: Pool) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  const views = openViewPool(pool)
  try {
    const { rows } = await client.query<{ held: boolean }>(
      `select pg_try_advisory_lock(hashtext('views.rebuild'), hashtext($1)) as held`,
      [name],
    )
    if (rows[0]?.held !== true) throw new RebuildRunningError(name)
    return await work(views)
  } finally {
    await views.end()
    await client.query('select pg_advisory_unlock_all()').catch(() => {})
    client.release()
  }
}

async function beginOrResume(pool: Pool, projection: Projection, options: RebuildOptions): Promise<number> {
  const { name } = projection
  const shards = checkShards(options.shards ?? 1)
  const [live] = await loadLanes(pool, 'live', [name])
  const lanes = await loadLanes(pool, 'building', [name])
  const [found] = lanes
  const known = [...(live?.skipped ?? []), ...(found?.skipped ?? [])]
  const skipped = new Set(options.takeSkipped === true ? [] : known)
  const reached = Math.max(...lanes.map(({ position }) => position))
  const isResumable =
    found !== undefined &&
    // Shards that were merged already count as one.
    (found.shards === shards || found.shards === 1) &&
    [...found.skipped.symmetricDifference(skipped)].every((position) => position > reached)
  if (!isResumable) await dropGenerations(pool, projection, 'building')
  const generation = isResumable ? found.generation : await beginGeneration(pool, projection, shards)
  // What it has stopped at may have been mended.
  await pool.query(
    `update views.projection set skipped = $3, error = null, error_position = null where name = $1 and generation = $2`,
    [name, generation, [...skipped]],
  )
  return generation
}

export async function beginGeneration(pool: Pool, projection: Projection, shards: number): Promise<number> {
  const { rows } = await pool.query<{ generation: number }>(
    'select views.begin_generation($1, $2, $3, $4) as generation',
    [projection.name, projection.version, shards, tableNames(projection)],
  )
  return rows[0]!.generation
}

export async function dropGenerations(
  pool: Pool,
  projection: Projection,
  state: 'building' | 'previous',
): Promise<void> {
  await besideNoIndex(
    pool,
    projection,
    `views.drop_generation(name, generation, $2)
       from lock, (select distinct name, generation from views.projection where name = $1 and state = $3) p`,
    [tableNames(projection), state],
  )
}

/** Folds all shards up to the head of the log, then joins them into one, which is returned. */
async function fill(pool: Pool, projection: Projection, options: RebuildOptions): Promise<Lane> {
  const lanes = await loadLanes(pool, 'building', [projection.name])
  if (lanes.length === 0) throw new RebuildRunningError(projection.name)
  const startedAt = performance.now()
  const startedFrom = Math.min(...lanes.map(({ position }) => position))
  const report = (headPosition: number) => {
    const position = Math.min(...lanes.map((lane) => lane.position))
    const perMs = (position - startedFrom) / (performance.now() - startedAt)
    const etaMs = perMs > 0 ? Math.round((headPosition - position) / perMs) : null
    const { generation } = lanes[0]!
    const eventsPerSecond = Math.round(perMs * 1000)
    options.onProgress?.({ name: projection.name, generation, position, headPosition, eventsPerSecond, etaMs })
  }
  for (let head = await headPosition(pool); ; head = await headPosition(pool)) {
    await fillAllTo(pool, lanes, head, options, () => report(head))
    if (lanes.every(({ position }) => position === head) && (await headPosition(pool)) - head < PAGE_EVENTS_MAX) break
  }
  await joinShards(pool, lanes)
  const [joined] = await loadLanes(pool, 'building', [projection.name])
  return joined!
}

/**
 * All shards side by side: the first here, the others in threads where it is worth their start. Where one fails, after the others
 * have finished their pages.
 */
export async function fillAllTo(
  pool: Pool,
  lanes: readonly Lane[],
  position: number,
  options: RebuildOptions,
  onPage?: () => void,
): Promise<void> {
  const failing = new AbortController()
  const signal = options.signal === undefined ? failing.signal : AbortSignal.any([options.signal, failing.signal])
  const { connectionString } = pool.options
  const results = await Promise.allSettled(
    lanes.map(async (lane, index) => {
      const isLong = index > 0 && position - lane.position >= THREAD_EVENTS_MIN
      try {
        if (isLong && connectionString !== undefined) {
          await fillInThread(connectionString, lane, position, { ...options, signal }, onPage)
        } else {
          await fillLane(pool, lane, position, { ...options, signal }, onPage)
        }
      } catch (error) {
        failing.abort(error)
        throw error
      }
    }),
  )
  if (results.some(({ status }) => status === 'rejected')) throw signal.reason
}

/** Shards that stand at one position are one shard at this position. */
async function joinShards(pool: Pool, lanes: readonly Lane[]): Promise<void> {
  const { projection, generation } = lanes[0]!
  await pool.query(
    `with others as (delete from views.projection where name = $1 and generation = $2 and shard > 0)
     update views.projection set shards = 1 where name = $1 and generation = $2 and shard = 0`,
    [projection.name, generation],
  )
}
