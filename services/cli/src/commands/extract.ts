import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkCorrection } from '@dateline/curation'
import { BadInputError } from '@dateline/domain'
import { EXTRACTOR } from '@dateline/extraction'
import { openThreads, type Tool } from '@dateline/platform'
import { getSource } from '@dateline/read-models'
import {
  type CaptureReading,
  compareRun,
  countRun,
  discardRun,
  type Extractor,
  getRun,
  promoteRun,
  READER_MODULE,
  type Run,
  runAgain,
  runIdOf,
} from '@dateline/reextraction'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
import { openProgressBar } from '../progress-bar.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'
import { decision, type Who, who } from './story.ts'

type AgainOptions = {
  again?: boolean
  source?: string
  since?: string
  limit?: string
  perSecond: string
  module?: string
  restart?: boolean
}

const PER_SECOND_DEFAULT = '20'

export function addExtractCommands(program: Command, withTool: WithTool): void {
  const extract = program
    .command('extract')
    .description(
      'read the archive again with a new version of the extractor, beside what stands; then compare and promote',
    )
    .option('--again', 'begin, or go on where the last call was stopped')
    .option('--source <id>', 'only articles that this source listed first')
    .option('--since <time>', 'only articles whose standing reading is younger')
    .option('--limit <count>', 'at most so many articles')
    .option('--per-second <count>', 'at most so many articles a second', PER_SECOND_DEFAULT)
    .option('--module <file>', 'a module that exports extract and EXTRACTOR, in place of the extractor of this release')
    .option('--restart', 'forget what an earlier run of the same kind has read')
    .addHelpText('after', '\nNothing that stands is touched before `dateline extract promote`.')
    .action((options: AgainOptions) => {
      if (!options.again)
        throw new BadInputError('Say --again to read the archive again, or: extract compare, extract promote.')
      return withTool((tool) => again(tool, options))
    })
  extract
    .command('compare')
    .description('what the new readings make different, field by field')
    .option('--run <id>', 'default: the one begun last')
    .option('--samples <count>', 'of each field, and of the worst pages', '3')
    .option('--json', 'as JSON')
    .action(({ run: runId, samples, json }: { run?: string; samples: string; json?: boolean }) =>
      withTool(async (tool) =>
        printReport(tool, await knownRun(tool, runId), wholeNumber('--samples', samples), json ?? false),
      ),
    )
  decision(
    extract.command('promote'),
    'make the new readings the ones that stand; the old ones can still be read as of before',
  )
    .option('--run <id>', 'default: the one begun last')
    .option('--unfinished', 'also if the run has not come to its end')
    .action(({ run: runId, unfinished, ...options }: Who & { run?: string; unfinished?: boolean }) =>
      withTool(async (tool) => promote(tool, await knownRun(tool, runId), unfinished ?? false, options)),
    )
}

async function again({ database, archive, config }: Tool, options: AgainOptions): Promise<void> {
  const module = options.module === undefined ? null : pathToFileURL(resolve(options.module)).href
  const extractor = await extractorOf(module)
  const perSecondMax = wholeNumber('--per-second', options.perSecond)
  const filter = {
    sourceId: options.source ?? null,
    since: instantOf(options.since),
    limit: options.limit === undefined ? null : wholeNumber('--limit', options.limit),
  }
  if (filter.sourceId !== null && (await getSource(database.db, filter.sourceId)) === null)
    throw new BadInputError(`There is no source ${filter.sourceId}: see \`dateline source list\`.`)
  const runId = runIdOf(extractor, filter)
  if (options.restart) await discardRun(database.db, runId)
  const known = await getRun(database.db, runId)
  if (known?.endedAt != null)
    return say(
      `Run ${runId} came to its end at ${known.endedAt.toISOString()}: ${known.lookedAt} articles. Look: dateline extract compare. To read all of them anew: --restart.`,
    )
  const threads = openThreads({
    filename: READER_MODULE,
    threads: config.EXTRACT_THREADS,
    timeoutMs: config.EXTRACT_TIMEOUT_MS,
    workerData: { agenciesExtra: config.AGENCIES_EXTRA, module },
  })
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  let bar: ReturnType<typeof openProgressBar> | null = null
  try {
    const run = await runAgain(
      {
        database,
        archive,
        async read(task) {
          const done = await threads.run<CaptureReading>(task)
          if (done.kind === 'done') return done.result
          const verdict = { verdict: 'rejected', reason: 'over-limit', evidence: `parsing ${done.detail}` } as const
          return { verdict, contentSha256: null }
        },
      },
      {
        ...{ extractor, filter, perSecondMax, signal: stopping.signal },
        onProgress(lookedAt, total) {
          bar ??= openProgressBar('read again', total, ' articles')
          bar.set(lookedAt)
        },
      },
    )
    say(
      run.endedAt === null
        ? `\nStopped after ${run.lookedAt} articles; the same command goes on from there.`
        : `\n${run.lookedAt} articles read again by ${extractor.html} and ${extractor.text} (run ${run.runId}). Look: dateline extract compare`,
    )
  } finally {
    ;(bar as ReturnType<typeof openProgressBar> | null)?.stop()
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await threads.stop()
  }
}

async function extractorOf(module: string | null): Promise<Extractor> {
  if (module === null) return EXTRACTOR
  const candidate = (await import(module).catch((error: Error) => {
    throw new BadInputError(`--module could not be loaded: ${error.message}`)
  })) as { EXTRACTOR?: Extractor; extract?: unknown }
  const { EXTRACTOR: named, extract } = candidate
  if (typeof extract !== 'function' || typeof named?.html !== 'string' || typeof named.text !== 'string')
    throw new BadInputError(
      '--module must export a function `extract` and EXTRACTOR = { html: "html/2", text: "text/2" }.',
    )
  return { html: named.html, text: named.text }
}

async function knownRun({ database }: Tool, runId: string | undefined): Promise<Run> {
  const run = await getRun(database.db, runId ?? null)
  if (run === null)
    throw new BadInputError(
      `There is no ${runId === undefined ? 'run' : `run ${runId}`}: begin one with \`dateline extract --again\`.`,
    )
  return run
}

async function printReport({ database }: Tool, run: Run, samples: number, json: boolean): Promise<void> {
  const report = await compareRun(database.db, run.runId, samples)
  if (json) {
    say(JSON.stringify({ run, ...report }, null, 2))
    return
  }
  const state = run.promotedAt !== null ? 'promoted' : run.endedAt !== null ? 'ended' : 'not at its end'
  say(`${run.runId}: ${run.lookedAt} articles, ${state}\n`)
  printTable(
    ['outcome', 'articles'],
    report.outcomes.map(({ outcome, articles }) => [outcome, articles]),
  )
  say()
  printTable(
    ['field', 'changed', 'gained', 'lost'],
    report.fields.map(({ field, changed, gained, lost }) => [field, changed, gained, lost]),
  )
  for (const { articleId, field, before, after } of report.samples) {
    say(`\n${field} of ${articleId}\n  before: ${before ?? '(none)'}\n  after:  ${after ?? '(none)'}`)
  }
  if (report.missing.length > 0) {
    say('\nNot read again, since their bytes are no longer in the archive (the first of them):')
    printTable(
      ['article', 'sha256'],
      report.missing.map(({ articleId, rawSha256 }) => [articleId, rawSha256]),
    )
  }
  if (report.worst.length === 0) return
  say('\nTexts that have least in common:')
  printTable(
    ['alike', 'article', 'title'],
    report.worst.map(({ similarity, articleId, title }) => [similarity.toFixed(3), articleId, title ?? '(no article)']),
  )
}

async function promote(tool: Tool, run: Run, unfinished: boolean, options: Who): Promise<void> {
  if (run.endedAt === null && !unfinished)
    throw new BadInputError(
      `Run ${run.runId} has not come to its end: go on with \`dateline extract --again\`, or say --unfinished.`,
    )
  const { articlesChanged } = await countRun(tool.database.db, run.runId)
  const bar = openProgressBar('promote', articlesChanged, ' readings')
  const { recorded, overtaken } = await promoteRun(tool, run, checkCorrection(who(options)), (done) =>
    bar.set(done),
  ).finally(() => bar.stop())
  say(
    `${recorded} readings recorded; ${overtaken} left alone: captured or changed meanwhile, or nothing a reader would see.`,
  )
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new BadInputError(`${option} is a whole number, 1 or more, not "${text}".`)
}

function instantOf(text: string | undefined): string | null {
  if (text === undefined) return null
  if (Number.isNaN(Date.parse(text))) throw new BadInputError(`--since "${text}" is no time: write it as 2026-11-20.`)
  return new Date(text).toISOString()
}
