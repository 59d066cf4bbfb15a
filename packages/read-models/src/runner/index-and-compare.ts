import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@dateline/database'
import type { Pool } from 'pg'
import { digestGeneration, withSnapshot } from '../digest.ts'
import type { Projection } from '../projection.ts'
import { advanceSafely } from './advance-safely.ts'
import { fillLane } from './fill-lane.ts'
import { type Lane, loadLanes } from './lane.ts'
import { PAGE_EVENTS_MAX } from './page-events.ts'
import { tableNames } from './rows.ts'

/** Between looks at a live view on which another process works. */
const BUSY_MS = 50

/**
 * Gives a full generation its indexes, while digests of it and of the live one are taken at the same position: none of the
 * three hinders another. The live one is read in a snapshot, which stops nobody.
 *
 * @param lane of the generation, whose shards are joined.
 * @returns whether both have the same rows; null: the live one has stopped, or was folded by another version.
 */
export async function indexAndCompare(
  database: Database,
  views: Pool,
  lane: Lane,
  signal?: AbortSignal,
): Promise<boolean | null> {
  const { projection, generation } = lane
  const { pool } = database
  if (!(await liveReaches(pool, views, lane, signal))) {
    await makeIndexes(pool, lane)
    return null
  }
  return await withSnapshot(database, async (client) => {
    const [live] = await loadLanes(client, 'live', [projection.name])
    const fromLive = digestGeneration(client, projection, live!.generation)
    const fromNew = async () => {
      await fillLane(pool, lane, live!.position, signal === undefined ? {} : { signal })
      await finishHistory(pool, lane)
      const digest = withSnapshot(database, (other) => digestGeneration(other, projection, generation))
      const [sha256] = await allSettled([digest, makeIndexes(pool, lane)])
      return sha256
    }
    const [before, after] = await allSettled([fromLive, fromNew()])
    return before === after
  })
}

/** Gives the histories of a generation their primary keys, and lets them forget what they must. Twice is harmless. */
export async function finishHistory(pool: Pool, { projection, generation }: Pick<Lane, 'projection' | 'generation'>) {
  await besideNoIndex(pool, projection, 'views.finish_history($2, $3) from lock', [generation, tableNames(projection)])
}

async function makeIndexes(pool: Pool, { projection, generation }: Lane): Promise<void> {
  const values = [generation, tableNames(projection)]
  await besideNoIndex(pool, projection, 'views.index_generation($1, $2, $3) from lock', values)
}

/**
 * A process that was killed may have left the server at an index: two of the same would find none there, and whoever drops the
 * tables meanwhile would take their locks in another order.
 *
 * @param call what to select, from `lock` and what else it needs; $1 is the projection's name, then `values`.
 */
export async function besideNoIndex(
  pool: Pool,
  { name }: Projection,
  call: string,
  values: readonly unknown[],
): Promise<void> {
  await pool.query(
    `with lock as materialized (select pg_advisory_xact_lock(hashtext('views.index'), hashtext($1))) select ${call}`,
    [name, ...values],
  )
}

/** Waits until the live generation has come as far as the lane. Nobody may be running it: then this does. */
async function liveReaches(pool: Pool, views: Pool, lane: Lane, signal?: AbortSignal): Promise<boolean> {
  for (;;) {
    signal?.throwIfAborted()
    const [live] = await loadLanes(pool, 'live', [lane.projection.name])
    if (live === undefined || live.error !== null) return false
    if (live.position >= lane.position) return true
    const limit = Math.min(PAGE_EVENTS_MAX, lane.position - live.position)
    if ((await advanceSafely(views, [live], limit, () => {})) === 'busy') await sleep(BUSY_MS)
  }
}

/** As Promise.all, but nothing is still going on when one has failed. */
async function allSettled<One, Other>(promises: readonly [Promise<One>, Promise<Other>]): Promise<[One, Other]> {
  await Promise.allSettled(promises)
  return await Promise.all(promises)
}
