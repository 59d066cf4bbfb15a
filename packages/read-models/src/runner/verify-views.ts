import { assertBodiesPresent, type Database } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import { digestGeneration, withSnapshot } from '../digest.ts'
import type { Projection } from '../projection.ts'
import { PROJECTIONS } from '../projections.ts'
import { PoisonEventError } from './fold-page.ts'
import { finishHistory } from './index-and-compare.ts'
import { loadLanes, registerProjections } from './lane.ts'
import { PAGE_EVENTS_MAX } from './page-events.ts'
import {
  beginGeneration,
  checkShards,
  dropGenerations,
  fillAllTo,
  holdingRebuildLock,
  projectionNamed,
  RebuildStoppedError,
} from './rebuild.ts'

/** A way to fold the log that must not change the result. */
export type Plan = { readonly pageSize: number; readonly shards: number }

/** The two that differ most. Page 1 is slow, some milliseconds an event: on a long log one may give only the second. */
export const PLANS: readonly Plan[] = [
  { pageSize: 1, shards: 1 },
  { pageSize: 5_000, shards: 4 },
]

export type ViewVerdict = {
  readonly name: string
  /** Of the live view when it was compared. */
  readonly position: number
  readonly sha256: string
  readonly rebuilt: readonly (Plan & { readonly sha256: string })[]
  readonly isSame: boolean
}

/** After each page of a view that is folded anew. */
export type VerifyProgress = Plan & { readonly name: string; readonly position: number; readonly endPosition: number }

export type VerifyOptions = {
  readonly plans?: readonly Plan[]
  /** Default: all. */
  readonly names?: readonly string[]
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: VerifyProgress) => void
  readonly onVerdict?: (verdict: ViewVerdict) => void
}

/**
 * Proves that the live views are what the log says: each is folded again from the start, in every way of `plans`, up to where
 * it stands, into tables of its own that are dropped afterwards, and the digests over all rows are compared.
 *
 * @throws {RebuildRunningError} if a view is being rebuilt, {BadInputError} for an unknown name or an impossible plan,
 *   {RebuildStoppedError} naming an event that a fold cannot take in.
 */
export async function verifyViews(database: Database, options: VerifyOptions = {}): Promise<ViewVerdict[]> {
  for (const plan of options.plans ?? PLANS) checkPlan(plan)
  await assertBodiesPresent(database)
  await registerProjections(database.pool)
  const names = options.names ?? PROJECTIONS.map(({ name }) => name)
  const verdicts: ViewVerdict[] = []
  for (const projection of names.map(projectionNamed)) {
    const verdict = await holdingRebuildLock(database.pool, projection.name, () =>
      verify(database, projection, options),
    ).catch((error: Error) => {
      throw error instanceof PoisonEventError ? new RebuildStoppedError(projection.name, error) : error
    })
    options.onVerdict?.(verdict)
    verdicts.push(verdict)
  }
  return verdicts
}

function checkPlan({ pageSize, shards }: Plan): void {
  checkShards(shards)
  if (Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= PAGE_EVENTS_MAX) return
  throw new BadInputError(`The number of events a page must be from 1 to ${PAGE_EVENTS_MAX}.`)
}

async function verify(database: Database, projection: Projection, options: VerifyOptions): Promise<ViewVerdict> {
  const { name } = projection
  const live = await withSnapshot(database, async (client) => {
    const [lane] = await loadLanes(client, 'live', [name])
    if (lane === undefined) throw new BadInputError(`View ${name} was folded by another version: rebuild it first.`)
    return { position: lane.position, sha256: await digestGeneration(client, projection, lane.generation) }
  })
  const rebuilt: (Plan & { sha256: string })[] = []
  for (const plan of options.plans ?? PLANS) {
    const sha256 = await foldAnew(database, projection, plan, live.position, options)
    rebuilt.push({ ...plan, sha256 })
  }
  return { name, ...live, rebuilt, isSame: rebuilt.every(({ sha256 }) => sha256 === live.sha256) }
}

async function foldAnew(
  database: Database,
  projection: Projection,
  plan: Plan,
  position: number,
  { signal, onProgress }: VerifyOptions,
): Promise<string> {
  const { pool } = database
  const { pageSize, shards } = plan
  const { name } = projection
  await dropGenerations(pool, projection, 'building')
  const generation = await beginGeneration(pool, projection, shards)
  try {
    const lanes = await loadLanes(pool, 'building', [name])
    const options = signal === undefined ? { pageSize } : { pageSize, signal }
    await fillAllTo(pool, lanes, position, options, () => {
      const reached = Math.min(...lanes.map((lane) => lane.position))
      onProgress?.({ ...plan, name, position: reached, endPosition: position })
    })
    await finishHistory(pool, { projection, generation })
    return await withSnapshot(database, (client) => digestGeneration(client, projection, generation))
  } finally {
    await dropGenerations(pool, projection, 'building')
  }
}
