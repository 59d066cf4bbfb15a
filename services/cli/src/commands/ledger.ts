import { BadInputError, normalUrl, sourceIdOf } from '@dateline/domain'
import type { Tool } from '@dateline/platform'
import {
  getSource,
  LEDGER_ENDINGS,
  type LedgerEntry,
  type LedgerFilter,
  ledgerByDay,
  listLedger,
  listSources,
  PAGE_ITEMS_MAX,
} from '@dateline/read-models'
import { type Command, Option } from 'commander'
import { printTable } from '../print-table.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

type Options = {
  source?: string
  day?: string
  days: string
  gaps?: boolean
  ending?: LedgerFilter['ending']
  json?: boolean
  limit: string
}

const DAY_MS = 86_400_000
const REASON_CHARS_MAX = 60

export function addLedgerCommand(program: Command, withTool: WithTool): void {
  program
    .command('ledger')
    .description('what has become of every URL that sources have listed: listed against stored, by source and day')
    .option('--source <source>', 'only this source: its id or its address')
    .option('--day <day>', 'only what was first listed on this day, UTC, such as 2026-11-20')
    .option('--days <count>', 'the last so many days', '14')
    .option('--gaps', 'list the URLs that are missing: given up, or waiting for over an hour')
    .addOption(new Option('--ending <ending>', 'list the URLs that ended so').choices(LEDGER_ENDINGS))
    .option('--limit <count>', 'URLs listed at most', '100')
    .option('--json', 'a line of JSON for each row')
    .action((options: Options) =>
      withTool(async (tool) => {
        await checkSource(tool, options.source)
        await (options.gaps || options.ending !== undefined ? printEntries(tool, options) : printDays(tool, options))
      }),
    )
}

async function printDays({ database, now }: Tool, { source, day, days, json }: Options): Promise<void> {
  const to = day ?? now().toISOString().slice(0, 10)
  const count = day === undefined ? wholeNumber(days, '--days') : 1
  const from = new Date(Date.parse(to) - (count - 1) * DAY_MS)
  if (Number.isNaN(from.getTime())) throw new BadInputError(`"${to}" is no day: write it as 2026-11-20.`)
  const rows = await ledgerByDay(database.db, {
    source: source === undefined ? undefined : sourceIdFrom(source),
    from: from.toISOString().slice(0, 10),
    to,
  })
  if (json) {
    for (const row of rows) say(JSON.stringify(row))
    return
  }
  const names = await sourceNames(database.db)
  printTable(
    ['day', 'listed', 'stored', 'alias', 'reject', 'gone', 'dead', 'withdrawn', 'waiting', 'missing', 'source'],
    rows.map((row) => [
      row.day,
      row.listed,
      row.stored,
      row.aliases,
      row.rejected,
      row.gone,
      row.deadLetters,
      row.withdrawn,
      row.waiting,
      row.gaps,
      names.get(row.sourceId) ?? row.sourceId,
    ]),
  )
  const [listed, stored, gaps] = (['listed', 'stored', 'gaps'] as const).map((column) =>
    rows.reduce((sum, row) => sum + row[column], 0),
  )
  say(`\n${listed} listed, ${stored} stored, ${gaps} missing.`)
  if (gaps! > 0) say('See which with `dateline ledger --gaps`; bring them in with `dateline backfill`.')
}

async function printEntries({ database }: Tool, options: Options): Promise<void> {
  const { source, day, gaps, ending, json } = options
  const filter = {
    ...(source === undefined ? {} : { source: sourceIdFrom(source) }),
    ...(day === undefined ? {} : { day }),
    ...(ending === undefined ? {} : { ending }),
    ...(gaps ? { gaps } : {}),
  }
  const limit = wholeNumber(options.limit, '--limit')
  const entries: LedgerEntry[] = []
  for (let cursor: string | null = null; ; ) {
    const page = await listLedger(database.db, filter, cursor, Math.min(limit - entries.length, PAGE_ITEMS_MAX))
    entries.push(...page.items)
    cursor = page.next
    if (cursor === null) break
    if (entries.length >= limit) {
      console.error(`More than ${limit}: see the rest with --limit.`)
      break
    }
  }
  if (json) {
    for (const entry of entries) say(JSON.stringify(entry))
    return
  }
  printTable(
    ['listed', 'ending', 'ended', 'reason', 'url'],
    entries.map((entry) => [
      entry.listedAt.slice(0, 16),
      entry.ending,
      entry.endedAt?.slice(0, 16) ?? '',
      reasonOf(entry),
      entry.url ?? entry.articleId ?? '',
    ]),
  )
}

function reasonOf({ reason, ending, waitingFor, dueAt, originalEnding }: LedgerEntry): string {
  if (ending === 'alias') return `${reason ?? ''}, original: ${originalEnding}`.slice(0, REASON_CHARS_MAX)
  const waits = waitingFor === null ? '' : `${waitingFor} at ${dueAt?.slice(11, 16) ?? ''}`
  return [reason ?? '', waits]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, REASON_CHARS_MAX)
}

async function checkSource({ database }: Tool, source: string | undefined): Promise<void> {
  if (source === undefined || (await getSource(database.db, sourceIdFrom(source))) !== null) return
  throw new BadInputError(`There is no source ${source}: see \`dateline source list\`.`)
}

/** A source is named by its id or by its address. @throws {BadInputError} */
export function sourceIdFrom(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text
  const normal = /^https?:\/\//i.test(text) ? normalUrl(text) : null
  if (normal !== null) return sourceIdOf(normal)
  throw new BadInputError(`"${text}" is neither the id nor the address of a source: see \`dateline source list\`.`)
}

async function sourceNames(db: Tool['database']['db']): Promise<Map<string, string>> {
  const { items } = await listSources(db, {}, null, PAGE_ITEMS_MAX)
  return new Map(items.map(({ sourceId, name, url }) => [sourceId, name ?? url]))
}

function wholeNumber(text: string, option: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1) return value
  throw new BadInputError(`${option} must be a whole number of at least 1, not "${text}".`)
}
