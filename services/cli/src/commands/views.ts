import type { Tool } from '@dateline/platform'
import { discardRebuild, progress, rebuild, retryView, rollback, skipEvent } from '@dateline/read-models'
import type { Command } from 'commander'
import { adviseOnStopped, stopOf } from '../print-stopped.ts'
import { printTable } from '../print-table.ts'
import { openProgressBar } from '../progress-bar.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

export function addViewsCommands(program: Command, withTool: WithTool): void {
  const views = program.command('views').description('what is folded from the log: progress, rebuild, repair')

  views
    .command('list')
    .description('all views and how far they have read the log')
    .action(() =>
      withTool(async ({ database }) => {
        const { views } = await progress(database.db)
        printTable(
          ['view', 'generation', 'position', 'behind', 'rebuilt up to', 'skipped', 'error'],
          views.map((view) => [
            ...[view.name, view.generation, view.position, view.behind],
            ...[view.rebuild?.position ?? '', view.skipped.join(' '), stopOf(view)],
          ]),
        )
        adviseOnStopped(views)
      }),
    )

  views
    .command('rebuild <view>')
    .description('fold a view anew beside the one that serves, compare, and swap; interrupted, it goes on next time')
    .option('--shards <count>', 'parts folded side by side', '1')
    .option('--take-skipped', 'take in what "views skip" has left out: for a fold that has been mended')
    .action((name: string, { shards, takeSkipped = false }: { shards: string; takeSkipped?: boolean }) =>
      withTool(({ database }) => rebuildView(database, name, { shards: Number(shards), takeSkipped })),
    )

  views
    .command('rollback <view>')
    .description('let the generation before the last rebuild serve again, caught up with the log')
    .action((name: string) =>
      withTool(async ({ database }) => {
        const { generation } = await rollback(database, name)
        say(`${name}: generation ${generation} serves again`)
      }),
    )

  views
    .command('discard <view>')
    .description('throw away a rebuild that was interrupted')
    .action((name: string) =>
      withTool(async ({ database }) => {
        await discardRebuild(database, name)
        say(`${name}: nothing is left of the rebuild`)
      }),
    )

  views
    .command('retry <view>')
    .description('let a view that has stopped try its event again')
    .action((name: string) =>
      withTool(async ({ database }) => {
        await retryView(database, name)
        say(`${name} will try again.`)
      }),
    )

  views
    .command('skip <view>')
    .description('let a view that has stopped go on without the event it cannot take in')
    .option('--event <position>', 'of an event that only a rebuild cannot take in, or that comes later')
    .action((name: string, { event }: { event?: string }) =>
      withTool(async ({ database }) => {
        const { position, by } = await skipEvent(database, name, event === undefined ? null : Number(event))
        say(
          by === 'view'
            ? `${name} leaves out event ${position}, and so will its rebuilds.`
            : `The rebuild of ${name} leaves out event ${position}. It goes on with: dateline views rebuild ${name}`,
        )
        say(`When its fold has been mended: dateline views rebuild ${name} --take-skipped`)
      }),
    )
}

const VERDICTS = {
  true: 'the same rows as before',
  false: 'other rows than before',
  null: 'the one before had stopped',
}

async function rebuildView(
  database: Tool['database'],
  name: string,
  options: { shards: number; takeSkipped: boolean },
): Promise<void> {
  const bar = openProgressBar(name, (await progress(database.db)).headPosition)
  const onProgress = ({ position }: { position: number }) => bar.set(position)
  const { generation, isSame } = await rebuild(database, name, { ...options, onProgress })
  bar.stop()
  say(`${name}: generation ${generation} serves now, ${VERDICTS[`${isSame}`]}`)
}
