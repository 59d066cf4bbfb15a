import { stat } from 'node:fs/promises'
import { BadInputError, siteOf } from '@dateline/domain'
import { BACKFILL_SITEMAPS_DEFAULT, importWarc, requestBackfill, type WarcFileProgress } from '@dateline/intake'
import type { Tool } from '@dateline/platform'
import { getSource, type LedgerEntry, listLedger, PAGE_ITEMS_MAX } from '@dateline/read-models'
import { type BackfillProgress, getBackfill } from '@dateline/work-state'
import type { Command } from 'commander'
import { openProgressBar } from '../progress-bar.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'
import { sourceIdFrom } from './ledger.ts'

type Options = { from?: string; to?: string; warc?: string; sitemapsMax: string; wait: boolean }

const ASK_EVERY_MS = 500

export function addBackfillCommand(program: Command, withTool: WithTool): void {
  program
    .command('backfill <source>')
    .description('bring in what a source has published and Dateline has missed, from its sitemaps or a WARC archive')
    .option('--from <day>', 'first day, UTC, such as 2026-11-01')
    .option('--to <day>', 'last day, UTC; without it: today')
    .option('--warc <file>', 'from this archive instead: pages of the source that are missing, or of these days')
    .option('--sitemaps-max <count>', 'read at most so many sitemaps', String(BACKFILL_SITEMAPS_DEFAULT))
    .option('--no-wait', 'let it go on in the background; the same command again shows how far it is')
    .addHelpText(
      'after',
      `
A source is named by its id or its address. Sitemaps are the source's own, those that its site's robots.txt names, or those
in the customary places; pages are taken by the day in their address, else by what the sitemap says of them. It can be
ended and run again: what has been read stays read. See what is missing with \`dateline ledger --gaps\`.`,
    )
    .action((source: string, options: Options) =>
      withTool((tool) =>
        options.warc === undefined
          ? fromSitemaps(tool, source, options)
          : fromWarc(tool, source, options.warc, options),
      ),
    )
}

async function fromSitemaps(tool: Tool, source: string, { from, to, sitemapsMax, wait }: Options): Promise<void> {
  if (from === undefined) throw new BadInputError('Say from which day on with --from, such as --from 2026-11-01.')
  const sourceId = sourceIdFrom(source)
  const days = { from, to: to ?? tool.now().toISOString().slice(0, 10) }
  const before = await getBackfill(tool.database.db, sourceId)
  const isSame = before !== null && !before.done && before.from === days.from && before.to === days.to
  if (!isSame) await requestBackfill(tool, { sourceId, ...days, sitemapsMax: Number(sitemapsMax) })
  if (!wait) return say(isSame ? summaryOf(before) : 'Asked for: it goes on in the background.')
  say(summaryOf(await watch(tool, sourceId)))
}

/** Shows how far it is until it is done, or until whoever watches has seen enough: it goes on without. */
async function watch({ database }: Tool, sourceId: string): Promise<BackfillProgress> {
  let shown = ''
  for (;;) {
    const progress = await getBackfill(database.db, sourceId)
    if (progress === null) throw new BadInputError('Another backfill of this source has taken its place.')
    if (progress.done) return progress
    const line = summaryOf(progress)
    if (line !== shown) console.error(line)
    shown = line
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}

function summaryOf({
  sitemapsKnown,
  sitemapsRead,
  sitemapsFailed,
  inRange,
  discovered,
  done,
}: BackfillProgress): string {
  const failed = Object.entries(sitemapsFailed).map(([reason, count]) => `${count} ${reason}`)
  return (
    `${done ? 'Done: ' : ''}${sitemapsRead} of ${sitemapsKnown} sitemaps read` +
    `${failed.length > 0 ? `, failed: ${failed.join(', ')}` : ''}; ${inRange} pages of these days, ${discovered} of them new.`
  )
}

async function fromWarc(tool: Tool, source: string, file: string, { from, to }: Options): Promise<void> {
  const found = await getSource(tool.database.db, sourceIdFrom(source))
  if (found === null) throw new BadInputError(`There is no source ${source}: see \`dateline source list\`.`)
  if ((await stat(file).catch(() => null)) === null) throw new BadInputError(`There is no file "${file}".`)
  const missing = new Set(await missingArticles(tool, found.sourceId))
  const site = siteOf(found.url)
  const wants = ({ articleId, url, capturedAt }: { articleId: string; url: string; capturedAt: string | null }) => {
    if (missing.has(articleId)) return true
    const day = capturedAt?.slice(0, 10)
    const isOfDays = from !== undefined && day !== undefined && day >= from && (to === undefined || day <= to)
    return isOfDays && site !== null && siteOf(url) === site
  }
  const bar = openProgressBar(file, 100, '%')
  let last: WarcFileProgress | undefined
  for await (const progress of importWarc(tool, file, { wants })) {
    last = progress
    bar.set(Math.floor((100 * progress.bytesRead) / Math.max(progress.bytesTotal, 1)))
  }
  bar.stop()
  const { records = 0, imported = 0, known = 0 } = last ?? {}
  say(`${file}: ${records} records; ${imported} pages imported of ${missing.size} missing, ${known} known already.`)
}

async function missingArticles({ database }: Tool, sourceId: string): Promise<string[]> {
  const found: LedgerEntry[] = []
  for (let cursor: string | null = null; ; ) {
    const page = await listLedger(database.db, { source: sourceId }, cursor, PAGE_ITEMS_MAX)
    found.push(
      ...page.items.filter(({ ending }) => ending === 'dead-letter' || ending === 'waiting' || ending === 'gone'),
    )
    if (page.next === null) return found.flatMap(({ articleId }) => articleId ?? [])
    cursor = page.next
  }
}
