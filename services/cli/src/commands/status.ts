import { headPosition } from '@dateline/event-store'
import { progress } from '@dateline/read-models'
import { consumerPositions, countDeadLetters, countTasks } from '@dateline/work-state'
import type { Command } from 'commander'
import { adviseOnStopped, stopOf } from '../print-stopped.ts'
import { printTable } from '../print-table.ts'
import type { WithTool } from '../with-tool.ts'

export function addStatusCommand(program: Command, withTool: WithTool): void {
  program
    .command('status')
    .description('what is in hand, what lags behind, what was given up')
    .action(() =>
      withTool(async ({ database }) => {
        const { db } = database
        const head = await headPosition(database)
        const { views } = await progress(db)
        console.log(`The log has ${head} events.\n`)
        printTable(
          ['reader', 'position', 'behind', 'error'],
          [
            ...(await consumerPositions(db)).map(({ name, position }) => [name, position, head - position, '']),
            ...views.map((view) => [view.name, view.position, view.behind, stopOf(view)]),
          ],
        )
        adviseOnStopped(views)
        console.log('\nWork wanted:')
        printTable(
          ['queue', 'wanted', 'of it later'],
          (await countTasks(db)).map(({ name, wanted, later }) => [name, wanted, later]),
        )
        console.log('\nGiven up (see `dateline dead-letters list`):')
        printTable(
          ['queue', 'code', 'count'],
          (await countDeadLetters(db)).map(({ queue, code, count }) => [queue, code, count]),
        )
      }),
    )
}
