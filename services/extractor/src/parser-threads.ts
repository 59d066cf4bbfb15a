import { openThreads } from '@dateline/platform'
import { NO_SIGNALS } from './page-signals.ts'
import type { Compared, CompareTask, CopyFindings, CopyTask, Parsed, ParseTask } from './parse-page.ts'

export type ParserThreads = {
  /** @returns the verdict; a page that takes too long or too much memory is rejected as over the limit. */
  parse(task: ParseTask): Promise<Parsed>
  /** @returns null if the pages cannot be compared within the limits. */
  compare(task: CompareTask): Promise<Compared | null>
  /** @returns null also if it cannot be told within the limits. */
  judgeCopy(task: CopyTask): Promise<CopyFindings | null>
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
    async judgeCopy(task) {
      const found = await pool.run<CopyFindings>(task, 'judgeCopy')
      return found.kind === 'done' ? found.result : null
    },
    stop: () => pool.stop(),
  }
}

function overLimit(evidence: string): Parsed {
  return { verdict: { verdict: 'rejected', reason: 'over-limit', evidence }, contentSha256: null, signals: NO_SIGNALS }
}
