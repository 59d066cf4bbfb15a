import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@dateline/database'
import type { Pool } from 'pg'
import { advanceSafely, type OnStop, type Step } from './advance-safely.ts'
import { type Lane, loadLanes, loadOutdated, registerProjections } from './lane.ts'
import { listenToLog } from './listen-to-log.ts'
import { PAGE_EVENTS, PAGE_EVENTS_MAX } from './page-events.ts'
import { RebuildStoppedError, rebuild } from './rebuild.ts'
import { RebuildRunningError } from './rebuild-running-error.ts'
import { openViewPool } from './view-pool.ts'

/** The net below the notification: how late an event can be seen if none came. */
const POLL_MS = 50
/** Between looks at a view that another process works on. */
const BUSY_MS = 5
/** How soon a swap of generations, a retry or a skip by another process is seen. */
const RELOAD_MS = 250
/** Longer while the database is away. */
const RETRY_MS = 1_000
/** A rebuild that has stopped at an event waits for a person. */
const STOPPED_RETRY_MS = 60_000

export type RunOptions = {
  readonly pageSize?: number
  readonly signal: AbortSignal
  readonly pollMs?: number
  /** A view that has stopped (PROJECTION_STOPPED), or a server that is unwell: a person should know. */
  readonly onError?: (error: Error) => void
  /** After every page. */
  readonly onProgress?: (progress: { readonly name: string; readonly position: number }) => void
}

/** A view has met an event it cannot take in, and waits for a retry or a skip. */
export class ProjectionStoppedError extends Error {
  readonly code = 'PROJECTION_STOPPED'
  readonly retryable = false
  readonly projection: string
  readonly position: number

  constructor({ projection, error }: Lane) {
    super(`view ${projection.name} has stopped at event ${error?.position}: ${error?.message}`)
    this.name = 'ProjectionStoppedError'
    this.projection = projection.name
    this.position = error?.position ?? 0
  }
}

/**
 * Keeps every view up to date until `signal` aborts; then finishes its page and resolves. Run it in as many processes as you
 * like: one of them works, the others take over when it is gone. A view that has stopped is tried once by each, since its
 * release may know better than the one that stopped. A view that another version of its fold has made is rebuilt beside the one that serves,
 * which a process of the release before may keep up to date until then.
 */
export async function runProjections(database: Database, options: RunOptions): Promise<void> {
  const { signal, pageSize = PAGE_EVENTS, pollMs = POLL_MS, onError = () => {} } = options
  const log = listenToLog(database.pool, onError)
  const views = openViewPool(database.pool)
  let isRenewed = false
  const onRenewed = () => {
    isRenewed = true
  }
  const renewing = registerProjections(database.pool)
    .then(() => renewOutdated(database, { ...options, onRenewed }))
    .catch(onError)
  try {
    let lanes: Lane[] | null = null
    let loadedAt = 0
    /** In front of what this process itself could not go on. */
    const tried = new Set<string>()
    const onStop = (lane: Lane) => {
      tried.add(placeOf(lane))
      onError(new ProjectionStoppedError(lane))
    }
    while (!signal.aborted) {
      try {
        if (lanes === null) {
          await registerProjections(database.pool)
          lanes = await loadLanes(database.pool, 'live')
          loadedAt = performance.now()
          await retryStopped(database, lanes, tried)
        }
        const heard = log.position()
        const step = await passOver(views, lanes, pageSize, onStop, options.onProgress)
        // What a view has read already is no news when the server tells of it, too.
        const seen = Math.max(heard, ...lanes.map(({ position }) => position))
        if (step !== 'advanced') await log.wait(seen, pollMs, signal)
        // Meanwhile another generation may have become the live one, or a person has let a view go on.
        const isStale = step === 'busy' || lanes.some(({ error }) => error !== null)
        if (isRenewed || (isStale && performance.now() - loadedAt > RELOAD_MS)) lanes = null
        isRenewed = false
      } catch (error) {
        lanes = null
        onError(error as Error)
        await sleep(RETRY_MS, undefined, { signal }).catch(() => {})
      }
    }
  } finally {
    await renewing
    await log.close()
    await views.end()
  }
}

/** Rebuilds what was folded by another version, or waits for whoever does so. */
async function renewOutdated(
  database: Database,
  { signal, onError = () => {}, onRenewed }: RunOptions & { readonly onRenewed: () => void },
): Promise<void> {
  while (!signal.aborted) {
    try {
      const [outdated] = await loadOutdated(database.pool)
      if (outdated === undefined) return
      await rebuild(database, outdated, { signal })
      onRenewed()
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof RebuildRunningError)) onError(error as Error)
      const isStopped = error instanceof RebuildStoppedError
      await sleep(isStopped ? STOPPED_RETRY_MS : RETRY_MS, undefined, { signal }).catch(() => {})
    }
  }
}

/**
 * Brings the live views to the head of the log and returns: for tests and one-off tools.
 *
 * @throws {ProjectionStoppedError} if one cannot get there.
 */
export async function catchUp(database: Database, options: { readonly pageSize?: number } = {}): Promise<void> {
  await registerProjections(database.pool)
  for (const name of await loadOutdated(database.pool)) await rebuild(database, name)
  const lanes = await loadLanes(database.pool, 'live')
  await retryStopped(database, lanes, new Set())
  const views = openViewPool(database.pool)
  try {
    for (let step: Step = 'busy'; step !== 'idle'; ) {
      step = await passOver(views, lanes, options.pageSize ?? PAGE_EVENTS, () => {}, undefined)
      if (step === 'busy') await sleep(BUSY_MS)
    }
  } finally {
    await views.end()
  }
  const stopped = lanes.find(({ error }) => error !== null)
  if (stopped !== undefined) throw new ProjectionStoppedError(stopped)
}

/** One page for every position at which lanes stand. */
async function passOver(
  views: Pool,
  lanes: readonly Lane[],
  pageSize: number,
  onStop: OnStop,
  onProgress: RunOptions['onProgress'],
): Promise<Step> {
  const steps = new Set<Step>()
  const running = lanes.filter(({ error }) => error === null)
  for (const [, group] of Map.groupBy(running, ({ position }) => position)) {
    const step = await advanceSafely(views, group, Math.min(pageSize, PAGE_EVENTS_MAX), onStop)
    steps.add(step)
    if (step === 'idle' || step === 'busy') continue
    for (const { projection, position } of group) onProgress?.({ name: projection.name, position })
  }
  return (['advanced', 'busy', 'reached'] as const).find((step) => steps.has(step)) ?? 'idle'
}

function placeOf({ projection, generation, shard, position }: Lane): string {
  return [projection.name, generation, shard, position].join(' ')
}

async function retryStopped({ pool }: Database, lanes: readonly Lane[], tried: ReadonlySet<string>): Promise<void> {
  for (const lane of lanes) {
    if (lane.error === null || tried.has(placeOf(lane))) continue
    const { projection, generation, shard, position } = lane
    await pool.query(
      `update views.projection set error = null, error_position = null
        where name = $1 and generation = $2 and shard = $3 and position = $4`,
      [projection.name, generation, shard, position],
    )
    lane.error = null
  }
}
