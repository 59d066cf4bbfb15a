import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { applyRetention, type CaptureSelection, countCaptures, exportWarc } from '@dateline/archive'
import { BadInputError } from '@dateline/domain'
import type { Tool } from '@dateline/platform'
import type { Command } from 'commander'
import { openProgressBar } from '../progress-bar.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'
import { sourceIdFrom } from './ledger.ts'

export function addArchiveCommands(program: Command, withTool: WithTool): void {
  const archive = program.command('archive').description('fetched pages as they came over the wire')

  archive
    .command('export <file.warc.gz>')
    .description('write fetched pages as WARC/1.1, with request and response headers')
    .option('--article <id>', 'of one article')
    .option('--source <id>', 'of one source: its id or its address')
    .option('--day <date>', 'of one day in UTC, such as 2026-11-20')
    .action((path: string, options: { article?: string; source?: string; day?: string }) =>
      withTool((tool) => exportTo(tool, path, selectionOf(options))),
    )

  archive
    .command('clean')
    .description('remove fetched pages by age; imported documents and the newest fetch of every article stay')
    .requiredOption('--keep-days <days>', 'remove what is older')
    .option('--keep-listing-days <days>', 'the same of feeds, sitemaps and section pages; without it: as --keep-days')
    .option('--keep-newest <count>', 'of every article, keep this many however old', '1')
    .option('--dry-run', 'say what would be removed, and remove nothing')
    .addHelpText('after', CLEAN_HELP)
    .action((options: CleanOptions) =>
      withTool(async ({ database, archive: bytes }) => {
        const keepDays = wholeNumber(options.keepDays, '--keep-days', 1)
        const keepListingDays =
          options.keepListingDays === undefined
            ? keepDays
            : wholeNumber(options.keepListingDays, '--keep-listing-days', 1)
        const keepNewestPerArticle = wholeNumber(options.keepNewest, '--keep-newest', 0)
        const { dryRun: isDryRun = false } = options
        const policy = { keepDays, keepListingDays, keepNewestPerArticle }
        const { capturesRemoved, bodiesRemoved } = await applyRetention({ database, archive: bytes }, policy, {
          isDryRun,
        })
        say(
          `${capturesRemoved} fetches ${isDryRun ? 'would be ' : ''}removed, and ${bodiesRemoved} pages that no other fetch had brought.`,
        )
      }),
    )
}

type CleanOptions = { keepDays: string; keepListingDays?: string; keepNewest: string; dryRun?: boolean }

const CLEAN_HELP = `
The scheduler does the same once a day by RETENTION_PAGE_DAYS and RETENTION_LISTING_DAYS.`

function wholeNumber(text: string, option: string, min: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isInteger(value) && value >= min) return value
  throw new BadInputError(`${option} must be a whole number of at least ${min}, not "${text}". Nothing was removed.`)
}

async function exportTo({ database, archive, now }: Tool, path: string, selection: CaptureSelection): Promise<void> {
  const count = await countCaptures(database, selection)
  if (count === 0) throw new BadInputError('No fetch matches: nothing was written.')
  const bar = openProgressBar(path, count)
  const pieces = exportWarc({ database, archive }, selection, { software: 'dateline', now: now().toISOString() })
  let result = { captures: 0, missing: 0 }
  async function* counted(): AsyncGenerator<Buffer> {
    for (;;) {
      const step = await pieces.next()
      if (step.done) {
        result = step.value
        return
      }
      yield step.value
      bar.advance(1)
    }
  }
  try {
    // "wx": an archive that is there already is not written over.
    await pipeline(Readable.from(counted()), createWriteStream(path, { flags: 'wx' }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new BadInputError(`There is a file "${path}" already: name another.`, { cause: error })
  } finally {
    bar.stop()
  }
  const missing = result.missing === 0 ? '' : `; ${result.missing} were left out, since their bytes have been removed`
  say(`${result.captures} fetches written to ${path}${missing}.`)
}

function articleIdFrom(text: string): string {
  if (/^article-[0-9a-f]{32}$/.test(text)) return text
  throw new BadInputError(`"${text}" is not the id of an article, which begins with "article-".`)
}

function selectionOf({ article, source, day }: { article?: string; source?: string; day?: string }): CaptureSelection {
  // Date.parse takes the 31st of February for the 3rd of March.
  const time = Date.parse(day ?? '')
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day
  if (day !== undefined && !isDay) {
    throw new BadInputError(`"${day}" is no day such as 2026-11-20.`)
  }
  return {
    ...(article === undefined ? {} : { articleId: articleIdFrom(article) }),
    ...(source === undefined ? {} : { sourceId: sourceIdFrom(source) }),
    ...(day === undefined ? {} : { day }),
  }
}
