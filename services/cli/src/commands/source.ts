import { BadInputError, type Schedule, source, sourceStream } from '@dateline/domain'
import { handle } from '@dateline/event-store'
import { registerSource } from '@dateline/intake'
import { listSources } from '@dateline/read-models'
import { pollNow } from '@dateline/work-state'
import { type Command, Option } from 'commander'
import { printTable } from '../print-table.ts'
import type { WithTool } from '../with-tool.ts'

type AddOptions = { kind: 'feed' | 'sitemap' | 'site'; name?: string; every?: string; cron?: string }

const UNITS_S: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 }
const LISTED_MAX = 200

export function addSourceCommands(program: Command, withTool: WithTool): void {
  const sources = program.command('source').description('feeds, sitemaps and sites that are polled')

  sources
    .command('add <url>')
    .description('register a source; registering it again changes its name and schedule')
    .addOption(new Option('--kind <kind>', 'what the URL is').choices(['feed', 'sitemap', 'site']).default('feed'))
    .option('--name <name>', 'how people call it')
    .option('--every <interval>', 'poll at a fixed interval, such as 90s, 15m, 2h; without it: as often as it has news')
    .option('--cron <expression>', 'poll by a cron schedule in UTC, such as "*/10 6-22 * * *"')
    .action((url: string, options: AddOptions) =>
      withTool(async (tool) => {
        const { kind, name = null } = options
        const { sourceId, created } = await registerSource(tool, { kind, url, name, schedule: scheduleOf(options) })
        console.log(`${created ? 'Registered' : 'Already registered:'} ${sourceId}`)
      }),
    )

  sources
    .command('list')
    .description('all sources and how they do')
    .action(() =>
      withTool(async ({ database }) => {
        const { items } = await listSources(database.db, null, LISTED_MAX)
        printTable(
          ['source', 'kind', 'name', 'state', 'articles', 'url'],
          items.map((item) => [
            item.sourceId,
            item.kind,
            item.name ?? '',
            item.failingReason ?? item.state,
            item.discoveredCount,
            item.url,
          ]),
        )
      }),
    )

  sources
    .command('poll <source>')
    .description('poll a source now')
    .action((sourceId: string) =>
      withTool(async ({ database }) => {
        if (!(await pollNow(database.db, uuid(sourceId)))) throw new BadInputError(`There is no source ${sourceId}.`)
        console.log('It will be polled within a second.')
      }),
    )

  sources
    .command('pause <source>')
    .description('stop polling a source')
    .option('--reason <text>', 'why, for the record', 'paused by an operator')
    .action((sourceId: string, { reason }: { reason: string }) =>
      withTool(async ({ log, now }) => {
        const pausedAt = now().toISOString()
        const command = { type: 'PauseSource', data: { reason, pausedAt } } as const
        const cause = `operator/pause/${sourceId}/${pausedAt}`
        const events = await handle(log, source, sourceStream(uuid(sourceId)), command, { cause })
        console.log(events.length > 0 ? 'Paused.' : 'It is paused already.')
      }),
    )

  sources
    .command('resume <source>')
    .description('poll a paused source again')
    .action((sourceId: string) =>
      withTool(async ({ log, now }) => {
        const resumedAt = now().toISOString()
        const command = { type: 'ResumeSource', data: { resumedAt } } as const
        const cause = `operator/resume/${sourceId}/${resumedAt}`
        const events = await handle(log, source, sourceStream(uuid(sourceId)), command, { cause })
        console.log(events.length > 0 ? 'Resumed.' : 'It is not paused.')
      }),
    )
}

function uuid(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text
  throw new BadInputError(`"${text}" is not the id of a source: see \`dateline source list\`.`)
}

/** @throws {BadInputError} */
export function scheduleOf({ every, cron }: Pick<AddOptions, 'every' | 'cron'>): Schedule {
  if (every !== undefined && cron !== undefined) throw new BadInputError('Give --every or --cron, not both.')
  if (cron !== undefined) return { kind: 'cron', expression: cron }
  if (every === undefined) return { kind: 'adaptive' }
  const [, count, unit] = /^(\d+)([smhd])$/.exec(every) ?? []
  const seconds = Number(count) * (UNITS_S[unit ?? ''] ?? Number.NaN)
  if (!(seconds >= 60))
    throw new BadInputError(`"${every}" is no interval of at least a minute: write 90s, 15m, 2h or 1d.`)
  return { kind: 'interval', seconds }
}
