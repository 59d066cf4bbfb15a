// How often entities, topics and languages are right.
//
//   npm run bench -- topics [--data DIR]     a folder of .jsonl.gz sets
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { findEntities } from '@dateline/classification'
import { detect } from '../../quality/adapters/language.ts'
import { classify, iptc, likeliest, train } from '../../quality/adapters/topics.ts'
import { readPages } from '../../quality/entities/read-pages.ts'
import { scoreEntities } from '../../quality/entities/score-entities.ts'

const DATA = new URL('../../../../shared/data/nlp', import.meta.url).pathname

const TRAINED = ['bbc', 'r8', 'r52'] as const

/** Sets that name their languages by ISO 639-1. */
const LANGUAGES = ['bbc', 'tg', 'uci'] as const

type Row = { id: string; title: string; text: string; lang: string; split: string; topic?: string; story?: string }
type StoryLabel = { story: string; primary: string; secondary: string[] }
type Line = { set: string; texts: number; measure: string; figure: number; 'texts a CPU second': number; note: string }

/** Prints how often entities, topics and languages are right. */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string', default: DATA } } })
  const { data } = values
  printEntities()
  if (!existsSync(data)) {
    console.log(`No figures: ${data} is absent (name a folder of .jsonl.gz sets with --data).`)
    return
  }
  console.table([...trainedLines(data), ...shippedLines(data), unseenLine(data), ...languageLines(data)])
}

/** Names, numbers, dates and quotations on the pages that were marked by hand; those written first beside all. */
function printEntities(): void {
  const pages = readPages()
  const find = ({ text, language }: (typeof pages)[number]) => findEntities(text, language)
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000
  console.table(
    scoreEntities(pages, find).scores.map(({ precision, recall, f1, ...counts }) => ({
      ...counts,
      precision: rounded(precision),
      recall: rounded(recall),
      F1: rounded(f1),
    })),
  )
}

function readRows(data: string, set: string): Row[] {
  const lines = gunzipSync(readFileSync(join(data, `${set}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Row)
}

/** The linear model, fitted to each set's own train split. */
function trainedLines(data: string): Line[] {
  return TRAINED.map((set) => {
    const rows = readRows(data, set)
    const model = train(rows.filter(({ split }) => split === 'train'))
    const judged = rows.filter(({ split }) => split !== 'train')
    const { found, perSecond } = timed(judged, () => classify(model, judged))
    const right = judged.filter(({ topic }, at) => found[at]!.topic === topic).length
    return line(set, judged, 'accuracy', right, perSecond, 'model fitted to the set’s own train split')
  })
}

/** The shipped model, a verdict a story by the most of its articles. Titles of ecb are inferred: its first sentences. */
function shippedLines(data: string): Line[] {
  const labels = readFileSync(join(data, 'iptc-stories.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as StoryLabel)
  const wanted = new Set(labels.map(({ story }) => story))
  const rows = ['fnc', 'ecb', 'uci']
    .flatMap((set) => readRows(data, set))
    .filter(({ story }) => wanted.has(story ?? ''))
  const { found, perSecond } = timed(rows, () => iptc(rows))
  const verdicts = new Map<string, Map<string, number>>()
  rows.forEach(({ story }, at) => {
    const code = found[at]!.iptc
    if (code === null) return
    const votes = verdicts.get(story!) ?? new Map<string, number>()
    verdicts.set(story!, votes.set(code, (votes.get(code) ?? 0) + 1))
  })
  const verdictOf = (story: string) =>
    [...(verdicts.get(story) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
  const primary = labels.filter((label) => verdictOf(label.story) === label.primary).length
  const within = labels.filter((label) => [label.primary, ...label.secondary].includes(verdictOf(label.story) ?? ''))
  const note = 'in sample: the shipped model is trained on them; npm run train prints the cross-validated figures'
  return [
    line('iptc-stories', labels, 'primary right', primary, perSecond, note),
    line('iptc-stories', labels, 'primary or secondary', within.length, perSecond, note),
  ]
}

/** Top levels that stand for the classes of the BBC set, none of whose texts the shipped model was trained on. */
const BBC: Readonly<Record<string, string>> = {
  'medtop:04000000': 'business',
  'medtop:01000000': 'entertainment',
  'medtop:11000000': 'politics',
  'medtop:15000000': 'sport',
  'medtop:13000000': 'tech',
}

function unseenLine(data: string): Line {
  const rows = readRows(data, 'bbc')
  const { found, perSecond } = timed(rows, () => likeliest(rows, Object.keys(BBC)))
  const right = rows.filter(({ topic }, at) => BBC[found[at]!] === topic).length
  return line('bbc', rows, '5-way', right, perSecond, 'the shipped model, which has seen none of them')
}

function languageLines(data: string): Line[] {
  return LANGUAGES.flatMap((set) => {
    const rows = readRows(data, set)
    return [
      { measure: 'language of texts', shown: rows, note: '' },
      { measure: 'language of titles', shown: rows.map((row) => ({ ...row, text: '' })), note: 'titles alone' },
    ].map(({ measure, shown, note }) => {
      const { found, perSecond } = timed(shown, () => detect(shown))
      const right = rows.filter(({ lang }, at) => found[at]!.lang === lang).length
      return line(set, rows, measure, right, perSecond, set === 'uci' ? 'headlines only' : note)
    })
  })
}

function timed<Found>(rows: readonly unknown[], run: () => Found): { found: Found; perSecond: number } {
  const before = process.cpuUsage()
  const found = run()
  const { user, system } = process.cpuUsage(before)
  return { found, perSecond: Math.round((rows.length / (user + system)) * 1e6) }
}

function line(
  set: string,
  rows: readonly unknown[],
  measure: string,
  right: number,
  perSecond: number,
  note: string,
): Line {
  const figure = Math.round((right / rows.length) * 10_000) / 10_000
  return { set, texts: rows.length, measure, figure, 'texts a CPU second': perSecond, note }
}
