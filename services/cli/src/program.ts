import { join } from 'node:path'
import { openTool } from '@dateline/platform'
import { Command } from 'commander'
import { addArchiveCommands } from './commands/archive.ts'
import { addBackfillCommand } from './commands/backfill.ts'
import { addDeadLetterCommands } from './commands/dead-letters.ts'
import { addExplainCommand } from './commands/explain.ts'
import { addExtractCommands } from './commands/extract.ts'
import { addImportCommands } from './commands/import.ts'
import { addLedgerCommand } from './commands/ledger.ts'
import { addLogCommands } from './commands/log.ts'
import { addMigrateCommand } from './commands/migrate.ts'
import { addReadCommands } from './commands/read.ts'
import { addRecordCommands } from './commands/record.ts'
import { addRenderCommands } from './commands/render.ts'
import { addRevisionCommands } from './commands/revisions.ts'
import { addSourceCommands } from './commands/source.ts'
import { addSourcesCommands } from './commands/sources.ts'
import { addStatusCommand } from './commands/status.ts'
import { addStoryTextCommands } from './commands/story-texts.ts'
import { addSubmitCommand } from './commands/submit.ts'
import { addTopicCommands } from './commands/topic.ts'
import { addViewsCommands } from './commands/views.ts'
import type { WithTool } from './with-tool.ts'

export function buildProgram(): Command {
  const program = new Command('dateline')
    .description('A clean, verifiable, replayable record of the web’s news pages.')
    .option('--data <folder>', 'data folder of a running `npm start`', join(process.cwd(), 'data'))
    .addHelpText(
      'after',
      '\nThe database is the one DATABASE_URL names or, without it, that of the `npm start` running on the data folder.',
    )
    .showHelpAfterError('(add --help to see how it is used)')
    .exitOverride()
  const withTool: WithTool = async (run) => {
    const tool = await openTool(program.opts<{ data: string }>().data)
    try {
      await run(tool)
    } finally {
      await tool.close()
    }
  }
  for (const add of [
    addSourceCommands,
    addSourcesCommands,
    addSubmitCommand,
    addImportCommands,
    addReadCommands,
    addRevisionCommands,
    addExplainCommand,
    addExtractCommands,
    addStoryTextCommands,
    addTopicCommands,
    addStatusCommand,
    addLedgerCommand,
    addBackfillCommand,
    addRenderCommands,
    addDeadLetterCommands,
    addArchiveCommands,
    addViewsCommands,
    addRecordCommands,
    addLogCommands,
    addMigrateCommand,
  ]) {
    add(program, withTool)
  }
  return program
}
