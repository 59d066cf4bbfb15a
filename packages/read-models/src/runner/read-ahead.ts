import type { Pool } from 'pg'
import { type ReadPage, readerOf } from './advance.ts'
import type { Lane } from './lane.ts'
import type { EventPage } from './read-page.ts'

/**
 * Reads the next page over a connection of its own while the one before is folded and written. What is in the log never
 * changes, so a page read early is the same page.
 */
export function readAhead(pool: Pool, lane: Lane, endMax: number): ReadPage {
  const read = readerOf([lane])
  let next: { readonly after: number; readonly limit: number; readonly page: Promise<EventPage> } | null = null

  const start = async (after: number, limit: number): Promise<EventPage> => {
    const client = await pool.connect()
    try {
      return await read(client, after, limit)
    } finally {
      client.release()
    }
  }

  return async (_client, after, limit) => {
    const page = await (next?.after === after && next.limit === limit ? next.page : start(after, limit))
    const ahead = Math.min(limit, endMax - page.end)
    if (page.end === after + limit && ahead > 0) {
      next = { after: page.end, limit: ahead, page: start(page.end, ahead) }
      // Whoever takes it hears of its failure; nobody else needs to.
      next.page.catch(() => {})
    }
    return page
  }
}
