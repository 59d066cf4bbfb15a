import type { Db } from '@dateline/database'
import { type Extraction, instant } from '@dateline/domain'
import { z } from 'zod'
import type { AsOf } from '../as-of.ts'
import { readDb } from '../read-tables.ts'

const READINGS_MAX = 200

export const liveBlog = z.object({
  articleId: z.string(),
  entries: z
    .array(
      z.object({
        id: z.string(),
        at: instant.meta({ description: 'As the page says' }),
        title: z.string().nullable(),
        text: z.string().nullable().meta({ description: 'As last shown; null: no longer on the page' }),
        firstSeenAt: instant,
        changedAt: instant.nullable(),
        removedAt: instant.nullable(),
      }),
    )
    .meta({ description: 'Newest first; also those that were taken away' }),
  readings: z
    .array(
      z.object({
        position: z.int(),
        recordedAt: instant,
        added: z.array(z.string()),
        changed: z.array(z.string()),
        removed: z.array(z.string()),
      }),
    )
    .meta({ description: 'Each reading and what it brought, newest first' }),
})
export type LiveBlog = z.infer<typeof liveBlog>

/** A live blog with all its entries; null: the article is none. */
export async function getLiveBlog(db: Db, articleId: string, asOf?: AsOf): Promise<LiveBlog | null> {
  const rows = await readDb(db)
    .selectFrom('read.live_update as u')
    .leftJoin('log.event as e', 'e.position', 'u.position')
    .select(['u.position', 'u.recorded_at', 'u.added', 'u.changed', 'u.removed', 'u.entries', 'e.data'])
    .where('u.article_id', '=', articleId)
    .$if(asOf !== undefined, (query) => query.where('u.position', '<=', asOf!))
    .orderBy('u.position', 'desc')
    .limit(READINGS_MAX)
    .execute()
  const newest = rows[0]
  if (newest === undefined) return null
  const body = newest.data === null ? null : (JSON.parse(newest.data) as { extraction: Extraction })
  const texts = new Map(body?.extraction.liveEntries?.map(({ id, text }) => [id, text]))
  return {
    articleId,
    entries: newest.entries.map(({ sha: _, ...entry }) => ({ ...entry, text: texts.get(entry.id) ?? null })),
    readings: rows.map(({ position, recorded_at, added, changed, removed }) => ({
      position,
      recordedAt: recorded_at.toISOString(),
      ...{ added: [...added], changed: [...changed], removed: [...removed] },
    })),
  }
}
