import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { applyRetention, type CaptureSelection, countCaptures, exportWarc } from '@dateline/archive'
import { BadInputError } from '@dateline/domain'
import type { Tool } from '@dateline/platform'
import type { Command } from 'commander'
import { openProgressBar } from '../progress-bar.ts'
import type { WithTool } from '../with-tool.ts'

export function addArchiveCommands(program: Command, withTool: WithTool): void {
  const archive = program.command('archive').description('fetched pages as they came over the wire')

  archive
    .command('export <file.warc.gz>')
    .description('write fetched pages as WARC/1.1, with request and response headers')
    .option('--article <id>', 'of one article')
    .option('--source <id>', 'of one source')
    .option('--day <date>', 'of one day in UTC, such as 2026-11-20')
    .action((path: string, options: { article?: string; source?: string; day?: string }) =>
      withTool((tool) => exportTo(tool, path, selectionOf(options))),
    )

  archive
    .command('clean')
    .description('remove fetched pages by age; imported documents and the newest fetch of every article stay')
    .requiredOption('--keep-days <days>', 'remove what is older', Number)
    .option('--keep-newest <count>', 'of every article, keep this many however old', Number, 1)
    .action(({ keepDays, keepNewest }: { keepDays: number; keepNewest: number }) =>
      withTool(async ({ database, archive: bytes }) => {
        const policy = { keepDays, keepNewestPerArticle: keepNewest }
        const { capturesRemoved, bodiesRemoved } = await applyRetention({ database, archive: bytes }, policy)
        console.log(`${capturesRemoved} fetches removed, and ${bodiesRemoved} pages that no other fetch had brought.`)
      }),
    )
}

async function exportTo({ database, archive, now }: Tool, path: string, selection: CaptureSelection): Promise<void> {
  const bar = openProgressBar(path, await countCaptures(database, selection))
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
  console.log(`${result.captures} fetches written to ${path}${missing}.`)
}

function selectionOf({ article, source, day }: { article?: string; source?: string; day?: string }): CaptureSelection {
  if (day !== undefined && !(/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)))) {
    throw new BadInputError(`"${day}" is no day such as 2026-11-20.`)
  }
  return {
    ...(article === undefined ? {} : { articleId: article }),
    ...(source === undefined ? {} : { sourceId: source }),
    ...(day === undefined ? {} : { day }),
  }
}
