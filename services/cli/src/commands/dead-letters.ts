import { BadInputError } from '@dateline/domain'
import { jobNames } from '@dateline/queue'
import { listDeadLetters, pollNow, takeDeadLetters, wantTasks } from '@dateline/work-state'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
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
          ['queue', 'key', 'code', 'times', 'last seen', 'message'],
          rows.map(({ queue, key, code, times, lastSeenAt, message }) => [
            queue,
            key,
            code,
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
        const taken = await database.db.transaction().execute(async (trx) => {
          const rows = await takeDeadLetters(trx, queue, key ?? null)
          for (const row of rows) if (row.queue === 'poll-source') await pollNow(trx, row.key)
          await wantTasks(
            trx,
            rows
              .filter((row) => row.queue !== 'poll-source')
              .map((row) => ({ name: row.queue, key: row.key, data: row.data, cause: 0 })),
          )
          return rows
        })
        console.log(`${taken.length} will be tried again.`)
      }),
    )
}
