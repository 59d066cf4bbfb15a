import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Projection } from '../projection.ts'
import { advanceTo } from './advance-to.ts'
import { type Lane, loadLanes } from './lane.ts'
import { outlastSnapshots, RebuildBlockedError } from './outlast-snapshots.ts'
import { RebuildRunningError } from './rebuild-running-error.ts'
import { tableNames } from './rows.ts'

/** All who come to read the view wait behind the swap for as long as it waits for one who is reading. */
const LOCK_MS_MAX = 200
/**
 * Nobody comes to read the generation before, but the server may be vacuuming it, for minutes: it lets itself be interrupted by
 * whoever has waited for as long as `deadlock_timeout`, which is one second unless somebody has set it.
 */
const DROP_LOCK_MS_MAX = 3_000
const LOCK_PAUSE_MS = 500
/** For those who read at this moment, on one snapshot or in an open transaction. */
const READERS_MS_MAX = 60_000
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Puts a generation in the place of the one that serves, caught up with it, in one transaction: readers see the old rows until
 * it commits, and the new ones then. Whoever reads now is waited for, and nobody waits longer than a moment for that.
 *
 * @param state which generation.
 * @returns where it stands.
 * @throws {RebuildBlockedError} if somebody does not end: then nothing is swapped. The signal's reason.
 */
export async function swapGeneration(
  pool: Pool,
  views: Pool,
  projection: Projection,
  state: 'building' | 'previous',
  signal?: AbortSignal,
): Promise<number> {
  const { name } = projection
  const [lane] = await loadLanes(pool, state, [name])
  if (lane === undefined) throw new RebuildRunningError(name)
  const deadlineMs = performance.now() + READERS_MS_MAX
  const catchUp = async () => {
    signal?.throwIfAborted()
    await advanceTo(views, lane, await headPosition(pool))
  }
  await catchUp()
  await outlastSnapshots(pool, name, deadlineMs, catchUp)
  for (;;) {
    try {
      await swap(pool, views, projection, lane)
      return lane.position
    } catch (error) {
      if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error
      if (performance.now() > deadlineMs) throw new RebuildBlockedError(name, 'An open transaction has read it')
    }
    await sleep(LOCK_PAUSE_MS)
    await catchUp()
  }
}

/** The live generation is held still while the other takes in its last events, and they change places. */
async function swap(pool: Pool, views: Pool, projection: Projection, lane: Lane): Promise<void> {
  const { name } = projection
  const tables = tableNames(projection)
  const client = await pool.connect()
  try {
    await client.query(`begin; set local lock_timeout = ${DROP_LOCK_MS_MAX}`)
    if (lane.state === 'building') {
      await client.query(
        `select views.drop_generation(name, generation, $2)
           from (select distinct name, generation from views.projection where name = $1 and state = 'previous') p`,
        [name, tables],
      )
    }
    await client.query(`set local lock_timeout = ${LOCK_MS_MAX}`)
    const { rows } = await client.query<{ position: number }>(
      `select position from views.projection where name = $1 and state = 'live' for update`,
      [name],
    )
    // What a process that was killed has sent may be done by the server long after: also its swap, before which this one stood.
    const isAsLoaded = await client.query(
      'select from views.projection where name = $1 and generation = $2 and state = $3',
      [name, lane.generation, lane.state],
    )
    if (rows.length !== 1 || isAsLoaded.rowCount !== 1) throw new RebuildRunningError(name)
    await advanceTo(views, lane, rows[0]!.position)
    await client.query('select views.swap_generation($1, $2, $3)', [name, lane.generation, tables])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

export async function headPosition(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ position: number }>('select position from log.head')
  return rows[0]!.position
}
