import { migrate } from '@dateline/database'
import type { Command } from 'commander'
import type { WithTool } from '../with-tool.ts'

export function addMigrateCommand(program: Command, withTool: WithTool): void {
  program
    .command('migrate')
    .description('bring the database schema up to this release; a second run changes nothing')
    .action(() =>
      withTool(async ({ database }) => {
        const applied = await migrate(database)
        console.log(applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.join(', ')}.`)
      }),
    )
}
