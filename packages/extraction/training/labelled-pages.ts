import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { blockFeatures, FEATURES } from '../src/html/block-features.ts'
import { pageFacts } from '../src/html/page-facts.ts'
import { parsePage } from '../src/html/page-tree.ts'
import { type TextBlock, textBlocks } from '../src/html/text-blocks.ts'

export type Truth = {
  title?: string
  author?: string[]
  date?: string
  text?: string
  with?: string[]
  without?: string[]
}
export type Page = { id: string; dataset: string; url: string | null; html: string; truth: Truth }
export type LabelledPage = {
  page: Page
  fold: number
  blocks: TextBlock[]
  rows: Float32Array
  target: Float32Array
  weight: Float32Array
}

export const FOLDS = 5
const RUN = 4
/** Pages that truth covers only by segments count less: their other blocks say nothing. */
const SEGMENT_WEIGHT = 0.15

export function readPages(root: string, sets: readonly string[]): Page[] {
  return sets.flatMap((set) =>
    gunzipSync(readFileSync(join(root, set, 'pages.jsonl.gz')))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Page),
  )
}

export const readHtml = (root: string, page: Page): Uint8Array => gunzipSync(readFileSync(join(root, page.html)))

/** Pages of one registrable name share a fold, so that no template is on both sides. */
export function foldOf({ url, id }: Page): number {
  const host = (url && URL.parse(url)?.hostname) || id
  const name = host.split('.').slice(-2).join('.')
  return createHash('sha256').update(name).digest()[0]! % FOLDS
}

const tokensOf = (text: string) => text.match(/[\p{L}\p{N}_]+/gu) ?? []

function runs(tokens: readonly string[]): string[] {
  if (tokens.length === 0) return []
  return Array.from({ length: Math.max(1, tokens.length - RUN + 1) }, (_, i) => tokens.slice(i, i + RUN).join(' '))
}

export function labelPage(page: Page, html: string): LabelledPage {
  const tree = parsePage(html)
  const found = textBlocks(tree)
  const { rows } = blockFeatures(found, pageFacts(tree, page.url))
  const n = found.blocks.length
  const target = new Float32Array(n)
  const weight = new Float32Array(n)
  const { truth } = page
  if (truth.text) {
    const tokens = tokensOf(truth.text)
    const known = new Set(runs(tokens))
    const lines = new Set(truth.text.split('\n').map((line) => tokensOf(line).join(' ')))
    const flat = ` ${tokens.join(' ')} `
    for (const [i, { text }] of found.blocks.entries()) {
      const mine = tokensOf(text)
      if (mine.length === 0) continue
      const joined = mine.join(' ')
      if (mine.length < RUN) {
        const inLine = lines.has(joined)
        target[i] = inLine ? 1 : 0
        // A short line that is part of a longer one may be either; it counts for nothing.
        weight[i] = !inLine && mine.length > 1 && flat.includes(` ${joined} `) ? 0 : mine.length + 3
      } else {
        const grams = runs(mine)
        target[i] = grams.filter((run) => known.has(run)).length / grams.length
        weight[i] = mine.length + 3
      }
      weight[i]! *= 300 / (tokens.length + 100)
    }
  } else {
    for (const [i, { text }] of found.blocks.entries()) {
      const contains = (segments: readonly string[] | undefined) =>
        (segments ?? []).some((segment) => text.includes(segment.replace(/\s+/g, ' ').trim()))
      const [good, bad] = [contains(truth.with), contains(truth.without)]
      if (good === bad) continue
      target[i] = good ? 1 : 0
      weight[i] = SEGMENT_WEIGHT * 40
    }
  }
  return { page, fold: foldOf(page), blocks: found.blocks, rows: rows.subarray(0, n * FEATURES), target, weight }
}
