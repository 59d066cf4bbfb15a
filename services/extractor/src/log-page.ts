import type { AnyEvent, Recorded } from '@dateline/domain'
import { headPosition, readLog, readStream } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import { hostOf } from './host-of.ts'

type Database = Platform['database']

/** Events after a position, and how far the log has been looked through. `more`: at once again. */
export type LogPage = { events: Recorded<AnyEvent>[]; end: number; more: boolean }

/** The next events of these types: bodies of others are not sent over. */
export async function nextPage(
  database: Database,
  afterPosition: number,
  limit: number,
  types: readonly string[],
): Promise<LogPage> {
  // Before the page: what is appended while it is read comes with the next one.
  const head = await headPosition(database)
  const events = await readLog(database, { afterPosition, limit, types })
  const more = events.length === limit
  return {
    events,
    end: more ? events.at(-1)!.position : Math.max(afterPosition, head, events.at(-1)?.position ?? 0),
    more,
  }
}

export type Origin = { host: string; sourceId: string | null }

/** Host and source of articles, as they were listed; those whose host is not known, or that were withdrawn, are left out. */
export async function originsOf(database: Database, articleIds: Iterable<string>): Promise<Map<string, Origin>> {
  const origins = new Map<string, Origin>()
  for (const articleId of new Set(articleIds)) {
    const [first] = await readStream<AnyEvent>(database, articleId, { limit: 1 })
    if (first?.type !== 'ArticleDiscovered' || first.withdrawn) continue
    const host = hostOf(first.data.url)
    if (host !== null) origins.set(articleId, { host, sourceId: first.data.sourceId })
  }
  return origins
}
