import { headPosition } from '@dateline/event-store'
import { countSources, progress } from '@dateline/read-models'
import { consumerPositions, countDeadLetters, countTasks } from '@dateline/work-state'
import type { Command } from 'commander'
import { adviseOnStopped, stopOf } from '../print-stopped.ts'
import { printTable } from '../print-table.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

export function addStatusCommand(program: Command, withTool: WithTool): void {
  program
    .command('status')
    .description('how sources do, what is in hand, what lags behind, what was given up')
    .action(() =>
      withTool(async ({ database }) => {
        const { db } = database
        const head = await headPosition(database)
        const { views } = await progress(db)
        say(`The log has ${head} events.\n`)
        say(`Sources: ${sourcesLine(await countSources(db))}\n`)
        printTable(
          ['reader', 'position', 'behind', 'error'],
          [
            ...(await consumerPositions(db)).map(({ name, position }) => [name, position, head - position, '']),
            ...views.map((view) => [view.name, view.position, view.behind, stopOf(view)]),
          ],
        )
        adviseOnStopped(views)
        say('\nWork wanted:')
        printTable(
          ['queue', 'wanted', 'of it later'],
          (await countTasks(db)).map(({ name, wanted, later }) => [name, wanted, later]),
        )
        say('\nGiven up (see `dateline dead-letters list`):')
        printTable(
          ['queue', 'code', 'count'],
          (await countDeadLetters(db)).map(({ queue, code, count }) => [queue, code, count]),
        )
      }),
    )
}

/** "412 healthy, 3 failing (see …)": what a person has to look at is never left out of sight among the readers. */
function sourcesLine(counts: readonly { health: string; count: number }[]): string {
  const parts = counts.toSorted((a, b) => b.count - a.count).map(({ health, count }) => `${count} ${health}`)
  const isFailing = counts.some(({ health }) => health === 'failing')
  return (parts.join(', ') || 'none') + (isFailing ? ' (see `dateline source list --health failing`)' : '')
}
