import type { Db } from '@dateline/database'
import { copyKind, instant } from '@dateline/domain'
import { z } from 'zod'
import { type AsOf, rowsAsOf } from '../as-of.ts'
import { checkLimit, decodeCursor, encodeCursor, type Page, toPage } from '../cursor.ts'
import { readDb } from '../read-tables.ts'
import { toJson } from '../to-json.ts'

export const copyEdge = z.object({
  articleId: z.string(),
  originalArticleId: z.string().nullable(),
  kind: copyKind.nullable(),
  containment: z
    .number()
    .nullable()
    .meta({ description: 'Share of the copy, quotations removed, that stands in the original: 0 to 1' }),
  inferredAgency: z.string().nullable(),
  evidence: z.string().nullable(),
  matcher: z.string().nullable(),
  detectedAt: instant,
  position: z.int(),
})
export type CopyEdge = z.infer<typeof copyEdge>

/** Whose copy an article is, or was; null: none that was known of. */
export async function getCopy(db: Db, articleId: string, asOf?: AsOf): Promise<CopyEdge | null> {
  const query = readDb(db).selectFrom(rowsAsOf('copy', asOf).as('c')).selectAll().where('article_id', '=', articleId)
  const row = await query.executeTakeFirst()
  return row === undefined ? null : (toJson(row) as CopyEdge)
}

/** Copies of an article, by id. @param asOf see resolveAsOf. @throws {BadInputError} */
export async function listCopies(
  db: Db,
  originalArticleId: string,
  cursor: string | null,
  limit: number,
  asOf?: AsOf,
): Promise<Page<CopyEdge>> {
  const after = decodeCursor('copies', cursor)
  const rows = await readDb(db)
    .selectFrom(rowsAsOf('copy', asOf).as('c'))
    .selectAll()
    .where('original_article_id', '=', originalArticleId)
    .$if(after !== null, (query) => query.where('article_id', '>', after![0]))
    .orderBy('article_id')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = (row: { article_id: string }) => encodeCursor('copies', [row.article_id])
  return toPage(rows, limit, keyOf, (row) => toJson(row) as CopyEdge)
}
