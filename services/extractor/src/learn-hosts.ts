import {
  type AnyEvent,
  type ArticleEventOf,
  hostKnowledgeOf,
  isSameKnowledge,
  type Recorded,
  rememberPage,
} from '@dateline/domain'
import { readLog, readStream } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import { advanceConsumer, loadHostLines, saveHostLines } from '@dateline/work-state'
import { hostOf } from './host-of.ts'

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
    let read = 0
    await advanceConsumer(database.db, CONSUMER, async (trx, position) => {
      const page = await readLog(database, { afterPosition: position, limit: PAGE_EVENTS })
      read = page.length
      const readings = await hostedReadings(database, page)
      const hosts = await loadHostLines(trx, [...new Set(readings.map(({ host }) => host))])
      for (const { host, articleId, data } of readings) {
        const known = hosts.get(host)!
        const pages = rememberPage(known.pages, articleId, data)
        const found = hostKnowledgeOf(pages)
        const isSame = isSameKnowledge(known.knowledge, found)
        hosts.set(host, { pages, knowledge: isSame ? known.knowledge : found })
        if (!isSame) logger.info({ host, lines: found?.lines.length ?? 0 }, 'lines that a host repeats have changed')
      }
      for (const [host, lines] of hosts) await saveHostLines(trx, host, lines)
      return page.at(-1)?.position ?? position
    })
    return { more: read === PAGE_EVENTS }
  }
}

/** A live blog that goes on repeats itself: only its first reading counts. */
async function hostedReadings(
  database: Dependencies['database'],
  page: readonly Recorded<AnyEvent>[],
): Promise<Reading[]> {
  const hosts = new Map<string, string | null>()
  const found: Reading[] = []
  for (const event of page) {
    if (event.withdrawn || event.type !== 'ArticleExtracted' || event.data.liveUpdate === true) continue
    if (!hosts.has(event.stream)) {
      const [first] = await readStream(database, event.stream, { limit: 1 })
      hosts.set(event.stream, first?.type === 'ArticleDiscovered' && !first.withdrawn ? hostOf(first.data.url) : null)
    }
    const host = hosts.get(event.stream) ?? null
    if (host !== null) found.push({ host, articleId: event.stream, data: event.data })
  }
  return found
}
