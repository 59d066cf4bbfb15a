import {
  type AnyEvent,
  type ArticleEventOf,
  hostKnowledgeOf,
  isSameKnowledge,
  type Recorded,
  rememberPage,
} from '@dateline/domain'
import type { Platform } from '@dateline/platform'
import { advanceConsumer, loadHostLines, saveHostKnowledge, saveHostLines } from '@dateline/work-state'
import { nextPage, originsOf } from './log-page.ts'

type Dependencies = Pick<Platform, 'database' | 'logger'>

const CONSUMER = 'learn-hosts'
const PAGE_EVENTS = 300

type Reading = { host: string; articleId: string; data: ArticleEventOf<'ArticleExtracted'>['data'] }

/**
 * Learns from the readings of each host, in log order, which lines its pages repeat. A snapshot is frozen when the set of lines
 * changes; pages that are read from then on are read with it. All of it can be made again from the log.
 *
 * @returns one step of the loop.
 */
export function learnHosts({ database, logger }: Dependencies): () => Promise<{ more: boolean }> {
  return async () => {
    let isMore = false
    await advanceConsumer(database.db, CONSUMER, async (trx, position) => {
      const { events, end, more } = await nextPage(database, position, PAGE_EVENTS, ['ArticleExtracted'])
      isMore = more
      const readings = await hostedReadings(database, events)
      const hosts = await loadHostLines(trx, [...new Set(readings.map(({ host }) => host))])
      for (const { host, articleId, data } of readings) {
        const known = hosts.get(host)!
        const pages = rememberPage(known.pages, articleId, data)
        const found = hostKnowledgeOf(pages)
        const isSame = isSameKnowledge(known.knowledge, found)
        hosts.set(host, { pages, knowledge: isSame ? known.knowledge : found })
        if (isSame) continue
        // At once: an event may name it, though another takes its place before the end of the page.
        if (found !== null) await saveHostKnowledge(trx, host, found)
        logger.info({ host, lines: found?.lines.length ?? 0 }, 'lines that a host repeats have changed')
      }
      for (const [host, lines] of hosts) await saveHostLines(trx, host, lines)
      return end
    })
    return { more: isMore }
  }
}

/** A live blog that goes on repeats itself, as does a page that is read again: only a page that has changed counts. */
async function hostedReadings(
  database: Dependencies['database'],
  events: readonly Recorded<AnyEvent>[],
): Promise<Reading[]> {
  const readings = events.flatMap((event) => {
    const counts = event.type === 'ArticleExtracted' && !event.withdrawn && isNews(event.data)
    return counts ? [{ articleId: event.stream, data: event.data }] : []
  })
  const origins = await originsOf(
    database,
    readings.map(({ articleId }) => articleId),
  )
  return readings.flatMap((each) => {
    const origin = origins.get(each.articleId)
    return origin === undefined ? [] : [{ ...each, host: origin.host }]
  })
}

const isNews = ({ liveUpdate, alternates, promotion }: ArticleEventOf<'ArticleExtracted'>['data']) =>
  liveUpdate !== true && alternates !== true && promotion === undefined
