import { Worker } from 'node:worker_threads'
import type { WorkerInput, WorkerNews } from './worker.ts'

export type Problem = { page: number; problem: string }

/** Everything that is tried on one page, several times over the limit that a page has in production. */
const PAGE_MS_MAX = 30_000
const HEAP_MIB_MAX = 1_024

/**
 * Tries pages one after the other in a thread that can be ended: a page that hangs, or needs too much memory, is a problem like
 * any other, and the run goes on behind it.
 */
export async function runSlice(
  input: WorkerInput,
  onPage: (page: number) => void,
  pageMsMax = PAGE_MS_MAX,
  onProblem: (problem: Problem) => void = () => {},
): Promise<Problem[]> {
  const problems: Problem[] = []
  const note = (problem: Problem) => {
    problems.push(problem)
    onProblem(problem)
  }
  for (let from = input.from; from < input.to; ) {
    const { ended, reason } = await runThread({ ...input, from }, pageMsMax, onPage, note)
    if (reason !== null) note({ page: ended, problem: reason })
    from = ended + 1
  }
  return problems
}

function runThread(
  input: WorkerInput,
  pageMsMax: number,
  onPage: (page: number) => void,
  note: (problem: Problem) => void,
): Promise<{ ended: number; reason: string | null }> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB_MAX },
    })
    let at = input.from
    let cpuMs = cpuMsSoFar()
    let timer = setTimeout(hang, pageMsMax * 4) // the first page waits for the thread to load
    worker.on('message', (news: WorkerNews) => {
      at = news.at
      cpuMs = cpuMsSoFar()
      if (news.problem !== undefined) note({ page: at, problem: news.problem })
      if (news.done) return end(null)
      clearTimeout(timer)
      timer = setTimeout(hang, pageMsMax)
      onPage(at)
    })
    worker.on('error', (error) => end(`ends its thread: ${error.message}`))

    function hang() {
      // A busy machine may not let the thread run at all: only time it has had counts.
      if (cpuMsSoFar() - cpuMs < pageMsMax / 2) {
        timer = setTimeout(hang, pageMsMax)
        return
      }
      end(`takes longer than ${pageMsMax} ms`)
    }
    function end(reason: string | null) {
      clearTimeout(timer)
      resolve({ ended: at, reason })
      void worker.terminate()
    }
  })
}

/** Of all threads of this process, in which only one has work. */
function cpuMsSoFar(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
