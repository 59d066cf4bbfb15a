import { createGrouper } from '@dateline/classification'
import { percentiles } from './percentiles.ts'
import { syntheticArticle } from './synthetic-articles.ts'

/** The first row; each further one is at twice the articles. */
const FIRST_ROW = 5_000

/** Articles made at a time, which is not measured. */
const BATCH = 500

/** What later rows are compared with. */
const BASE_ROW = 10_000

/**
 * Prints what an article costs as the log grows, row by row as it goes: each is the mean of all articles since the row before,
 * the garbage collector's work among them. CPU time, so that other work on the machine counts little.
 *
 * The base is the row at 10,000: articles 5,001 to 10,000, when the compiler is warm, but the window of 131,072 articles is
 * nearly empty, nothing is swept, and most of what is looked up stands in the processor's caches; and no second look is due
 * before a quarter of a day has gone by, at 12,500. A full window costs more for these reasons alone; from 160,000 on the rows
 * must be level.
 */
export function printScale(articles: number, words: number): void {
  const grouper = createGrouper()
  const table: Record<string, number | string>[] = []
  let tookMs: number[] = []
  let cpuMs = 0
  let baseMs = Number.NaN
  for (let seen = 0, row = Math.min(FIRST_ROW, articles); seen < articles; ) {
    const size = Math.min(BATCH, row - seen)
    const batch = Array.from({ length: size }, (_, at) => syntheticArticle(seen + at, words))
    const before = process.cpuUsage()
    for (const document of batch) tookMs.push(timeOf(() => grouper.observe(document, document.articleId)))
    const { user, system } = process.cpuUsage(before)
    cpuMs += (user + system) / 1_000
    seen += size
    if (seen < row) continue
    const meanMs = (cpuMs / tookMs.length).toFixed(3)
    const rssMb = Math.round(process.memoryUsage().rss / 1e6)
    if (seen === BASE_ROW) baseMs = cpuMs / tookMs.length
    const relative = Number.isNaN(baseMs) ? '–' : (cpuMs / tookMs.length / baseMs).toFixed(2)
    console.log(`${seen}: ${meanMs} ms of CPU each since the row before, ${rssMb} MB`)
    table.push({
      articles: seen,
      'CPU ms': meanMs,
      'of @10,000': relative,
      'ms on the clock': percentiles(tookMs),
      'RSS MB': rssMb,
    })
    row = Math.min(2 * row, articles)
    tookMs = []
    cpuMs = 0
  }
  console.log(`synthetic articles of ${words} words, the mean of all since the row before:`)
  console.table(table)
}

function timeOf(observe: () => unknown): number {
  const startMs = performance.now()
  observe()
  return performance.now() - startMs
}
