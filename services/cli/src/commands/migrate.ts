import { migrate } from '@dateline/database'
import { openToolDatabase } from '@dateline/platform'
import type { Command } from 'commander'
import { say } from '../say.ts'

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database schema up to this release; a second run changes nothing')
    .action(async () => {
      // Not the whole tool: on an empty database there is no log to open yet.
      const { database } = openToolDatabase(program.opts<{ data: string }>().data)
      try {
        const applied = await migrate(database)
        say(applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.join(', ')}.`)
      } finally {
        await database.close()
      }
    })
}
