/**
 * Groups the stories that the link model was not trained on: half of them each time, twice over. Usage:
 *
 *   node_modules/.bin/node test/quality/cross-validate-stories.ts [DIR]
 *
 * DIR (default ../shared/data/nlp) holds the sets of training/train-story-links.ts. Half the stories are fewer to be taken
 * for one another: for figures of a whole set, of a model that has seen it, see `npm run bench -- stories`.
 *
 * All headlines of a story of uci are of one minute, that of their collection, and stories follow one another: its clock alone
 * tells them apart. "uci dense", which nothing learns from, are the same headlines on a clock that says nothing.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createGrouper } from '@dateline/classification'
import { hash32 } from '../../packages/classification/src/text/hash.ts'
import { learnLinks, type Row, readSets } from '../../packages/classification/training/learn-links.ts'
import { type ClusterScores, clusterScores } from '../bench/stories/cluster-scores.ts'

const SPLITS = 2
const DAY_MS = 86_400_000

/** Of the clock that says nothing. */
const BEGIN_DAYS = 2
const FOLLOW_DAYS = 1.5

const dir = process.argv[2] ?? resolve(import.meta.dirname, '../../../shared/data/nlp')

if (existsSync(dir)) crossValidate()
else {
  console.log(`No stories in ${dir}`)
  process.exitCode = 2
}

function crossValidate(): void {
  const sets = readSets(dir)
  const grouped = { ...sets, 'uci dense': onDenseClock(sets.uci!) }
  const scores = new Map(Object.keys(grouped).map((set) => [set, [] as ClusterScores[]]))
  for (let split = 0; split < SPLITS; split++) {
    for (const half of [0, 1]) {
      const isLearned = ({ story }: Row) => hash32(story, split) % 2 === half
      const weights = learnLinks(
        Object.values(sets).map((rows) => rows.filter(isLearned)),
        () => {},
      )
      for (const [set, rows] of Object.entries(grouped)) {
        const others = rows.filter((row) => !isLearned(row))
        const grouper = createGrouper({ model: { id: 'cross-validation', weights } })
        for (const { document } of others) grouper.observe(document, document.articleId)
        const found = others.map(({ document }) => grouper.storyOf(document.articleId) ?? '')
        const truth = others.map(({ story }) => story)
        scores.get(set)!.push(clusterScores(truth, found))
      }
    }
  }
  console.table([...scores].map(([set, found]) => ({ set, ...meansOf(found) })))
}

/** Every story begins within BEGIN_DAYS, and its articles follow over days: exponentially, FOLLOW_DAYS on average. */
function onDenseClock(rows: readonly Row[]): Row[] {
  const share = (text: string) => (hash32(text, SPLITS) + 0.5) / 2 ** 32
  const timed = rows.map(({ story, document }) => {
    const days = BEGIN_DAYS * share(story) - FOLLOW_DAYS * Math.log(share(document.articleId))
    const at = new Date(Date.UTC(2014, 2, 10) + days * DAY_MS).toISOString()
    return { story, document: { ...document, publishedAt: at, seenAt: at } }
  })
  return timed.sort((a, b) => (a.document.seenAt < b.document.seenAt ? -1 : 1))
}

function meansOf(found: readonly ClusterScores[]) {
  const mean = (figure: keyof ClusterScores) =>
    Math.round((found.reduce((sum, scores) => sum + scores[figure], 0) / found.length) * 1_000) / 1_000
  return { 'B³ F1': mean('b3F1'), 'pair F1': mean('pairF1'), 'pair P': mean('pairPrecision'), ARI: mean('ari') }
}
