import type { Pool, PoolClient } from 'pg'
import type { ViewEvent } from '../projection.ts'
import { type Fold, foldPage, keysOfPage, noWrites, PoisonEventError } from './fold-page.ts'
import { type Lane, trimCache } from './lane.ts'
import { pipelined } from './pipelined.ts'
import { type EventPage, readPage, UnknownEventError } from './read-page.ts'
import { loadStates } from './rows.ts'
import { shardOf } from './shard-of.ts'
import { planWrites } from './write-page.ts'

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
    if (result.outcome !== 'advanced') await client.query('rollback')
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
  const after = lanes[0]!.position
  const [, checkpoints, { events, end }] = await pipelined(client, () => [
    client.query('begin; set local synchronous_commit = off'),
    lock(client, lanes),
    read(client, after, limit),
  ])
  const fence = compare(lanes, checkpoints)
  if (fence !== 'held') return { outcome: fence, events: 0 }
  if (end === after) return { outcome: 'idle', events: 0 }
  const taken = lanes.map(({ skipped }) => {
    return skipped.size === 0 ? events : events.filter(({ position }) => !skipped.has(position))
  })
  const folds = await pipelined<Fold[]>(client, () => lanes.map((lane, at) => loadFold(client, lane, taken[at]!)))
  const isWhole = taken.every((page) => page === events)
  if (isWhole) foldPage(folds, events)
  else for (const [index, page] of taken.entries()) foldPage([folds[index]!], page)
  await commit(client, lanes, folds, end)
  return { outcome: 'advanced', events: end - after }
}

async function commit(client: PoolClient, lanes: readonly Lane[], folds: readonly Fold[], end: number): Promise<void> {
  const plans = folds.map(({ projection, writes }, at) => planWrites(projection, lanes[at]!.generation, writes))
  const writes = plans.flatMap((plan) => plan.writes)
  const last = [() => moveCheckpoints(client, lanes, end), () => client.query('commit')]
  if (plans.some(({ copies }) => copies)) {
    for (const write of writes) await write(client)
    for (const step of last) await step()
  } else {
    await pipelined<unknown[]>(client, () => [...writes.map((write) => write(client)), ...last.map((step) => step())])
  }
  for (const { cache } of lanes) trimCache(cache)
}

function moveCheckpoints(client: PoolClient, lanes: readonly Lane[], position: number): Promise<unknown> {
  return client.query({
    name: 'views-checkpoint',
    text: `update views.projection p set position = $1, updated_at = now(), error = null, error_position = null
             from unnest($2::text[], $3::int[], $4::int[]) l (name, generation, shard)
            where p.name = l.name and p.generation = l.generation and p.shard = l.shard`,
    values: [position, ...identify(lanes)],
  })
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
