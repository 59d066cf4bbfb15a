import type { Pool, PoolClient } from 'pg'
import type { ViewEvent } from '../projection.ts'
import { type Fold, foldPage, keysOfPage, noWrites, PoisonEventError } from './fold-page.ts'
import { type Lane, trimCache } from './lane.ts'
import { type EventPage, readPage, UnknownEventError } from './read-page.ts'
import { loadStates } from './rows.ts'
import { shardOf } from './shard-of.ts'
import { writePage } from './write-page.ts'

/**
 * advanced: rows and checkpoints are committed. idle: nothing new in the log. busy: another process works on these views.
 * moved: somebody else has moved a checkpoint; the lanes now know where it stands.
 */
export type Advance = { readonly outcome: 'advanced' | 'idle' | 'busy' | 'moved'; readonly events: number }

/** How lanes read the log. */
export type ReadPage = (client: PoolClient, after: number, limit: number) => Promise<EventPage>

/** Reads what the lanes need, which stand at one position and are of one shard. */
export function readerOf(lanes: readonly Lane[]): ReadPage {
  const types = [...new Set(lanes.flatMap(({ projection }) => projection.types))]
  return (client, after, limit) => readPage(client, after, limit, types, lanes[0])
}

type Checkpoint = {
  name: string
  generation: number
  shard: number
  position: number
  error: string | null
  error_position: number | null
}

/**
 * Takes lanes that stand at the same position over one page of the log: all of them, or none.
 *
 * Exactly once: rows and checkpoint are written in one transaction, which holds the lock on the checkpoint and begins where
 * it stands. A process that dies leaves either both or neither; a second process finds the row locked and goes away, which is
 * the whole leader election. The commit does not wait for the disk: should the server crash, rows and checkpoint are lost
 * together, and the page is folded again.
 *
 * @param limit positions in the page.
 * @param read default: in the same transaction.
 * @throws {PoisonEventError | UnknownEventError} naming the event; nothing is written. Database errors as they come.
 */
export async function advance(
  pool: Pool,
  lanes: readonly Lane[],
  limit: number,
  read: ReadPage = readerOf(lanes),
): Promise<Advance> {
  const client = await pool.connect()
  let isBroken = false
  try {
    const result = await advanceWith(client, lanes, limit, read)
    await client.query(result.outcome === 'advanced' ? 'commit' : 'rollback')
    if (result.outcome === 'advanced') for (const lane of lanes) lane.position += result.events
    return result
  } catch (error) {
    for (const lane of lanes) lane.cache.clear()
    await client.query('rollback').catch(() => {
      isBroken = true
    })
    throw error
  } finally {
    client.release(isBroken)
  }
}

async function advanceWith(
  client: PoolClient,
  lanes: readonly Lane[],
  limit: number,
  read: ReadPage,
): Promise<Advance> {
  const checkpoints = await lock(client, lanes)
  const fence = compare(lanes, checkpoints)
  if (fence !== 'held') return { outcome: fence, events: 0 }
  const after = lanes[0]!.position
  const { events, end } = await read(client, after, limit)
  if (end === after) return { outcome: 'idle', events: 0 }
  const taken = lanes.map(({ skipped }) => {
    return skipped.size === 0 ? events : events.filter(({ position }) => !skipped.has(position))
  })
  const folds: Fold[] = []
  for (const [index, lane] of lanes.entries()) folds.push(await loadFold(client, lane, taken[index]!))
  const isWhole = taken.every((page) => page === events)
  if (isWhole) foldPage(folds, events)
  else for (const [index, page] of taken.entries()) foldPage([folds[index]!], page)
  for (const [index, { projection, generation, cache }] of lanes.entries()) {
    await writePage(client, projection, generation, folds[index]!.writes)
    trimCache(cache)
  }
  await client.query({
    name: 'views-checkpoint',
    text: `update views.projection p set position = $1, updated_at = now(), error = null, error_position = null
             from unnest($2::text[], $3::int[], $4::int[]) l (name, generation, shard)
            where p.name = l.name and p.generation = l.generation and p.shard = l.shard`,
    values: [end, ...identify(lanes)],
  })
  return { outcome: 'advanced', events: end - after }
}

async function loadFold(client: PoolClient, lane: Lane, events: readonly ViewEvent[]): Promise<Fold> {
  const { projection, generation, shard, shards, cache } = lane
  const isMine = (key: string) => shards === 1 || shardOf(key, shards) === shard
  const missing = [...keysOfPage(projection, events)].filter((key) => isMine(key) && !cache.has(key))
  for (const [key, row] of await loadStates(client, projection, generation, missing)) cache.set(key, row)
  return { projection, states: cache, isMine, writes: noWrites() }
}

function identify(lanes: readonly Lane[]): unknown[] {
  return [
    lanes.map(({ projection }) => projection.name),
    lanes.map(({ generation }) => generation),
    lanes.map(({ shard }) => shard),
  ]
}

async function lock(client: PoolClient, lanes: readonly Lane[]): Promise<Checkpoint[]> {
  await client.query('begin; set local synchronous_commit = off')
  const { rows } = await client.query<Checkpoint>({
    name: 'views-lock',
    text: `select p.name, p.generation, p.shard, p.position, p.error, p.error_position
             from views.projection p
             join unnest($1::text[], $2::int[], $3::int[], $4::text[]) l (name, generation, shard, state)
               on p.name = l.name and p.generation = l.generation and p.shard = l.shard and p.state = l.state
            order by p.name, p.generation, p.shard
              for update of p skip locked`,
    values: [...identify(lanes), lanes.map(({ state }) => state)],
  })
  return rows
}

/** Whether the checkpoints are where the lanes believe them to be; corrects the lanes that are wrong. */
function compare(lanes: readonly Lane[], checkpoints: readonly Checkpoint[]): 'held' | 'busy' | 'moved' {
  let isMoved = false
  for (const lane of lanes) {
    const { projection, generation, shard } = lane
    const found = checkpoints.find((one) => {
      return one.name === projection.name && one.generation === generation && one.shard === shard
    })
    if (found === undefined) continue
    if (found.position === lane.position && found.error === null) continue
    isMoved = true
    lane.position = found.position
    lane.error = found.error === null ? null : { message: found.error, position: found.error_position! }
    lane.cache.clear()
  }
  if (isMoved) return 'moved'
  return checkpoints.length === lanes.length ? 'held' : 'busy'
}

/** Whether an event, and not the state of the server, is to blame: trying again would fail again. */
export function isDataError(error: unknown): boolean {
  if (error instanceof PoisonEventError || error instanceof UnknownEventError) return true
  const code = (error as { code?: unknown } | null)?.code
  // SQLSTATE classes: data exception, integrity constraint, wrong object or column, program limit exceeded.
  return typeof code === 'string' && /^(22|23|42|54)[0-9A-Z]{3}$/.test(code)
}
