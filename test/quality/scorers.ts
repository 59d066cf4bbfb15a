import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figureAt, PAGES, type Row, SUITES, type SuiteMeasure, TEXTS } from './measures.ts'

/** A full run over thousands of pages on a slow machine ends well within this. */
const SCORER_TIMEOUT_MS = 30 * 60_000

/** Where things are: the scorers and data beside the checkout, our adapters, and a folder of our own for what they write. */
export type Places = { shared: string; adapters: string; scratch: string; pageSets: string | null }

const adapterFile = (places: Places, name: string) => join(places.adapters, `${name}.ts`)

/** Runs one scorer in a process of its own. @returns null if it went well, else what it said last. */
export async function runScorer(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string | null> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: SCORER_TIMEOUT_MS,
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => {
    said = `${said}${data}`.slice(-2_000)
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  if (code === 0) return null
  return (
    said
      .trim()
      .split('\n')
      .findLast((line) => /error/i.test(line))
      ?.trim() ?? `ended with ${code}`
  )
}

function missing(group: string, measures: readonly { measure: string; atLeast: number | null }[], note: string): Row[] {
  return measures.map((measure) => ({ group, ...measure, figure: null, note }))
}

/** Unpacks the development half of the suites. @returns the folder of their cases, or null with the reason. */
export async function unpackSuites({ shared, scratch }: Places): Promise<string | null> {
  const archive = join(shared, 'data/suites/dev.tar.gz')
  if (!existsSync(archive)) return null
  const child = spawn('tar', ['xzf', archive, '-C', scratch], { stdio: 'ignore' })
  const code = await new Promise<number | null>((resolve) =>
    child.on('close', resolve).on('error', () => resolve(null)),
  )
  return code === 0 ? scratch : null
}

export async function measureSuite(
  places: Places,
  cases: string,
  { suite, adapter, atLeast }: SuiteMeasure,
): Promise<Row> {
  const row: Row = { group: 'suites', measure: suite, figure: null, atLeast, note: '' }
  const file = adapterFile(places, adapter)
  if (!existsSync(join(cases, `${suite}.jsonl`))) return { ...row, note: 'no cases' }
  if (!existsSync(file)) return { ...row, note: `no adapter ${adapter}.ts` }
  // Its judge renders the answers in jsdom, which is looked for in PEERS_DIR.
  if (suite === 'sanitize' && process.env.PEERS_DIR === undefined) return { ...row, note: 'needs PEERS_DIR with jsdom' }
  const json = join(places.scratch, `${suite}.json`)
  const script = join(places.shared, 'bench/suites/run.mjs')
  const problem = await runScorer(script, [suite, file, '--dir', cases, '--json', json])
  if (problem !== null) return { ...row, note: problem }
  const { core, hangs, throws, slowest, skipped } = JSON.parse(readFileSync(json, 'utf8'))
  const [passed, all] = core as [number, number]
  if (all === 0) return { ...row, note: `no case fits the adapter (${skipped} skipped)` }
  const troubles = hangs + throws > 0 ? `, ${hangs} hangs, ${throws} throws` : ''
  return { ...row, figure: passed / all, note: `${passed}/${all}, slowest ${Math.round(slowest)} ms${troubles}` }
}

/** Title, authors, date and body of real pages. */
export async function measurePages(places: Places): Promise<Row[]> {
  const measures = PAGES.map(({ set, path, atLeast }) => ({ measure: `${set} ${path}`, atLeast }))
  const file = adapterFile(places, 'extraction')
  if (!existsSync(file)) return missing('pages', measures, 'no adapter extraction.ts')
  const bench = join(places.shared, 'bench/extraction')
  const out = join(places.scratch, 'dateline.jsonl')
  const sets = places.pageSets === null ? [] : ['--datasets', places.pageSets]
  const extracted = await runScorer(join(bench, 'run-peer.mjs'), [
    '--module',
    file,
    '--name',
    'dateline',
    '--out',
    out,
    ...sets,
  ])
  if (extracted !== null) return missing('pages', measures, extracted)
  const json = join(places.scratch, 'pages.json')
  const scored = await runScorer(join(bench, 'score.mjs'), [out, '--json', json, ...sets])
  if (scored !== null) return missing('pages', measures, scored)
  const answer = JSON.parse(readFileSync(json, 'utf8'))
  const found = (answer.results ?? answer).dateline ?? {}
  const timing = JSON.parse(readFileSync(out.replace('.jsonl', '.timing.json'), 'utf8'))
  return PAGES.map(({ set, path, atLeast }) => {
    const speed = timing.sets[set]?.perCpuSecond
    const note =
      speed === undefined ? 'no such pages' : `${found[set]?.pages ?? 0} pages, ${speed.toFixed(0)} a CPU second`
    return { group: 'pages', measure: `${set} ${path}`, figure: figureAt(found[set], path), atLeast, note }
  })
}

/** Stories, copies, topics and languages of labelled texts: one run for all measures of a set. */
export async function measureTexts(places: Places, task: string): Promise<Row[]> {
  const wanted = TEXTS.filter((measure) => measure.task === task)
  const rows: Row[] = []
  for (const [set, measures] of Map.groupBy(wanted, (measure) => measure.set)) {
    const named = measures.map(({ path, atLeast }) => ({ measure: `${task} ${set} ${path}`, atLeast }))
    const file = adapterFile(places, measures[0]!.adapter)
    if (!existsSync(file)) {
      rows.push(...missing('texts', named, `no adapter ${measures[0]!.adapter}.ts`))
      continue
    }
    const json = join(places.scratch, `${task}-${set}.json`)
    const problem = await runScorer(join(places.shared, 'bench/nlp/run.mjs'), [task, set, file, '--json', json])
    const answer = problem === null ? JSON.parse(readFileSync(json, 'utf8')) : null
    const note = problem ?? `${answer.articles} articles, ${answer.articlesPerCpuSecond} a CPU second`
    rows.push(
      ...measures.map(({ path, atLeast, note: reading }, index) => ({
        group: 'texts',
        ...named[index]!,
        atLeast,
        figure: figureAt(answer, path),
        note: reading === undefined ? note : `${note}; ${reading}`,
      })),
    )
  }
  return rows
}

export const TASKS: readonly string[] = [...new Set(TEXTS.map(({ task }) => task))]
export { SUITES }
