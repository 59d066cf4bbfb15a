import { BadInputError } from '@dateline/domain'
import { jobNames } from '@dateline/queue'
import { listDeadLetters, retryDeadLetters } from '@dateline/work-state'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

const LISTED_MAX = 200

export function addDeadLetterCommands(program: Command, withTool: WithTool): void {
  const letters = program.command('dead-letters').description('work that was given up, kept for a second look')

  letters
    .command('list')
    .description(`the newest ${LISTED_MAX}, with their reasons`)
    .action(() =>
      withTool(async ({ database }) => {
        const rows = await listDeadLetters(database.db, LISTED_MAX)
        printTable(
          ['queue', 'key', 'code', 'attempts', 'times', 'last seen', 'message'],
          rows.map(({ queue, key, code, attempts, times, lastSeenAt, message }) => [
            queue,
            key,
            code,
            attempts,
            times,
            lastSeenAt.toISOString(),
            message,
          ]),
        )
      }),
    )

  letters
    .command('retry <queue> [key]')
    .description('try again: one of a queue, or all of it')
    .action((queue: string, key: string | undefined) =>
      withTool(async ({ database }) => {
        if (!(jobNames as string[]).includes(queue)) {
          throw new BadInputError(`There is no queue "${queue}": it is one of ${jobNames.join(', ')}.`)
        }
        const retried = await database.db.transaction().execute((trx) => retryDeadLetters(trx, queue, key ?? null))
        if (retried === 0 && key !== undefined) {
          throw new BadInputError(`There is no dead letter ${key} in ${queue}: see \`dateline dead-letters list\`.`)
        }
        say(`${retried} will be tried again.`)
      }),
    )
}
