import { Piscina } from 'piscina'
import type { Compared, CompareTask, Parsed, ParseTask } from './parse-page.ts'

/** A page that needs more than this is a bomb. */
const HEAP_MIB_MAX = 512

export type ParserThreads = {
  /** @returns the verdict; a page that takes too long or too much memory is rejected as over the limit. */
  parse(task: ParseTask): Promise<Parsed>
  /** @returns null if the pages cannot be compared within the limits. */
  compare(task: CompareTask): Promise<Compared | null>
  stop(): Promise<void>
}

/**
 * Pages are hostile: parsing runs in threads of its own, so that one page can neither stall the event loop (and with it
 * the locks of all other jobs) nor outlive its time limit.
 */
export function openParserThreads(threads: number, timeoutMs: number, agenciesExtra: readonly string[]): ParserThreads {
  const pool = new Piscina({
    filename: new URL('./parse-page.ts', import.meta.url).href,
    workerData: { agenciesExtra },
    minThreads: 1,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB_MAX },
  })
  // Each ended thread says so; the job that was running in it has its own error.
  pool.on('error', () => {})
  return {
    parse: (task) => within(task, 'default', (reason) => overLimit(`parsing ${reason}`)),
    compare: (task) => within(task, 'comparePages', () => null),
    stop: () => pool.destroy(),
  }

  async function within<Result>(task: object, name: string, onLimit: (reason: string) => Result): Promise<Result> {
    // An abort ends the thread itself, since a busy one could not hear a message.
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      return (await pool.run(task, { signal, name })) as Result
    } catch (error) {
      if (signal.aborted) return onLimit(`took longer than ${timeoutMs} ms`)
      if (isOutOfMemory(error)) return onLimit(`needed more than ${HEAP_MIB_MAX} MiB`)
      throw error
    }
  }
}

function overLimit(evidence: string): Parsed {
  return { verdict: { verdict: 'rejected', reason: 'over-limit', evidence }, contentSha256: null }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
