import {
  type AnyEvent,
  type LayoutMeasure,
  type LayoutReading,
  type Recorded,
  source,
  sourceStream,
  watchLayout,
} from '@dateline/domain'
import { handle } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import { advanceConsumer, type HostWatch, loadLayoutWatches, saveLayoutWatch } from '@dateline/work-state'
import { nextPage, type Origin, originsOf } from './log-page.ts'

type Dependencies = Pick<Platform, 'database' | 'log' | 'logger'>

const CONSUMER = 'watch-layouts'
const PAGE_EVENTS = 300
const TYPES = ['ArticleExtracted', 'ArticleRejected']

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
    let isMore = false
    await advanceConsumer(database.db, CONSUMER, async (trx, position) => {
      const { events, end, more } = await nextPage(database, position, PAGE_EVENTS, TYPES)
      isMore = more
      const readings = await hostedReadings(database, events)
      const watches = await loadLayoutWatches(trx, [...new Set(readings.map(({ host }) => host))])
      for (const { event, host, sourceId, reading } of readings) {
        const known = watches.get(host)!
        const { watch, change } = watchLayout(known.watch, reading)
        // An alarm is ended where it was raised, whoever has listed the page that ends it.
        const next = { sourceId: known.watch.drifted ? known.sourceId : (sourceId ?? known.sourceId), watch }
        watches.set(host, next)
        if (change !== null) await record(dependencies, event, host, next, change)
      }
      for (const [host, watch] of watches) await saveLayoutWatch(trx, host, watch)
      return end
    })
    return { more: isMore }
  }
}

type HostedReading = Origin & { event: Recorded<AnyEvent>; reading: LayoutReading }

/** Readings of the page of the log, each with the host its article was listed on. */
async function hostedReadings(
  database: Dependencies['database'],
  events: readonly Recorded<AnyEvent>[],
): Promise<HostedReading[]> {
  const readings = events.flatMap((event) => {
    const reading = readingOf(event)
    return reading === null ? [] : [{ event, reading }]
  })
  const origins = await originsOf(
    database,
    readings.map(({ event }) => event.stream),
  )
  return readings.flatMap((each) => {
    const origin = origins.get(each.event.stream)
    return origin === undefined ? [] : [{ ...each, ...origin }]
  })
}

function readingOf(event: Recorded<AnyEvent>): LayoutReading | null {
  if (event.withdrawn) return null
  // Read again by another version of the extractor, old pages say nothing of the present template.
  if ('promotion' in event.data && event.data.promotion !== undefined) return null
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
