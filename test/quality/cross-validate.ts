/**
 * Reads every development page with a block scorer that was trained without the page's host, so that the figures are those
 * of hosts never seen, and writes the answers for the scorer of ../shared. Usage:
 *
 *   node_modules/.bin/node test/quality/cross-validate.ts OUT.jsonl [--models FILE]
 *   node ../shared/bench/extraction/score.mjs OUT.jsonl
 *
 * Training five models takes some minutes; --models keeps them in a file and takes them from there if it exists.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { FEATURE_NAMES, FEATURES } from '../../packages/extraction/src/html/block-features.ts'
import { compileModel, predict, type TreeModel } from '../../packages/extraction/src/html/boosted-trees.ts'
import { readPage } from '../../packages/extraction/src/html/read-page.ts'
import { BODY_SETS, fitModel } from '../../packages/extraction/training/fit-model.ts'
import { FOLDS, foldOf, labelPage, readHtml, readPages } from '../../packages/extraction/training/labelled-pages.ts'
import { answerOf } from './adapters/extraction.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { models: { type: 'string' } } })
const [out] = positionals
const shared = resolve(import.meta.dirname, '../../../shared')
const root = resolve(shared, 'data/pages')

if (out === undefined || !existsSync(root)) {
  console.log(
    out === undefined
      ? 'Usage: node_modules/.bin/node test/quality/cross-validate.ts OUT.jsonl [--models FILE]'
      : `No pages in ${root}`,
  )
  process.exitCode = 2
} else {
  const { decodeHtml } = (await import(resolve(shared, 'bench/extraction/lib.mjs'))) as {
    decodeHtml: (bytes: Uint8Array) => string
  }
  const models = (values.models !== undefined && existsSync(values.models) ? stored(values.models) : grown()).map(
    (model) => compileModel(model, FEATURE_NAMES),
  )
  const answers = readPages(root, [...BODY_SETS, 'htmldate', 'postlight']).map((page) => {
    const model = models[foldOf(page)]!
    const reading = readPage(
      // The scorer's own stand-in where a page has no address.
      { html: decodeHtml(readHtml(root, page)), url: page.url ?? 'https://unknown.example/article', capturedAt: null },
      (rows, blocks) => Float32Array.from({ length: blocks }, (_, i) => predict(model, rows, i * FEATURES)),
    )
    return JSON.stringify({ id: page.id, ...answerOf(reading) })
  })
  writeFileSync(out, `${answers.join('\n')}\n`)
  console.log(`${answers.length} pages read; score them with ../shared/bench/extraction/score.mjs ${out}`)

  function stored(file: string): TreeModel[] {
    return JSON.parse(readFileSync(file, 'utf8'))
  }

  function grown(): TreeModel[] {
    const pages = readPages(root, BODY_SETS).map((page) => labelPage(page, decodeHtml(readHtml(root, page))))
    const trees = Array.from({ length: FOLDS }, (_, fold) => fitModel(pages.filter((page) => page.fold !== fold)))
    if (values.models !== undefined) writeFileSync(values.models, JSON.stringify(trees))
    return trees
  }
}
