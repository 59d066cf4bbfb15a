import type { ClientBase } from 'pg'
import type { Lane } from './lane.ts'

export type Checkpoint = {
  name: string
  generation: number
  shard: number
  position: number
  error: string | null
  error_position: number | null
}

/**
 * Begins the transaction of a page, which need not wait for the disk. Its statements are planned once for a connection, since
 * planning them took longer than running them; and by index, since a plan that was made for an empty table must still do when
 * it is full.
 */
export const BEGIN = `begin; set local synchronous_commit = off; set local plan_cache_mode = force_generic_plan;
  set local enable_seqscan = off`

function identify(lanes: readonly Lane[]): unknown[] {
  return [
    lanes.map(({ projection }) => projection.name),
    lanes.map(({ generation }) => generation),
    lanes.map(({ shard }) => shard),
  ]
}

/** @returns those that nobody else holds. */
export async function lock(client: ClientBase, lanes: readonly Lane[]): Promise<Checkpoint[]> {
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
export function compare(lanes: readonly Lane[], checkpoints: readonly Checkpoint[]): 'held' | 'busy' | 'moved' {
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

/** Together with the rows up to `position`, in one transaction. */
export function moveCheckpoints(client: ClientBase, lanes: readonly Lane[], position: number): Promise<unknown> {
  return client.query({
    name: 'views-checkpoint',
    text: `update views.projection p set position = $1, updated_at = now(), error = null, error_position = null
             from unnest($2::text[], $3::int[], $4::int[]) l (name, generation, shard)
            where p.name = l.name and p.generation = l.generation and p.shard = l.shard`,
    values: [position, ...identify(lanes)],
  })
}
