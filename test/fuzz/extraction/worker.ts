import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { pageOfRun } from './page-of-run.ts'
import { seedPages } from './seed-pages.ts'
import { tryPage } from './try-page.ts'

export type WorkerInput = { seed: number; from: number; to: number }
export type WorkerNews = { at: number; problem?: string; done?: true }

const { seed, from, to } = workerData as WorkerInput
const seeds = seedPages()
const tell = (news: WorkerNews) => parentPort?.postMessage(news)

for (let at = from; at < to; at++) {
  tell({ at })
  const { html, original } = pageOfRun(seeds, seed, at)
  const problem = tryPage(html, original, at)
  if (problem !== null) tell({ at, problem })
  // What a weak reference was looked through (jsdom does) stays in memory until a turn of the event loop ends.
  await setImmediate()
}
tell({ at: to, done: true })
