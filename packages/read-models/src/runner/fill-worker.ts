import { parentPort } from 'node:worker_threads'
import { openDatabase } from '@dateline/database'
import type { FillNews, FillOrder } from './fill-in-thread.ts'
import { fillLane } from './fill-lane.ts'
import { PoisonEventError } from './fold-page.ts'
import { loadLanes } from './lane.ts'

// A thread of fillInThread: takes one order after the other, tells each position it has reached, ends its page when told to stop.

/** One reads, one writes, one looks up rows. */
const CONNECTIONS_MAX = 3

let stopping = new AbortController()
parentPort?.on('message', (message: FillOrder | 'stop') => {
  if (message === 'stop') stopping.abort(new Error('stopped'))
  else void obey(message)
})

async function obey(order: FillOrder): Promise<void> {
  stopping = new AbortController()
  try {
    await fill(order, stopping.signal)
    tell({ ended: 'filled' })
  } catch (error) {
    tell(endOf(error))
  }
}

function endOf(error: unknown): FillNews {
  if (error instanceof PoisonEventError) {
    return { ended: 'poisoned', position: error.position, message: messageOf(error.cause) }
  }
  return { ended: 'failed', message: messageOf(error) }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function fill(
  { url, name, generation, shard, position, pageSize }: FillOrder,
  signal: AbortSignal,
): Promise<void> {
  const database = openDatabase(url, { connectionsMax: CONNECTIONS_MAX, applicationName: 'dateline-rebuild' })
  try {
    const lanes = await loadLanes(database.pool, 'building', [name])
    const lane = lanes.find((one) => one.generation === generation && one.shard === shard)
    if (lane === undefined) throw new Error(`view ${name} has no shard ${shard} in generation ${generation}`)
    const options = pageSize === undefined ? { signal } : { signal, pageSize }
    await fillLane(database.pool, lane, position, options, () => tell({ reached: lane.position }))
  } finally {
    await database.close()
  }
}

function tell(news: FillNews): void {
  parentPort?.postMessage(news)
}
