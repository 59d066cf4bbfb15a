import type { Db } from '@dateline/database'
import { sql } from 'kysely'

/** Articles with a text that were first seen at a time or later, in the order they were. */
const SINCE = (since: Date) => sql`from read.article
  where first_position > read.position_at(${since}::timestamptz - interval '1 millisecond') and status = 'extracted'`

export async function countArticlesSeenSince(db: Db, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${SINCE(since)}`.execute(db)
  return rows[0]!.count
}

/** @param after `firstPosition` of the last one of the page before; null: the first page. */
export async function articlesSeenSince(
  db: Db,
  since: Date,
  after: number | null,
  limit: number,
): Promise<{ articleId: string; firstPosition: number }[]> {
  const { rows } = await sql<{ articleId: string; firstPosition: number }>`
    select article_id as "articleId", first_position as "firstPosition" ${SINCE(since)}
       and first_position > ${after ?? 0} order by first_position limit ${limit}`.execute(db)
  return rows
}
