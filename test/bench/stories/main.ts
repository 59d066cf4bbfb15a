// How well stories and copies are found, how many articles a second of CPU are read and grouped, and what an article costs as
// their number grows.
//
//   npm run bench -- stories [--articles 100000] [--words 300] [--data DIR]
//
// --articles  made-up ones for the last question; 0: do not ask it
// --data      folder of .jsonl.gz sets for the first two
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { classifyTopics, createGrouper, findEntities } from '@dateline/classification'
import { match } from '../../quality/adapters/copies.ts'
import { group } from '../../quality/adapters/stories.ts'
import { type BenchmarkRow, documentOf } from '../../quality/adapters/story-document.ts'
import { clusterScores } from './cluster-scores.ts'
import { percentiles } from './percentiles.ts'
import { printScale } from './scale.ts'
import { WORDS } from './synthetic-articles.ts'

const DATA = new URL('../../../../shared/data/nlp', import.meta.url).pathname

const SETS = [
  { set: 'fnc-dense', task: 'story', note: 'clock simulated, titles inferred' },
  { set: 'ecb', task: 'story', note: 'clock simulated' },
  { set: 'uci', task: 'story', note: 'headlines only' },
  { set: 'wire', task: 'dup', note: 'copies generated' },
] as const

/** Prints quality, speed and scale of story grouping and copy detection. */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', default: DATA },
      articles: { type: 'string', default: '100000' },
      words: { type: 'string', default: String(WORDS) },
    },
  })
  const articles = Number(values.articles)
  if (!Number.isSafeInteger(articles) || articles < 0) throw new Error('--articles wants a number, e.g. 1000000')
  const words = Number(values.words)
  if (!Number.isSafeInteger(words) || words < 20) throw new Error('--words wants a number from 20, e.g. 300')
  if (existsSync(values.data)) {
    printQuality(values.data)
    printSpeed(values.data)
  } else console.log(`No quality figures: ${values.data} is absent (name a folder of .jsonl.gz sets with --data).`)
  if (articles > 0) printScale(articles, words)
}

type Row = BenchmarkRow & { readonly story?: string; readonly dup?: string; readonly split: string }

function readRows(data: string, set: string): Row[] {
  const lines = gunzipSync(readFileSync(join(data, `${set}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
  const rows = lines.filter(Boolean).map((line) => JSON.parse(line) as Row)
  return rows
    .filter(({ split }) => split !== 'train')
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : a.id < b.id ? -1 : 1))
}

function printQuality(data: string): void {
  const table = SETS.map(({ set, task, note }) => {
    const rows = readRows(data, set)
    const found = task === 'story' ? group(rows).map(({ story }) => story ?? '') : match(rows).map(({ dup }) => dup)
    const { b3F1, pairPrecision, pairF1, ari } = clusterScores(
      rows.map((row) => row[task]!),
      found,
    )
    return {
      set,
      articles: rows.length,
      'B³ F1': round(b3F1),
      'pair F1': round(pairF1),
      'pair P': round(pairPrecision),
      ARI: round(ari),
      note,
    }
  })
  console.table(table)
}

/** Language, topics, copies and stories of full articles, one core; and the same with entities, as the classifier finds them. */
function printSpeed(data: string): void {
  const rows = readRows(data, 'fnc-dense')
  for (const withEntities of [false, true]) {
    const tookMs: number[] = []
    let cpuMs = 0
    for (let pass = 0; pass < WARM_UP_PASSES + MEASURED_PASSES; pass++) {
      const took = timeArticles(rows, withEntities)
      if (pass < WARM_UP_PASSES) continue
      tookMs.push(...took.tookMs)
      cpuMs += took.cpuMs
    }
    const perSecond = Math.round((1_000 * tookMs.length) / cpuMs)
    const stages = `language, topics,${withEntities ? ' entities,' : ''} copy, story`
    console.log(`${stages}: ${perSecond} a second of CPU; ms each: ${percentiles(tookMs)}`)
  }
}

/** The first passes warm up the compiler; the garbage of one pass is collected in another. */
const WARM_UP_PASSES = 2
const MEASURED_PASSES = 3

function timeArticles(rows: readonly Row[], withEntities: boolean): { tookMs: number[]; cpuMs: number } {
  const grouper = createGrouper()
  const before = process.cpuUsage()
  const tookMs = rows.map((row, at) => {
    const startMs = performance.now()
    const document = documentOf(row, at + 1)
    classifyTopics(document.title, document.text, document.language)
    if (withEntities) findEntities(document.text, document.language)
    grouper.observe(document, document.articleId)
    return performance.now() - startMs
  })
  const { user, system } = process.cpuUsage(before)
  return { tookMs, cpuMs: (user + system) / 1_000 }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
