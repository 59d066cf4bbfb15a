import { Worker } from 'node:worker_threads'
import type { FillOptions } from './fill-lane.ts'
import { PoisonEventError } from './fold-page.ts'
import type { Lane } from './lane.ts'

/** A thread takes about half a second to start. */
export const THREAD_EVENTS_MIN = 50_000
/** How long a thread without work is kept: whoever rebuilds one view, or verifies one, often goes on with the next. */
const IDLE_MS_MAX = 60_000

/** What a thread is told to do; see fill-worker.ts. */
export type FillOrder = {
  readonly url: string
  readonly name: string
  readonly generation: number
  readonly shard: number
  readonly position: number
  readonly pageSize?: number
}

/** What a thread tells: each position it has reached, and how its order has ended. */
export type FillNews =
  | { readonly reached: number }
  | { readonly ended: 'filled' }
  | { readonly ended: 'failed'; readonly message: string }
  | { readonly ended: 'poisoned'; readonly position: number; readonly message: string }

/**
 * Does what `fillLane` does in a thread of its own, with connections of its own, so that shards use as many processors as there
 * are. The thread is kept for the next call: starting one, and compiling again what it runs, takes as long as some ten
 * thousand events.
 *
 * @param url of the database.
 * @throws {PoisonEventError}. The signal's reason, where it has aborted before. All else that `fillLane` throws as a plain error
 *   with the same message.
 */
export async function fillInThread(
  url: string,
  lane: Lane,
  position: number,
  { pageSize, signal }: FillOptions,
  onPage: () => void = () => {},
): Promise<void> {
  signal?.throwIfAborted()
  const { projection, generation, shard } = lane
  const order: FillOrder = { url, name: projection.name, generation, shard, position }
  const worker = takeThread()
  const stop = () => worker.postMessage('stop')
  signal?.addEventListener('abort', stop, { once: true })
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (news: FillNews) => {
        if ('reached' in news) {
          lane.position = news.reached
          onPage()
        } else if (news.ended === 'filled') resolve()
        else if (news.ended === 'poisoned') reject(new PoisonEventError(news.position, new Error(news.message)))
        else reject(new Error(news.message))
      })
      worker.once('error', reject)
      worker.once('exit', (code) =>
        reject(new Error(`the thread of shard ${shard} of view ${projection.name} ended by ${code}`)),
      )
      worker.postMessage(pageSize === undefined ? order : { ...order, pageSize })
    })
    keepThread(worker)
  } catch (error) {
    await worker.terminate()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** Threads without work, each with the timer that ends it. */
const idle = new Map<Worker, NodeJS.Timeout>()

function takeThread(): Worker {
  for (const [worker, timer] of idle) {
    forget(worker, timer)
    worker.ref()
    return worker
  }
  return new Worker(new URL('./fill-worker.ts', import.meta.url))
}

/** Does not keep the process alive. */
function keepThread(worker: Worker): void {
  stopListening(worker)
  worker.unref()
  const end = () => {
    forget(worker, timer)
    void worker.terminate()
  }
  const timer = setTimeout(end, IDLE_MS_MAX).unref()
  idle.set(worker, timer)
  worker.once('error', end).once('exit', end)
}

function forget(worker: Worker, timer: NodeJS.Timeout): void {
  clearTimeout(timer)
  idle.delete(worker)
  stopListening(worker)
}

/** To each by its name: a worker also listens to itself. */
function stopListening(worker: Worker): void {
  for (const name of ['message', 'error', 'exit']) worker.removeAllListeners(name)
}
