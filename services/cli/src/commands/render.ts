import { source, sourceStream } from '@dateline/domain'
import { handle } from '@dateline/event-store'
import { listRendering } from '@dateline/work-state'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'
import { sourceIdFrom } from './ledger.ts'

export function addRenderCommands(program: Command, withTool: WithTool): void {
  const render = program.command('render').description('pages that show nothing without their scripts')

  render
    .command('list')
    .description('sources that are rendered, and those for which it is proposed')
    .action(() =>
      withTool(async ({ database }) => {
        const rows = await listRendering(database.db)
        printTable(
          ['state', 'empty', 'stored', 'source', 'url'],
          rows.map(({ enabled, emptyCount, storedCount, sourceId, url }) => [
            enabled ? 'rendered' : 'proposed',
            emptyCount,
            storedCount,
            sourceId,
            url,
          ]),
        )
        if (rows.some(({ enabled }) => !enabled)) say('\nAccept a proposal with `dateline render accept SOURCE`.')
      }),
    )

  const change = (name: string, description: string, enabled: boolean) =>
    render
      .command(`${name} <source>`)
      .description(description)
      .action((named: string) =>
        withTool(async ({ log, now }) => {
          const sourceId = sourceIdFrom(named)
          const changedAt = now().toISOString()
          const command = { type: 'SetRendering', data: { enabled, changedAt } } as const
          const cause = `operator/render/${sourceId}/${changedAt}`
          const events = await handle(log, source, sourceStream(sourceId), command, { cause })
          const done = enabled ? 'Its pages are rendered from now on, where a renderer runs (RENDER=true).' : 'Stopped.'
          say(events.length > 0 ? done : 'It is so already.')
        }),
      )
  change('accept', 'render the pages of a source that are empty without scripts, those known already too', true)
  change('stop', 'no longer render the pages of a source', false)
}
