import { BadInputError, IllegalCommandError, type Schedule } from '@dateline/domain'
import { parseInterval, pauseSource, registerSource, resumeSource } from '@dateline/intake'
import type { Tool } from '@dateline/platform'
import { getSource, listSources, type SourceFilter, sourceFilter } from '@dateline/read-models'
import { getPoll, pollNow, subscriptionOf } from '@dateline/work-state'
import { type Command, Option } from 'commander'
import { printSource } from '../print-source.ts'
import { printTable } from '../print-table.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

type AddOptions = { kind?: 'feed' | 'sitemap' | 'site'; name?: string; every?: string; cron?: string }

const PAGE_SOURCES = 200

export function addSourceCommands(program: Command, withTool: WithTool): void {
  const sources = program.command('source').description('feeds, sitemaps and sites that are polled')

  sources
    .command('add <url>')
    .description('register a source; registering it again changes its name, schedule and kind')
    .addOption(new Option('--kind <kind>', 'what the URL is; without it: a feed').choices(['feed', 'sitemap', 'site']))
    .option('--name <name>', 'how people call it')
    .option('--every <interval>', 'poll at a fixed interval, such as 5m, 2h, 1d; without it: as often as it has news')
    .option('--cron <expression>', 'poll by a cron schedule in UTC, such as "*/10 6-22 * * *"')
    .action((url: string, options: AddOptions) =>
      withTool(async (tool) => {
        const { kind, name = null } = options
        const { sourceId, created } = await registerSource(tool, { kind, url, name, schedule: scheduleOf(options) })
        say(`${created ? 'Registered' : 'Already registered:'} ${sourceId}`)
      }),
    )

  sources
    .command('list')
    .description('all sources and how they do')
    .addOption(
      new Option('--health <health>', 'only those that do so').choices(sourceFilter.shape.health.unwrap().options),
    )
    .action((filter: SourceFilter) => withTool(({ database }) => printSources(database.db, filter)))

  sources
    .command('show <source>')
    .description('everything about one source: its health, when it is polled, what was found on it')
    .action((sourceId: string) =>
      withTool(async ({ database: { db } }) => {
        const source = await getSource(db, uuid(sourceId))
        if (source === null) throw unknown(sourceId)
        printSource(source, await getPoll(db, sourceId), await subscriptionOf(db, sourceId))
      }),
    )

  sources
    .command('poll <source>')
    .description('poll a source now')
    .action((sourceId: string) =>
      withTool(async ({ database }) => {
        await pollSource(database.db, sourceId)
        say('It will be polled within a second.')
      }),
    )

  sources
    .command('pause <source>')
    .description('stop polling a source')
    .option('--reason <text>', 'why, for the record', 'paused by an operator')
    .action((sourceId: string, { reason }: { reason: string }) =>
      withTool(async (tool) => {
        const isNew = await ofKnown(sourceId, () => pauseSource(tool, uuid(sourceId), reason))
        say(isNew ? 'Paused.' : 'It is paused already.')
      }),
    )

  sources
    .command('resume <source>')
    .description('poll a paused source again')
    .action((sourceId: string) =>
      withTool(async (tool) => {
        const isNew = await ofKnown(sourceId, () => resumeSource(tool, uuid(sourceId)))
        say(isNew ? 'Resumed.' : 'It is not paused.')
      }),
    )
}

async function printSources(db: Tool['database']['db'], filter: SourceFilter): Promise<void> {
  const rows: (string | number)[][] = []
  for (let cursor: string | null = null; ; ) {
    const { items, next } = await listSources(db, filter, cursor, PAGE_SOURCES)
    for (const source of items) {
      const { sourceId, kind, name, health, healthSince, healthReason, layoutDrifts, discoveredCount, url } = source
      const since = health === 'healthy' ? '' : (healthSince?.slice(0, 16).replace('T', ' ') ?? '')
      const hosts = layoutDrifts.map(({ host }) => host)
      const layout = hosts.length === 0 ? '' : `drifted: ${hosts.join(', ')}`
      rows.push([sourceId, kind, name ?? '', health, since, healthReason ?? '', layout, discoveredCount, url])
    }
    if (next === null) break
    cursor = next
  }
  printTable(['source', 'kind', 'name', 'health', 'since (UTC)', 'reason', 'layout', 'articles', 'url'], rows)
}

/** @throws {BadInputError} if it is not there, or paused. */
async function pollSource(db: Tool['database']['db'], sourceId: string): Promise<void> {
  const poll = await getPoll(db, uuid(sourceId))
  if (poll === null) throw unknown(sourceId)
  if (poll.paused) {
    throw new BadInputError(`${sourceId} is paused and is not polled: \`dateline source resume ${sourceId}\` first.`)
  }
  await pollNow(db, sourceId)
}

function unknown(sourceId: string): BadInputError {
  return new BadInputError(`There is no source ${sourceId}: see \`dateline source list\`.`)
}

/** @throws {BadInputError} where the log knows no such source. */
async function ofKnown<Value>(sourceId: string, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run()
  } catch (error) {
    throw error instanceof IllegalCommandError ? unknown(sourceId) : error
  }
}

function uuid(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text
  throw new BadInputError(`"${text}" is not the id of a source: see \`dateline source list\`.`)
}

/** @throws {BadInputError} */
function scheduleOf({ every, cron }: Pick<AddOptions, 'every' | 'cron'>): Schedule {
  if (every !== undefined && cron !== undefined) throw new BadInputError('Give --every or --cron, not both.')
  if (cron !== undefined) return { kind: 'cron', expression: cron }
  if (every === undefined) return { kind: 'adaptive' }
  const seconds = parseInterval(every)
  if (seconds === null) throw new BadInputError(`"${every}" is no interval: write 5m, 2h or 1d.`)
  return { kind: 'interval', seconds }
}
