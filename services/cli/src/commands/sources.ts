import { readFile, writeFile } from 'node:fs/promises'
import { BadInputError } from '@dateline/domain'
import {
  applyPlan,
  describeSchedule,
  exportOpml,
  importOpml,
  planSources,
  readSources,
  readSourcesFile,
  renderSourcesFile,
  type SourceStep,
  type SourcesPlan,
  sourcesFileJsonSchema,
} from '@dateline/intake'
import type { Command } from 'commander'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

/** There is something to do that was not done: for scripts that only look. */
const EXIT_PENDING = 2
const REFUSED_SHOWN_MAX = 20

export function addSourcesCommands(program: Command, withTool: WithTool): void {
  const sources = program.command('sources').description('all sources at once: a YAML file kept in git, OPML')

  sources
    .command('apply <file>')
    .description('make a sources file true: shows the plan; with --yes also does it')
    .option('--yes', 'do what the plan says')
    .option('--dry-run', 'only show the plan, whatever else is said')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing (left) to do, 2 the plan has steps and was not carried out, 1 the file is wrong.\nThe file is described in docs/guides/add-a-source.md.',
    )
    .action((file: string, { yes = false, dryRun = false }: { yes?: boolean; dryRun?: boolean }) =>
      withTool(async (tool) => {
        const wanted = readSourcesFile(tool, await readFile(file, 'utf8'), file)
        const plan = planSources(wanted, await readSources(tool))
        printPlan(plan, file)
        refuseConflicts(plan, file)
        if (plan.steps.length === 0) return
        if (yes && !dryRun) {
          await applyPlan(tool, plan)
          say(`Done: ${plan.steps.length} ${plan.steps.length === 1 ? 'step' : 'steps'}.`)
          return
        }
        say(`Nothing was changed. To do this: dateline sources apply ${file} --yes`)
        process.exitCode = EXIT_PENDING
      }),
    )

  sources
    .command('export [file]')
    .description('write a sources file from what is there, to the screen without a file')
    .option('--set <name>', 'the sources of this set, and those that are in none', 'default')
    .action((file: string | undefined, { set }: { set: string }) =>
      withTool(async (tool) => {
        const all = await readSources(tool)
        const mine = all.filter(({ settings }) => settings.managedBy === null || settings.managedBy === set)
        await write(file, renderSourcesFile(set, mine))
        if (mine.length < all.length) {
          console.error(`${all.length - mine.length} sources belong to other sets and are not in it.`)
        }
      }),
    )

  sources
    .command('schema')
    .description('print the JSON Schema of a sources file, for editors and CI')
    .action(() => say(JSON.stringify(sourcesFileJsonSchema(), null, 2)))

  addOpmlCommands(sources, withTool)
}

function addOpmlCommands(sources: Command, withTool: WithTool): void {
  sources
    .command('import-opml <file>')
    .description('register the feeds of an OPML file; those that are known stay as they are')
    .option('--dry-run', 'only count')
    .action((file: string, { dryRun = false }: { dryRun?: boolean }) =>
      withTool(async (tool) => {
        const { listed, added, known, duplicates, refused } = await importOpml(tool, await readFile(file), {
          isDryRun: dryRun,
        })
        say(
          `${listed} feeds listed: ${added} ${dryRun ? 'would be added' : 'added'}, ${known} known already, ${duplicates} listed twice, ${refused.length} refused.`,
        )
        for (const { title, url, reason } of refused.slice(0, REFUSED_SHOWN_MAX)) {
          say(`  ${title ?? '(no title)'}  ${url.slice(0, 200)}\n    ${reason}`)
        }
        if (refused.length > REFUSED_SHOWN_MAX) say(`  … and ${refused.length - REFUSED_SHOWN_MAX} more`)
      }),
    )

  sources
    .command('export-opml [file]')
    .description('write all feeds as OPML 2.0, to the screen without a file')
    .action((file: string | undefined) =>
      withTool(async (tool) => {
        const { opml, feeds, leftOut } = exportOpml(await readSources(tool), tool.now().toISOString())
        await write(file, opml)
        if (file !== undefined) console.error(`${feeds} feeds written.`)
        if (leftOut > 0) console.error(`${leftOut} sources are no feeds and are not in it: see \`sources export\`.`)
      }),
    )
}

async function write(file: string | undefined, text: string): Promise<void> {
  if (file === undefined) process.stdout.write(text)
  else await writeFile(file, text)
}

function printPlan({ set, steps, unchanged, elsewhere }: SourcesPlan, file: string): void {
  const count = (step: SourceStep['step']) => steps.filter((one) => one.step === step).length
  for (const step of steps) {
    const [mark, url] =
      step.step === 'remove' ? ['-', step.source.url] : [step.step === 'add' ? '+' : '~', step.wanted.url]
    const line = step.step === 'remove' ? '' : `  (line ${step.wanted.line})`
    const what = step.step === 'add' ? `  ${step.wanted.kind}, ${describeSchedule(step.wanted.schedule)}` : ''
    say(`${mark} ${url}${what}${line}`)
    for (const reason of step.reasons) say(`    ${reason}`)
  }
  say(
    `${file}, set "${set}": ${count('add')} to add, ${count('change')} to change, ${count('remove')} to remove, ${unchanged} as they should be.`,
  )
  if (elsewhere > 0) {
    say(`${elsewhere} registered by hand are left alone; \`dateline sources export\` writes them into a file.`)
  }
}

function refuseConflicts({ conflicts, set }: SourcesPlan, file: string): void {
  if (conflicts.length === 0) return
  const lines = conflicts.map(
    ({ wanted: { line, url }, set: other }) => `  ${file}:${line}: ${url} belongs to the set "${other}"`,
  )
  throw new BadInputError(
    `A source belongs to one set. Take these out of one of the files and apply that one first; nothing was changed.\n${lines.join('\n')}\n  (this file is the set "${set}")`,
  )
}
