/**
 * Trains the block scorer and writes it to src/html/model/. Usage (from the repository's root):
 *
 *   node_modules/.bin/node packages/extraction/training/train.ts ../shared/data/pages [--no-check] [--no-write]
 *
 * Trains on the development half only. Figures it prints are by cross-validation over hosts: no host is on both sides.
 * `npm run quality -- unseen` gives the same for whole readings: title, authors and dates too.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FEATURE_NAMES, FEATURES } from '../src/html/block-features.ts'
import { compileModel, predict } from '../src/html/boosted-trees.ts'
import { BODY_SETS, fitModel } from './fit-model.ts'
import { FOLDS, type LabelledPage, labelPage, readHtml, readPages } from './labelled-pages.ts'
import { score } from './score.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-check': { type: 'boolean' },
    'no-write': { type: 'boolean' },
  },
})
const root = positionals[0] ?? '../shared/data/pages'

const started = Date.now()
const say = (text: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`)
const pages = readPages(root, BODY_SETS).map((page) => labelPage(page, decode(readHtml(root, page))))
say(`${pages.length} pages, ${pages.reduce((sum, { blocks }) => sum + blocks.length, 0)} blocks`)

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function crossValidate(): void {
  const scores = new Map<LabelledPage, Float32Array>()
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = compileModel(fitModel(pages.filter((page) => page.fold !== fold)), FEATURE_NAMES)
    for (const page of pages.filter((other) => other.fold === fold))
      scores.set(
        page,
        Float32Array.from(page.blocks, (_, i) => predict(model, page.rows, i * FEATURES)),
      )
  }
  for (const threshold of [0.4, 0.5, 0.6]) console.log(threshold, score(pages, scores, threshold))
  say('cross-validated')
}

if (!values['no-check']) crossValidate()
if (!values['no-write']) {
  const folder = join(import.meta.dirname, '../src/html/model')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'block-scorer.json'), JSON.stringify(fitModel(pages)))
  say('written')
}
