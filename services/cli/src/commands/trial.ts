import { readFileSync } from 'node:fs'
import {
  CLASSIFICATION_MODEL,
  type ClassificationTrialReport,
  discardTrial,
  getTrial,
  linkModelOf,
  listTrials,
  openTrial,
  promoteClassificationTrial,
  promoteStoryTrial,
  reportClassificationTrial,
  reportStoryTrial,
  runClassificationTrial,
  runStoryTrial,
  type StoryTrialReport,
  type Trial,
  type TrialProgress,
} from '@dateline/curation'
import { BadInputError } from '@dateline/domain'
import type { Tool } from '@dateline/platform'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
import { openProgressBar } from '../progress-bar.ts'
import type { WithTool } from '../with-tool.ts'
import { decision, type Who, who } from './story.ts'

type Replay = { readonly model?: string; readonly set?: readonly string[]; readonly json?: boolean }

/** Another model or threshold over the whole log, beside what is there; nothing changes before it is promoted. */
export function addTrialCommands(program: Command, stories: Command, withTool: WithTool): void {
  stories
    .command('replay')
    .description('group the whole log anew by another model or threshold, beside the stories there are, and compare')
    .option('--model <file>', 'JSON of {id, weights}, as `npm run train` writes; without it: the model that ships')
    .option('--set <name=value...>', 'threshold=0.6: probability from which an article joins a story; as shipped 0.5')
    .option('--json', 'the report as JSON')
    .addHelpText(
      'after',
      'Interrupted, give it again: it goes on where it was. Then: dateline trial promote ID, or discard ID.',
    )
    .action((options: Replay) =>
      withTool(async (tool) => {
        const model = linkModelOf(
          options.model === undefined ? null : readFileSync(options.model, 'utf8'),
          thresholdOf(options.set),
        )
        await replay(tool, await openTrial(tool.database, 'stories', model, settingsOf(options)), options.json ?? false)
      }),
    )

  program
    .command('classify')
    .description('classify all texts again by this release, beside their recorded verdicts, and compare')
    .requiredOption('--again', 'yes, all of them')
    .option('--json', 'the report as JSON')
    .addHelpText(
      'after',
      'Interrupted, give it again: it goes on where it was. Then: dateline trial promote ID, or discard ID.',
    )
    .action(({ json = false }: { json?: boolean }) =>
      withTool(async (tool) =>
        replay(tool, await openTrial(tool.database, 'classification', CLASSIFICATION_MODEL, 'this release'), json),
      ),
    )

  const trial = program.command('trial').description('models tried on the whole log: compare, promote, discard')

  trial
    .command('list')
    .description('trials there are, and how far they have gone')
    .action(() =>
      withTool(async ({ database }) =>
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
        ),
      ),
    )

  trial
    .command('report <trial>')
    .description('go on to the end of the log, and tell what would change')
    .option('--json', 'as JSON')
    .action((trialId: string, { json = false }: { json?: boolean }) =>
      withTool(async (tool) => replay(tool, await getTrial(tool.database, trialId), json)),
    )

  decision(
    trial.command('promote <trial>'),
    'put it in force: by one event for all later articles, and the stories there are become its',
  ).action((trialId: string, options: Who) =>
    withTool(async (tool) => {
      const found = await getTrial(tool.database, trialId)
      if (found.kind === 'classification') {
        const done = await drain(runClassificationTrial(tool.database, found))
        console.log(`${await promoteClassificationTrial(tool, done)} articles have another verdict now.`)
        return
      }
      const { trial: done, grouper } = await drain(runStoryTrial(tool.database, found))
      const { model, moved, opened, ended, kept } = await promoteStoryTrial(tool, done, grouper, who(options))
      console.log(
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
        console.log(`Nothing is left of ${trialId}.`)
      }),
    )
}

async function replay({ database }: Tool, trial: Trial, json: boolean): Promise<void> {
  if (trial.kind === 'classification') {
    const report = await reportClassificationTrial(database, await drain(runClassificationTrial(database, trial)))
    return json ? console.log(JSON.stringify(report, null, 2)) : printClassification(report)
  }
  const { trial: done, grouper } = await drain(runStoryTrial(database, trial))
  const report = await reportStoryTrial(database, done, grouper)
  return json ? console.log(JSON.stringify(report, null, 2)) : printStories(report)
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

function printStories(report: StoryTrialReport): void {
  const { trialId, model, position, digest, articles, storiesBefore, storiesAfter, b3, pairF1, articlesChanged } =
    report
  console.log(`${trialId} of ${model}, events 1 to ${position}, verdicts sha256 ${digest}`)
  console.log(
    `${articles} articles: ${storiesBefore} stories would be ${storiesAfter}; ${articlesChanged} articles would be with others`,
  )
  console.log(`agreement with now: B³ ${b3}, pairs F1 ${pairF1}`)
  for (const [name, pairs] of [
    ['would part', report.apart],
    ['would come together', report.together],
  ] as const) {
    if (pairs.length > 0) console.log(`\n${name}:`)
    for (const { titles } of pairs) console.log(`  ${titles[0]}\n  ${titles[1]}\n`)
  }
}

function printClassification(report: ClassificationTrialReport): void {
  const { trialId, model, position, digest, articles, same, topicsChanged, languageChanged } = report
  console.log(`${trialId} of ${model}, events 1 to ${position}, verdicts sha256 ${digest}`)
  console.log(
    `${articles} articles: ${same} the same byte by byte, ${topicsChanged} with other topics, ${languageChanged} in another language`,
  )
  for (const [classifier, count] of Object.entries(report.recordedBy))
    console.log(`recorded by ${classifier}: ${count}`)
  for (const { title, before, after } of report.examples) {
    console.log(`\n${title}\n  ${before.join(' ') || 'none'} → ${after.join(' ') || 'none'}`)
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
