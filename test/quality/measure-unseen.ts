import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FEATURE_NAMES, FEATURES } from '../../packages/extraction/src/html/block-features.ts'
import { compileModel, predict, type TreeModel } from '../../packages/extraction/src/html/boosted-trees.ts'
import { readPage } from '../../packages/extraction/src/html/read-page.ts'
import { BODY_SETS, fitModel } from '../../packages/extraction/training/fit-model.ts'
import {
  FOLDS,
  foldOf,
  type LabelledPage,
  labelPage,
  type Page,
  readHtml,
  readPages,
} from '../../packages/extraction/training/labelled-pages.ts'
import { answerOf } from './adapters/extraction.ts'
import { figureAt, PAGES, type Row } from './measures.ts'
import { type Places, runScorer } from './scorers.ts'

export type UnseenOptions = {
  /** One training is luck: the figures of four differ by up to a point on the small sets. */
  trainings: number
  /** Folder that keeps the models of each training, and gives them where it has them; null: none. */
  models: string | null
  /** Told of each step that takes long. */
  say: (line: string) => void
}

type Decode = (bytes: Uint8Array) => string

/** Reads every page with a block scorer trained without the page's host: the figures are those of hosts never seen. */
export async function measureUnseen(places: Places, { trainings, models, say }: UnseenOptions): Promise<Row[]> {
  const bench = join(places.shared, 'bench/extraction')
  const { decodeHtml } = (await import(join(bench, 'lib.mjs'))) as { decodeHtml: Decode }
  const root = join(places.shared, 'data/pages')
  const sets = places.pageSets?.split(',') ?? [...new Set(PAGES.map(({ set }) => set))]
  const pages = readPages(root, sets)
  let labelled: LabelledPage[] | null = null
  const files: string[] = []
  for (let seed = 1; seed <= trainings; seed += 1) {
    const name = `training ${seed} of ${trainings}`
    const stored = models === null ? null : join(models, `training-${seed}.json`)
    let trees: TreeModel[]
    if (stored !== null && existsSync(stored)) {
      trees = JSON.parse(readFileSync(stored, 'utf8'))
      say(`${name}: models of ${stored}`)
    } else {
      labelled ??= readPages(root, BODY_SETS).map((page) => labelPage(page, decodeHtml(readHtml(root, page))))
      trees = grow(labelled, seed, (fold) => say(`${name}: model ${fold + 1} of ${FOLDS} grown`))
      if (stored !== null && models !== null) {
        mkdirSync(models, { recursive: true })
        writeFileSync(stored, JSON.stringify(trees))
      }
    }
    const file = join(places.scratch, `training-${seed}.jsonl`)
    writeFileSync(
      file,
      readAll(pages, trees, (page) => decodeHtml(readHtml(root, page))),
    )
    files.push(file)
    say(`${name}: ${pages.length} pages read`)
  }
  const json = join(places.scratch, 'unseen.json')
  const problem = await runScorer(join(bench, 'score.mjs'), [...files, '--json', json, '--datasets', sets.join()])
  const answer = problem === null ? (JSON.parse(readFileSync(json, 'utf8')) as Record<string, never>) : {}
  return PAGES.filter(({ set }) => sets.includes(set)).map(({ set, path, atLeast }) => {
    const figures = Object.values(answer)
      .map((training) => figureAt(training[set], path))
      .filter((figure) => figure !== null)
    const row = { group: 'unseen', measure: `${set} ${path}`, atLeast }
    if (problem !== null || figures.length === 0) return { ...row, figure: null, note: problem ?? 'no such pages' }
    const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length
    const [least, most] = [Math.min(...figures), Math.max(...figures)].map((figure) =>
      (Math.floor(figure * 1000) / 10).toFixed(1),
    )
    const note = figures.length === 1 ? 'one training' : `mean of ${figures.length} trainings, ${least} to ${most}`
    return { ...row, figure: mean, note }
  })
}

/** A model for each fold, of the pages of all others. */
function grow(pages: readonly LabelledPage[], seed: number, onGrown: (fold: number) => void): TreeModel[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = pages.filter((page) => page.fold !== fold)
    const model = fitModel(others, seed)
    onGrown(fold)
    return model
  })
}

/** Lines of answers in the scorer's form. */
function readAll(pages: readonly Page[], trees: readonly TreeModel[], htmlOf: (page: Page) => string): string {
  const models = trees.map((model) => compileModel(model, FEATURE_NAMES))
  return pages
    .map((page) => {
      const model = models[foldOf(page)]!
      const reading = readPage(
        // The scorer's own stand-in where a page has no address.
        { html: htmlOf(page), url: page.url ?? 'https://unknown.example/article', capturedAt: null },
        (rows, blocks) => Float32Array.from({ length: blocks }, (_, i) => predict(model, rows, i * FEATURES)),
      )
      return `${JSON.stringify({ id: page.id, ...answerOf(reading) })}\n`
    })
    .join('')
}
