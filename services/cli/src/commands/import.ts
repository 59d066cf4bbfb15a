import { basename } from 'node:path'
import { BadInputError } from '@dateline/domain'
import { importFiles, importWarc, listFiles, type WarcFileProgress } from '@dateline/intake'
import { type Tool, waitUntilIdle } from '@dateline/platform'
import { listSkips } from '@dateline/work-state'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
import { openProgressBar } from '../progress-bar.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

const SKIPS_LISTED_MAX = 1_000

export function addImportCommands(program: Command, withTool: WithTool): void {
  const imports = program.command('import').description('captured pages: text scrapes, saved HTML, WARC archives')

  imports
    .command('files <path...>')
    .description('import .txt scrapes and .html pages, or whole folders of them')
    .option(
      '--captured-at <time>',
      'when they were captured, such as 2022-01-05 or 2022-01-05T10:00:00Z; file: at each file’s time of last change',
    )
    .option('--wait', 'wait until they have been read, classified and grouped')
    .addHelpText(
      'after',
      `
A scrape that ends in a line "Original url: https://…" becomes that article: the original is fetched, and the scrape
stands in until it has been. Relative dates ("6 days ago") are read against the time of capture; without --captured-at
nobody knows it, and a page that gives no other date has none.`,
    )
    .action((paths: string[], options: { capturedAt?: string; wait?: boolean }) =>
      withTool(async (tool) => {
        const files = await listFiles(paths)
        const bar = openProgressBar('files', files.length)
        const counts = { imported: 0, known: 0, skipped: 0 }
        const skips: string[] = []
        for await (const outcome of importFiles(
          tool,
          files,
          options.capturedAt === 'file' ? 'file' : instantOf(options.capturedAt),
        )) {
          counts[outcome.outcome] += 1
          if (outcome.outcome === 'skipped') skips.push(`  ${outcome.file}: ${outcome.reason} (${outcome.detail})`)
          bar.advance(1)
        }
        bar.stop()
        say(`${counts.imported} imported, ${counts.known} known already, ${counts.skipped} skipped`)
        if (skips.length > 0) say(skips.join('\n'))
        if (options.wait) await waitFor(tool)
      }),
    )

  imports
    .command('warc <file...>')
    .description('import WARC archives (.warc, .warc.gz), record by record; again: only what is missing')
    .option('--wait', 'wait until the pages have been read, classified and grouped')
    .action((paths: string[], options: { wait?: boolean }) =>
      withTool(async (tool) => {
        for (const path of paths) await importArchive(tool, path)
        if (options.wait) await waitFor(tool)
      }),
    )

  imports
    .command('skipped [name]')
    .description(`what imports left out, and why: the newest ${SKIPS_LISTED_MAX}; of one archive by its file name`)
    .action((name: string | undefined) =>
      withTool(async ({ database }) => {
        const skips = await listSkips(database.db, SKIPS_LISTED_MAX, name ?? null)
        printTable(
          ['import', 'record', 'reason', 'when', 'detail'],
          skips.map((skip) => [skip.importName, skip.record, skip.reason, skip.skippedAt.toISOString(), skip.detail]),
        )
      }),
    )
}

async function importArchive(tool: Tool, path: string): Promise<void> {
  const startedAt = performance.now()
  const bar = openProgressBar(path, 100, '%')
  let last: WarcFileProgress | undefined
  for await (const progress of importWarc(tool, path)) {
    last = progress
    bar.set(Math.floor((100 * progress.bytesRead) / Math.max(progress.bytesTotal, 1)))
  }
  bar.stop()
  if (last === undefined) return
  const seconds = (performance.now() - startedAt) / 1_000
  const reasons = Object.entries(last.skipped).map(([reason, count]) => `${count} ${reason}`)
  say(
    `${path}: ${last.records} records in ${seconds.toFixed(1)} s: ${last.imported} imported, ${last.known} known already, ` +
      `skipped: ${reasons.length > 0 ? reasons.join(', ') : 'none'}`,
  )
  if (reasons.length > 0) say(`Which ones: dateline import skipped ${JSON.stringify(basename(path))}`)
}

async function waitFor(tool: Tool): Promise<void> {
  say('Waiting until everything has been worked off …')
  await waitUntilIdle(tool.database)
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/

function instantOf(text: string | undefined): string | null {
  if (text === undefined) return null
  // Date.parse takes the 31st of February for the 3rd of March.
  const day = text.slice(0, 10)
  const isDay = INSTANT.test(text) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  const time = isDay ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) throw new BadInputError(`"${text}" is no time: write 2022-01-05 or 2022-01-05T10:00:00Z.`)
  return new Date(time).toISOString()
}
