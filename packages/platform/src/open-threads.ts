import { Piscina } from 'piscina'

/** What needs more than this is a bomb. */
const HEAP_MIB_MAX_DEFAULT = 512

export type ThreadResult<Result> =
  | { kind: 'done'; result: Result }
  /** Ended, and its thread with it. */
  | { kind: 'over-limit'; detail: string }

export type Threads = {
  /**
   * @param name of the exported function that computes; default: the module's default export.
   * @throws what the function throws.
   */
  run<Result>(task: object, name?: string): Promise<ThreadResult<Result>>
  stop(): Promise<void>
}

/**
 * What others have written is hostile: it is parsed in threads of its own, so that it can neither stall the event loop (and
 * with it the locks of all other jobs) nor outlive its limits.
 *
 * @param options.filename file URL of the module that computes, without I/O.
 * @param options.timeoutMs of one task, counted from its start: whoever waits behind a bomb does not pay for it.
 */
export function openThreads(options: {
  filename: string
  threads: number
  timeoutMs: number
  workerData?: unknown
  /** Of each thread. */
  heapMibMax?: number
}): Threads {
  const { filename, threads, timeoutMs, workerData, heapMibMax = HEAP_MIB_MAX_DEFAULT } = options
  const pool = new Piscina({
    filename,
    workerData,
    minThreads: Math.min(1, threads),
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: heapMibMax },
  })
  // Each ended thread says so; the job that was running in it has its own error.
  pool.on('error', () => {})
  let free = threads
  const waiting: (() => void)[] = []

  return {
    async run<Result>(task: object, name = 'default'): Promise<ThreadResult<Result>> {
      if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
      else free--
      try {
        return await within(task, name)
      } finally {
        const next = waiting.shift()
        if (next === undefined) free++
        else next()
      }
    },
    stop: () => pool.destroy(),
  }

  async function within<Result>(task: object, name: string): Promise<ThreadResult<Result>> {
    // An abort ends the thread itself, since a busy one could not hear a message.
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      return { kind: 'done', result: (await pool.run(task, { signal, name })) as Result }
    } catch (error) {
      if (signal.aborted) return { kind: 'over-limit', detail: `took longer than ${timeoutMs} ms` }
      if (isOutOfMemory(error)) return { kind: 'over-limit', detail: `needed more than ${heapMibMax} MiB` }
      throw error
    }
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
