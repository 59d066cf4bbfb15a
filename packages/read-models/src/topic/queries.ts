import type { Db } from '@dateline/database'
import { instant } from '@dateline/domain'
import { sql } from 'kysely'
import { z } from 'zod'
import type { AsOf } from '../as-of.ts'
import { checkLimit, decodeCursor, encodeCursor, type Page, toPage } from '../cursor.ts'
import { type ReadDb, readDb } from '../read-tables.ts'
import { toJson } from '../to-json.ts'

export const topicSummary = z.object({
  qcode: z.string().meta({ description: 'IPTC Media Topic, e.g. medtop:11000000' }),
  articleCount: z.int().meta({ description: 'Articles that have it now' }),
  lastClassifiedAt: instant.nullable().meta({ description: 'When an article last got it' }),
})
export type TopicSummary = z.infer<typeof topicSummary>

/** Topics that articles have, most used first. Their articles: `listArticles` by topic. @throws {BadInputError} */
export async function listTopics(
  db: Db,
  cursor: string | null,
  limit: number,
  asOf?: AsOf,
): Promise<Page<TopicSummary>> {
  const after = decodeCursor('topics', cursor)
  const rows = await topicsAsOf(readDb(db), asOf)
    .$if(after !== null, (query) =>
      query.where(({ eb, or, and }) =>
        or([
          eb('article_count', '<', after![0]),
          and([eb('article_count', '=', after![0]), eb('qcode', '>', after![1])]),
        ]),
      ),
    )
    .orderBy('article_count', 'desc')
    .orderBy('qcode')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = (row: { article_count: number; qcode: string }) =>
    encodeCursor('topics', [row.article_count, row.qcode])
  return toPage(rows, limit, keyOf, (row) => toJson(row) as TopicSummary)
}

/** When an article last got a topic is known of the present only. */
function topicsAsOf(db: ReadDb, asOf: AsOf) {
  const then = sql<TopicRow>`(select qcode, article_count, null::timestamptz as last_classified_at
    from read.topic_at_position(${asOf ?? 0}::bigint))`
  return db.selectFrom((asOf === undefined ? sql<TopicRow>`read.topic` : then).as('t')).selectAll()
}
type TopicRow = { qcode: string; article_count: number; last_classified_at: Date | null }

/** Null: no article has it, or had it. */
export async function getTopic(db: Db, qcode: string, asOf?: AsOf): Promise<TopicSummary | null> {
  const row = await topicsAsOf(readDb(db), asOf).where('qcode', '=', qcode).executeTakeFirst()
  return row === undefined ? null : (toJson(row) as TopicSummary)
}
