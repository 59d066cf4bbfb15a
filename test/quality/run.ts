import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Row } from './measures.ts'
import { renderTable } from './render-table.ts'
import { measurePages, measureSuite, measureTexts, type Places, SUITES, TASKS, unpackSuites } from './scorers.ts'

const TRAININGS_MAX = 20

const USAGE = `npm run quality [-- NAME…] [--sets SET,SET]
       npm run quality -- unseen [--trainings N] [--models FOLDER] [--sets SET,SET]

Runs the scorers of ../shared on Dateline's real packages and prints one table.
NAME: a suite (${SUITES.map(({ suite }) => suite).join(', ')}), "pages", "confidence" (of titles, authors and dates), or a task
on texts (${TASKS.join(', ')}). None: all of these.
"unseen": pages again, each read with a block scorer that was trained without the page's host. Takes minutes a training.
--trainings: how many to take the mean of, 1 to ${TRAININGS_MAX} (1). --models: a folder that keeps their models; they are
taken from there the next time, so empty it after a change of features, labels or growth.
--sets: only these sets of pages (e.g. scrapinghub). Ends with 1 if a measured figure is below what it must reach.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: 'string' },
    trainings: { type: 'string', default: '1' },
    models: { type: 'string' },
    help: { type: 'boolean' },
  },
})
const names = new Set(positionals)
const known = new Set([...SUITES.map(({ suite }) => suite), 'pages', 'confidence', 'unseen', ...TASKS])
const unknown = positionals.filter((name) => !known.has(name))
const trainings = Number(values.trainings)
const isCount = Number.isInteger(trainings) && trainings >= 1 && trainings <= TRAININGS_MAX
const shared = resolve(import.meta.dirname, '../../../shared')

const wrong =
  unknown.length > 0
    ? `Unknown: ${unknown.join(', ')}`
    : isCount
      ? null
      : `--trainings must be a whole number from 1 to ${TRAININGS_MAX}, not "${values.trainings}"`

if (values.help === true || wrong !== null) {
  console.log(wrong === null ? USAGE : `${wrong}\n\n${USAGE}`)
  process.exitCode = wrong === null ? 0 : 2
} else if (!existsSync(join(shared, 'bench'))) {
  console.log(`Nothing to measure with: the scorers and their data are looked for in ${shared}, which is not there.`)
} else {
  const rows = await measure()
  console.log(renderTable(rows))
  process.exitCode = rows.some(({ figure, atLeast }) => figure !== null && atLeast !== null && figure < atLeast) ? 1 : 0
}

async function measure(): Promise<Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-quality-'))
  const places: Places = {
    shared,
    adapters: join(import.meta.dirname, 'adapters'),
    scratch,
    pageSets: values.sets ?? null,
  }
  const isWanted = (name: string) => names.size === 0 || names.has(name)
  const rows: Row[] = []
  try {
    const suites = SUITES.filter(({ suite }) => isWanted(suite))
    const cases = suites.length === 0 ? null : await unpackSuites(places)
    for (const suite of suites) {
      const none: Row = {
        group: 'suites',
        measure: suite.suite,
        figure: null,
        atLeast: suite.atLeast,
        note: 'no suites',
      }
      rows.push(cases === null ? none : await measureSuite(places, cases, suite))
    }
    if (isWanted('pages')) rows.push(...(await measurePages(places)))
    if (isWanted('confidence') && existsSync(join(shared, 'data/pages')))
      rows.push(...(await (await import('./confidence.ts')).measureConfidence(shared)))
    if (names.has('unseen')) rows.push(...(await unseen(places)))
    for (const task of TASKS) if (isWanted(task)) rows.push(...(await measureTexts(places, task)))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return rows
}

async function unseen(places: Places): Promise<Row[]> {
  const started = Date.now()
  const say = (line: string) => console.error(`${Math.round((Date.now() - started) / 1000)} s  ${line}`)
  const { measureUnseen } = await import('./measure-unseen.ts')
  return measureUnseen(places, { trainings, models: values.models ?? null, say })
}
