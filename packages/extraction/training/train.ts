/**
 * Trains the block scorer and writes it to src/html/model/. Usage (from the repository's root):
 *
 *   node_modules/.bin/node packages/extraction/training/train.ts ../shared/data/pages [--trees 150] [--depth 5] [--no-check] [--no-write]
 *
 * Trains on the development half only. Figures it prints are by cross-validation over hosts: no host is on both sides.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FEATURE_NAMES, FEATURES } from '../src/html/block-features.ts'
import { compileModel, predict, type TreeModel } from '../src/html/boosted-trees.ts'
import { type Growth, growTrees } from './grow-trees.ts'
import { FOLDS, type LabelledPage, labelPage, readHtml, readPages } from './labelled-pages.ts'
import { score } from './score.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    trees: { type: 'string' },
    depth: { type: 'string' },
    'no-check': { type: 'boolean' },
    'no-write': { type: 'boolean' },
  },
})
const root = positionals[0] ?? '../shared/data/pages'
const growth: Growth = {
  trees: Number(values.trees ?? 120),
  depth: Number(values.depth ?? 5),
  rate: 0.12,
  features: 0.5,
  sample: 0.6,
  lambda: 8,
  leafWeightMin: 6,
}
const SETS = ['scrapinghub', 'fundus-eval', 'fundus', 'wcxb-article', 'trafilatura']

const started = Date.now()
const say = (text: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`)
const pages = readPages(root, SETS).map((page) => labelPage(page, decode(readHtml(root, page))))
say(`${pages.length} pages, ${pages.reduce((sum, { blocks }) => sum + blocks.length, 0)} blocks`)

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function fit(
  chosen: readonly LabelledPage[],
  rowsOf: (page: LabelledPage) => Float32Array,
  names: readonly string[],
): TreeModel {
  const width = names.length
  const count = chosen.reduce((sum, { weight }) => sum + weight.filter((w) => w > 0).length, 0)
  const rows = new Float32Array(count * width)
  const target = new Float32Array(count)
  const weight = new Float32Array(count)
  let n = 0
  for (const page of chosen) {
    const all = rowsOf(page)
    for (let i = 0; i < page.target.length; i += 1) {
      if (page.weight[i] === 0) continue
      rows.set(all.subarray(i * width, (i + 1) * width), n * width)
      target[n] = page.target[i]!
      weight[n] = page.weight[i]!
      n += 1
    }
  }
  return growTrees({ rows, width, target, weight }, names, growth)
}

function apply(model: TreeModel, page: LabelledPage, rows: Float32Array, width: number): Float32Array {
  const compiled = compileModel(model, model.features)
  return Float32Array.from(page.blocks, (_, i) => predict(compiled, rows, i * width))
}

function crossValidate(): void {
  const scores = new Map<LabelledPage, Float32Array>()
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const rest = pages.filter((page) => page.fold !== fold)
    const model = fit(rest, ({ rows }) => rows, FEATURE_NAMES)
    for (const page of pages.filter((other) => other.fold === fold))
      scores.set(page, apply(model, page, page.rows, FEATURES))
  }
  for (const threshold of [0.4, 0.5, 0.6]) console.log(threshold, score(pages, scores, threshold))
  say('cross-validated')
}

if (!values['no-check']) crossValidate()
if (!values['no-write']) {
  const folder = join(import.meta.dirname, '../src/html/model')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'block-scorer.json'), JSON.stringify(fit(pages, (page) => page.rows, FEATURE_NAMES)))
  say('written')
}
