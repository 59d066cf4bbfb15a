import type { ClientBase } from 'pg'
import type { Projection, Row } from '../projection.ts'
import { PROJECTIONS } from '../projections.ts'

/** Rows kept in memory by a lane, so that a page need not load again what the one before has written. */
const CACHED_ROWS_MAX = 20_000

/** live: serves readers. building: is being filled. previous: served before the last swap. */
export type GenerationState = 'live' | 'building' | 'previous'

/** One shard of one generation of a view, and where this process believes it to stand. */
export type Lane = {
  readonly projection: Projection
  readonly generation: number
  readonly shard: number
  readonly shards: number
  readonly state: GenerationState
  /** Events that a person has decided to leave out. */
  readonly skipped: ReadonlySet<number>
  position: number
  /** Why it has stopped, and at which event. */
  error: { readonly message: string; readonly position: number } | null
  /** Whether this process was the last to move its checkpoint, as far as it knows: then it need not look where that stands. */
  isOurs: boolean
  /** Rows as of `position`. The fence proves that nobody else has moved it, and so that they are still right. */
  cache: Map<string, Row | null>
}

type ProjectionRow = {
  name: string
  version: number
  generation: number
  shard: number
  shards: number
  state: GenerationState
  skipped: string[]
  position: number
  error: string | null
  error_position: number | null
}

/** Makes sure that every view of this release has a row in views.projection. Twice, or by several at once, is harmless. */
export async function registerProjections(client: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`select name from views.projection where state = 'live'`)
  const missing = PROJECTIONS.filter(({ name }) => !rows.some((row) => row.name === name))
  for (const { name, version } of missing) {
    await client.query(
      `insert into views.projection (name, generation, shard, version, state) values ($1, 1, 0, $2, 'live')
       on conflict do nothing`,
      [name, version],
    )
  }
}

/** Names of the live views that another version of their fold has made: this release must not go on with them. */
export async function loadOutdated(client: Pick<ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ name: string; version: number }>(
    `select name, version from views.projection where state = 'live' and shard = 0 order by name`,
  )
  return rows.flatMap(({ name, version }) => {
    const projection = PROJECTIONS.find((one) => one.name === name)
    return projection === undefined || projection.version === version ? [] : [name]
  })
}

/** @param state which generation of each view; those that another version of its fold has made are left out. */
export async function loadLanes(
  client: Pick<ClientBase, 'query'>,
  state: GenerationState,
  names: readonly string[] = PROJECTIONS.map(({ name }) => name),
): Promise<Lane[]> {
  const { rows } = await client.query<ProjectionRow>(
    `select name, version, generation, shard, shards, state, skipped::text[] as skipped, position, error, error_position from views.projection
      where state = $1 and name = any($2) order by name, shard`,
    [state, names],
  )
  return rows.flatMap(({ name, version, skipped, error, error_position, ...row }) => {
    const projection = PROJECTIONS.find((one) => one.name === name)
    if (projection === undefined || projection.version !== version) return []
    const stopped = error === null ? null : { message: error, position: error_position ?? row.position + 1 }
    return [
      { ...row, projection, skipped: new Set(skipped.map(Number)), error: stopped, isOurs: false, cache: new Map() },
    ]
  })
}

/**
 * Forgets the oldest rows beyond the limit.
 *
 * @param keptMin newest ones, of a page that is not written yet.
 */
export function trimCache(cache: Map<string, Row | null>, keptMin = 0): void {
  const excess = cache.size - Math.max(CACHED_ROWS_MAX, keptMin)
  if (excess <= 0) return
  for (const key of cache.keys().take(excess)) cache.delete(key)
}
