import { Worker } from 'node:worker_threads'
import type { FillOptions } from './fill-lane.ts'
import type { Lane } from './lane.ts'

/** A thread takes about half a second to start. */
export const THREAD_EVENTS_MIN = 50_000

/** What a thread is told to do; see fill-worker.ts. */
export type FillOrder = {
  readonly url: string
  readonly name: string
  readonly generation: number
  readonly shard: number
  readonly position: number
  readonly pageSize?: number
}

/**
 * Does what `fillLane` does in a thread of its own, with connections of its own, so that shards use as many processors as there
 * are.
 *
 * @param url of the database.
 * @throws what `fillLane` throws, as a plain error with the same message.
 */
export async function fillInThread(
  url: string,
  lane: Lane,
  position: number,
  { pageSize, signal }: FillOptions,
  onPage: () => void = () => {},
): Promise<void> {
  const { projection, generation, shard } = lane
  const order: FillOrder = { url, name: projection.name, generation, shard, position }
  const worker = new Worker(new URL('./fill-worker.ts', import.meta.url), {
    workerData: pageSize === undefined ? order : { ...order, pageSize },
  })
  const stop = () => worker.postMessage('stop')
  signal?.addEventListener('abort', stop, { once: true })
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (reached: number) => {
        lane.position = reached
        onPage()
      })
      worker.once('error', reject)
      worker.once('exit', (code) =>
        code === 0
          ? resolve()
          : reject(new Error(`the thread of shard ${shard} of view ${projection.name} ended by ${code}`)),
      )
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
