import { openThreads } from '@dateline/platform'
import type { Compared, CompareTask, Parsed, ParseTask } from './parse-page.ts'

export type ParserThreads = {
  /** @returns the verdict; a page that takes too long or too much memory is rejected as over the limit. */
  parse(task: ParseTask): Promise<Parsed>
  /** @returns null if the pages cannot be compared within the limits. */
  compare(task: CompareTask): Promise<Compared | null>
  stop(): Promise<void>
}

/** Threads in which pages are read. */
export function openParserThreads(threads: number, timeoutMs: number, agenciesExtra: readonly string[]): ParserThreads {
  const filename = new URL('./parse-page.ts', import.meta.url).href
  const pool = openThreads({ filename, threads, timeoutMs, workerData: { agenciesExtra } })
  return {
    async parse(task) {
      const parsed = await pool.run<Parsed>(task)
      return parsed.kind === 'done' ? parsed.result : overLimit(`parsing ${parsed.detail}`)
    },
    async compare(task) {
      const compared = await pool.run<Compared | null>(task, 'comparePages')
      return compared.kind === 'done' ? compared.result : null
    },
    stop: () => pool.stop(),
  }
}

function overLimit(evidence: string): Parsed {
  return { verdict: { verdict: 'rejected', reason: 'over-limit', evidence }, contentSha256: null }
}
