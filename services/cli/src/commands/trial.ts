import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  discardTrial,
  getTrial,
  lastPromotion,
  linkModelOf,
  listTrials,
  MODEL_BYTES_MAX,
  openClassificationTrial,
  openTrial,
  promoteClassificationTrial,
  promoteStoryTrial,
  reportClassificationTrial,
  reportStoryTrial,
  runClassificationTrial,
  runStoryTrial,
  type Trial,
  type TrialProgress,
} from '@dateline/curation'
import { BadInputError } from '@dateline/domain'
import type { Tool } from '@dateline/platform'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
import { printClassificationTrial, printStoryTrial } from '../print-trial.ts'
import { openProgressBar } from '../progress-bar.ts'
import { say } from '../say.ts'
import { classificationTrialPage, storyTrialPage } from '../trial-page.ts'
import type { WithTool } from '../with-tool.ts'
import { decision, type Who, who } from './story.ts'

type Shown = { readonly json?: boolean; readonly html?: string }
type Replay = Shown & { readonly model?: string; readonly set?: readonly string[] }
type Again = Shown & { readonly model?: string; readonly sha256?: string }

const AFTERWARDS =
  'Interrupted, give it again: it goes on where it was. Then: dateline trial promote ID, or discard ID.'

/** Another model or threshold over the whole log, beside what is there; nothing changes before it is promoted. */
export function addTrialCommands(program: Command, stories: Command, withTool: WithTool): void {
  addTryingCommands(program, stories, withTool)
  addDecidingCommands(
    program.command('trial').description('models tried on the whole log: compare, promote, discard'),
    withTool,
  )
}

function addTryingCommands(program: Command, stories: Command, withTool: WithTool): void {
  shown(
    stories
      .command('replay')
      .description('group the whole log anew by another model or threshold, beside the stories there are, and compare')
      .option('--model <file>', 'JSON of {id, weights}, as training writes; without it: the model that ships')
      .option(
        '--set <name=value...>',
        'threshold=0.6: probability from which an article joins a story; as shipped 0.5',
      ),
  )
    .addHelpText('after', AFTERWARDS)
    .action((options: Replay) =>
      withTool(async (tool) => {
        const model = linkModelOf(
          options.model === undefined ? null : readFileSync(options.model, 'utf8'),
          thresholdOf(options.set),
        )
        await replay(tool, await openTrial(tool.database, 'stories', model, settingsOf(options)), options)
      }),
    )

  shown(
    program
      .command('classify')
      .description('classify all texts again, by this release or a model of your own, beside their recorded verdicts')
      .requiredOption('--again', 'yes, all of them')
      .option('--model <file>', 'model of topics, as `npm run train` writes it; without it: the one that ships')
      .option('--sha256 <hex>', 'that the model file must have'),
  )
    .addHelpText('after', AFTERWARDS)
    .action((options: Again) =>
      withTool(async (tool) => {
        const { model: file, sha256 = null } = options
        if (file === undefined && sha256 !== null) throw new BadInputError('--sha256 is of a file: give --model too.')
        const model = file === undefined ? null : { bytes: modelBytes(file), name: basename(file), sha256 }
        await replay(tool, await openClassificationTrial(tool.database, model), options)
      }),
    )
}

function addDecidingCommands(trial: Command, withTool: WithTool): void {
  trial
    .command('list')
    .description('trials there are, and how far they have gone')
    .action(() =>
      withTool(async ({ database }) => {
        printTable(
          ['trial', 'of', 'position', 'articles', 'model', 'settings'],
          (await listTrials(database)).map(({ trialId, kind, position, articles, model, settings }) => [
            trialId,
            kind,
            position,
            articles,
            model.id,
            settings,
          ]),
        )
        const promoted = await lastPromotion(database)
        if (promoted === null) return
        const { model, promotedAt, actor, reason } = promoted
        say(`\ntopics are by ${model.id} since ${promotedAt}: ${reason} (${actor})`)
      }),
    )

  shown(trial.command('report <trial>').description('go on to the end of the log, and tell what would change')).action(
    (trialId: string, options: Shown) =>
      withTool(async (tool) => replay(tool, await getTrial(tool.database, trialId), options)),
  )

  decision(
    trial.command('promote <trial>'),
    'put it in force: by one event for all later articles, and the stories there are become its',
  ).action((trialId: string, options: Who) =>
    withTool(async (tool) => {
      const found = await getTrial(tool.database, trialId)
      if (found.kind === 'classification') {
        const done = await drain(runClassificationTrial(tool.database, found))
        const { model, recorded } = await promoteClassificationTrial(tool, done, who(options))
        say(`${model} says what articles are about from now on. ${recorded} articles have another verdict.`)
        return
      }
      const { trial: done, grouper } = await drain(runStoryTrial(tool.database, found))
      const { model, moved, opened, ended, kept } = await promoteStoryTrial(tool, done, grouper, who(options))
      say(
        `${model} groups from now on. ${moved} articles moved, ${opened} stories opened, ${ended} ended; ${kept} articles stay where people have put them.`,
      )
    }),
  )

  trial
    .command('discard <trial>')
    .description('throw a trial away; the stories there are never knew it')
    .action((trialId: string) =>
      withTool(async ({ database }) => {
        await discardTrial(database, trialId)
        say(`Nothing is left of ${trialId}.`)
      }),
    )
}

function shown(command: Command): Command {
  return command
    .option('--json', 'the report as JSON')
    .option('--html <file>', 'the report as a page that needs nothing else, to look at or to send')
}

async function replay({ database }: Tool, trial: Trial, { json, html }: Shown): Promise<void> {
  if (trial.kind === 'classification') {
    const report = await reportClassificationTrial(database, await drain(runClassificationTrial(database, trial)))
    if (html !== undefined) writePage(html, classificationTrialPage(report))
    return json ? say(JSON.stringify(report, null, 2)) : printClassificationTrial(report)
  }
  const { trial: done, grouper } = await drain(runStoryTrial(database, trial))
  const report = await reportStoryTrial(database, done, grouper)
  if (html !== undefined) writePage(html, storyTrialPage(report))
  return json ? say(JSON.stringify(report, null, 2)) : printStoryTrial(report)
}

function writePage(file: string, page: string): void {
  writeFileSync(file, page)
  console.error(`The report stands in ${file}.`)
}

/** @throws {BadInputError} before a file is read that cannot be a model. */
function modelBytes(file: string): Uint8Array {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined || !found.isFile()) throw new BadInputError(`There is no file ${file}.`)
  if (found.size > MODEL_BYTES_MAX)
    throw new BadInputError(`${file} has ${found.size} bytes: a model has at most ${MODEL_BYTES_MAX}.`)
  return readFileSync(file)
}

async function drain<Result>(run: AsyncGenerator<TrialProgress, Result>): Promise<Result> {
  let bar: ReturnType<typeof openProgressBar> | null = null
  for (;;) {
    const next = await run.next()
    if (next.done) {
      bar?.stop()
      return next.value
    }
    bar ??= openProgressBar('events', next.value.head)
    bar.set(next.value.position)
  }
}

/** @throws {BadInputError} */
function thresholdOf(settings: readonly string[] = []): number | null {
  let threshold: number | null = null
  for (const setting of settings) {
    const [, value] = /^threshold=(0?\.\d{1,6})$/.exec(setting) ?? []
    if (value === undefined) throw new BadInputError(`"${setting}" is no setting: write threshold=0.6.`)
    threshold = Number(value)
  }
  return threshold
}

function settingsOf({ model, set = [] }: Replay): string {
  return [...(model === undefined ? [] : [`model=${model}`]), ...set].join(' ') || 'as shipped'
}
