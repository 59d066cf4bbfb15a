import {
  type AnyEvent,
  type LayoutMeasure,
  type LayoutReading,
  type Recorded,
  source,
  sourceStream,
  watchLayout,
} from '@dateline/domain'
import { handle, readLog, readStream } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import { advanceConsumer, type HostWatch, loadLayoutWatches, saveLayoutWatch } from '@dateline/work-state'
import { hostOf } from './host-of.ts'

type Dependencies = Pick<Platform, 'database' | 'log' | 'logger'>

const CONSUMER = 'watch-layouts'
const PAGE_EVENTS = 300

/** What says something about a template: the others depend on what was asked for. */
const COUNTED = new Set([
  'not-an-article',
  'too-short',
  'empty-without-scripts',
  'consent-wall',
  'bot-wall',
  'error-page',
])

/**
 * Holds what each host's pages give against what they used to give, in log order. Alarms begin and end as events of the source
 * that brought the page; events carry the reading that caused them, so reading the log again records nothing twice.
 *
 * @returns one step of the loop.
 */
export function watchLayouts(dependencies: Dependencies): () => Promise<{ more: boolean }> {
  const { database } = dependencies
  return async () => {
    let read = 0
    await advanceConsumer(database.db, CONSUMER, async (trx, position) => {
      const page = await readLog(database, { afterPosition: position, limit: PAGE_EVENTS })
      read = page.length
      const readings = await hostedReadings(database, page)
      const watches = await loadLayoutWatches(trx, [...new Set(readings.map(({ host }) => host))])
      for (const { event, host, sourceId, reading } of readings) {
        const known = watches.get(host)!
        const { watch, change } = watchLayout(known.watch, reading)
        const next = { sourceId: sourceId ?? known.sourceId, watch }
        watches.set(host, next)
        if (change !== null) await record(dependencies, event, host, next, change)
      }
      for (const [host, watch] of watches) await saveLayoutWatch(trx, host, watch)
      return page.at(-1)?.position ?? position
    })
    return { more: read === PAGE_EVENTS }
  }
}

type HostedReading = { event: Recorded<AnyEvent>; host: string; sourceId: string | null; reading: LayoutReading }

/** Readings of the page of the log, each with the host its article was listed on. */
async function hostedReadings(
  database: Dependencies['database'],
  page: readonly Recorded<AnyEvent>[],
): Promise<HostedReading[]> {
  const origins = new Map<string, { host: string; sourceId: string | null } | null>()
  const found: HostedReading[] = []
  for (const event of page) {
    const reading = readingOf(event)
    if (reading === null) continue
    if (!origins.has(event.stream)) {
      const [first] = await readStream(database, event.stream, { limit: 1 })
      const known = first?.type === 'ArticleDiscovered' && !first.withdrawn ? first.data : null
      const host = hostOf(known?.url ?? null)
      origins.set(event.stream, host === null ? null : { host, sourceId: known?.sourceId ?? null })
    }
    const origin = origins.get(event.stream)
    if (origin) found.push({ event, ...origin, reading })
  }
  return found
}

function readingOf(event: Recorded<AnyEvent>): LayoutReading | null {
  if (event.withdrawn) return null
  if (event.type === 'ArticleRejected') {
    return COUNTED.has(event.data.reason) ? { chars: 0, missing: ['text'] } : null
  }
  // A live blog grows as it goes: its later readings say nothing of the template.
  if (event.type !== 'ArticleExtracted' || event.data.liveUpdate === true) return null
  const { title, authors, publishedAt, text, marks } = event.data.extraction
  if (marks.truncated) return null
  const fields = { title, authors, publishedAt }
  const missing = Object.entries(fields).flatMap(([name, field]) => (field.value === null ? [name] : []))
  return { chars: text.length, missing }
}

async function record(
  { log, logger }: Dependencies,
  event: Recorded<AnyEvent>,
  host: string,
  { sourceId, watch }: HostWatch,
  { kind, measures }: NonNullable<ReturnType<typeof watchLayout>['change']>,
): Promise<void> {
  const evidence = measures.map((measure) => inWords(measure, watch.window.length)).join('; ')
  if (kind === 'drifted') logger.warn({ host, sourceId, evidence }, 'pages of a host give less than they used to')
  else logger.info({ host, sourceId }, 'pages of a host give again what they used to')
  // Pages that nobody's source listed: the log line and the metric are all there is to tell.
  if (sourceId === null) return
  const at = event.recordedAt
  const command =
    kind === 'drifted'
      ? ({ type: 'RecordLayoutDrift', data: { host, measures, evidence, driftedAt: at } } as const)
      : ({ type: 'RecordLayoutRecovery', data: { host, recoveredAt: at } } as const)
  await handle(log, source, sourceStream(sourceId), command, { cause: `${CONSUMER}/${event.eventId}/${kind}` })
}

function inWords({ name, before, now }: LayoutMeasure, pages: number): string {
  if (name === 'length') return `texts of ${Math.round(now)} characters (median), before ${Math.round(before)}`
  const what = name === 'text' ? 'no article' : `no ${name}`
  return `${what} on ${Math.round(now * pages)} of the last ${pages} pages, before on ${(100 * before).toFixed(0)} %`
}
