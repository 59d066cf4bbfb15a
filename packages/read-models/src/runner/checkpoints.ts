import type { ClientBase } from 'pg'
import type { Lane } from './lane.ts'
import { arrayLiteral, type Statement } from './transact.ts'

export type Checkpoint = {
  name: string
  generation: number
  shard: number
  position: number
  error: string | null
  error_position: number | null
}

function identify(lanes: readonly Lane[]): unknown[][] {
  return [
    lanes.map(({ projection }) => projection.name),
    lanes.map(({ generation }) => generation),
    lanes.map(({ shard }) => shard),
    lanes.map(({ state }) => state),
  ]
}

/** @returns those that nobody else holds at this moment. */
export async function look(client: Pick<ClientBase, 'query'>, lanes: readonly Lane[]): Promise<Checkpoint[]> {
  const { rows } = await client.query<Checkpoint>({
    name: 'views-look',
    text: `select p.name, p.generation, p.shard, p.position, p.error, p.error_position
             from views.projection p
             join unnest($1::text[], $2::int[], $3::int[], $4::text[]) l (name, generation, shard, state)
               on p.name = l.name and p.generation = l.generation and p.shard = l.shard and p.state = l.state
            order by p.name, p.generation, p.shard
              for update of p skip locked`,
    values: identify(lanes),
  })
  return rows
}

/** Whether the checkpoints are where the lanes believe them to be; corrects the lanes that are wrong. */
export function compare(lanes: readonly Lane[], checkpoints: readonly Checkpoint[]): 'free' | 'busy' | 'moved' {
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
  return checkpoints.length === lanes.length ? 'free' : 'busy'
}

/**
 * The fence: moves checkpoints that all stand where the lanes do, live or building as the lanes are, and holds them until the
 * end of the transaction; the others wait for it, and then find them elsewhere. First in the transaction of a page, so that
 * what is sent behind it without waiting does nothing where it fails.
 *
 * @throws an error for which `isFenceError` holds, if one of them stands elsewhere.
 */
export function moveCheckpoints(lanes: readonly Lane[], position: number): Statement {
  return {
    name: 'views-move',
    text: 'select views.move_checkpoints($1, $2, $3, $4, $5, $6)',
    values: [...identify(lanes).map(arrayLiteral), String(lanes[0]!.position), String(position)],
  }
}

/** Whether somebody else has moved the checkpoints, or has changed their generation's part. */
export function isFenceError(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'DL001'
}
