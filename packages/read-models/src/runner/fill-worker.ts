import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '@dateline/database'
import type { FillOrder } from './fill-in-thread.ts'
import { fillLane } from './fill-lane.ts'
import { loadLanes } from './lane.ts'

// The thread of one shard: started by fillInThread, tells it each position it has reached, ends its page when told to stop.
const { url, name, generation, shard, position, pageSize } = workerData as FillOrder

/** One reads, one writes, one looks up rows. */
const CONNECTIONS_MAX = 3

const stopping = new AbortController()
parentPort?.on('message', () => stopping.abort(new Error('stopped')))
parentPort?.unref()
const database = openDatabase(url, { connectionsMax: CONNECTIONS_MAX, applicationName: 'dateline-rebuild' })
try {
  const lanes = await loadLanes(database.pool, 'building', [name])
  const lane = lanes.find((one) => one.generation === generation && one.shard === shard)
  if (lane === undefined) throw new Error(`view ${name} has no shard ${shard} in generation ${generation}`)
  const options = { signal: stopping.signal, ...(pageSize === undefined ? {} : { pageSize }) }
  await fillLane(database.pool, lane, position, options, () => parentPort?.postMessage(lane.position))
} finally {
  await database.close()
}
