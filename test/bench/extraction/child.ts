// One extractor over one set of pages, in a process of its own: CPU time counts nobody else's work.
import { readFileSync } from 'node:fs'
import { f1Of, shinglesShared } from './body-f1.ts'
import type { BenchPage } from './pages.ts'
import { PEERS } from './peers.ts'

export type Result = {
  pages: number
  f1: number
  pagesPerCpuSecond: number
  p50Ms: number
  p99Ms: number
  failed: number
}

/** Untimed: a worker reads pages for days, and compiles its code in the first of them. */
const WARM_UP_PAGES = 200
const WARM_UP_MS = 20_000

const [peer, file] = process.argv.slice(2) as [string, string]
const pages = JSON.parse(readFileSync(file, 'utf8')) as BenchPage[]
// Libraries print warnings for each page, and must not reach the network.
console.log = console.warn = console.error = console.info = console.debug = () => {}
globalThis.fetch = () => Promise.reject(new Error('no network in the bench'))

const extract = await PEERS[peer]!()
const warmUpEnd = performance.now() + WARM_UP_MS
for (let done = 0; done < WARM_UP_PAGES && performance.now() < warmUpEnd; done += 1) {
  const { html, url } = pages[done % pages.length]!
  await Promise.resolve(extract(html, url)).catch(() => {})
}

const times: number[] = []
const shares = []
let failed = 0
for (const { html, url, text } of pages) {
  const before = process.cpuUsage()
  let found = ''
  try {
    found = await extract(html, url)
  } catch {
    failed += 1
  }
  const { user, system } = process.cpuUsage(before)
  times.push((user + system) / 1_000)
  shares.push(shinglesShared(text, found))
}
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const result: Result = {
  pages: pages.length,
  f1: f1Of(shares),
  pagesPerCpuSecond: pages.length / (times.reduce((sum, ms) => sum + ms, 0) / 1_000),
  p50Ms: at(0.5),
  p99Ms: at(0.99),
  failed,
}
process.stdout.write(JSON.stringify(result))
process.exit(0)
