import type { Db } from '@dateline/database'
import { extraction, instant } from '@dateline/domain'
import { sql } from 'kysely'
import { z } from 'zod'
import type { AsOf } from '../as-of.ts'
import { checkLimit, decodeCursor, encodeCursor, type Page, toPage } from '../cursor.ts'
import { readDb } from '../read-tables.ts'
import { toJson } from '../to-json.ts'
import { whyReadSchema } from './why-read.ts'

/** What stood on the page, and since when the log knows it. */
export const revisionSummary = z.object({
  articleId: z.string(),
  number: z.int().meta({ description: '1, 2, 3… within the article' }),
  position: z.int().meta({ description: 'Of the event that holds it' }),
  recordedAt: instant,
  rawSha256: z.string().nullable(),
  contentSha256: z.string().nullable(),
  extractor: z.string().nullable(),
  title: z.string().nullable(),
  standfirst: z.string().nullable(),
  byline: z.string().nullable(),
  publishedAt: instant
    .nullable()
    .meta({ description: 'How precisely, and whether with a zone: extraction.publishedAt of the revision by number' }),
  modifiedAt: instant.nullable().meta({ description: 'Likewise: extraction.modifiedAt' }),
  textChars: z.int().nullable(),
  textSha256: z.string().nullable(),
  changed: z
    .array(z.enum(['title', 'standfirst', 'byline', 'publishedAt', 'modifiedAt', 'text']))
    .meta({ description: 'What differs from the revision before; empty for the first' }),
  why: whyReadSchema.meta({ description: 'Only `changed` is counted as a revision' }),
  stealth: z.boolean().meta({ description: 'It changed the substance, and the page did not say so' }),
})
export type RevisionSummary = z.infer<typeof revisionSummary>

export const revisionDetail = revisionSummary.extend({ extraction: extraction.nullable() })
export type RevisionDetail = z.infer<typeof revisionDetail>

const COLUMNS = [
  'article_id',
  'number',
  'position',
  'recorded_at',
  'raw_sha256',
  'content_sha256',
  'extractor',
  'title',
  'standfirst',
  'byline',
  'published_at',
  'modified_at',
  'text_chars',
  'text_sha256',
  'changed',
  'why',
] as const

/** The finding stands behind its revision and before the next one. */
const stealth = (asOf: AsOf) =>
  sql<boolean>`exists (
  select from read.finding f
   where f.article_id = read.revision.article_id and f.kind = 'stealth-edit' and f.position > read.revision.position
     and f.position <= ${asOf ?? Number.MAX_SAFE_INTEGER} and f.content_sha256 = read.revision.content_sha256
     and not exists (
       select from read.revision r where r.article_id = f.article_id and r.number = read.revision.number + 1
          and r.position < f.position))`.as('stealth')

/** Revisions of one article, newest first; with `updates` also the readings that are none: see WhyRead. @throws {BadInputError} */
export async function listRevisions(
  db: Db,
  articleId: string,
  cursor: string | null,
  limit: number,
  asOf?: AsOf,
  { updates = false }: { updates?: boolean } = {},
): Promise<Page<RevisionSummary>> {
  const after = decodeCursor('revisions', cursor)
  const rows = await readDb(db)
    .selectFrom('read.revision')
    .select(COLUMNS)
    .select(stealth(asOf))
    .where('article_id', '=', articleId)
    .$if(asOf !== undefined, (query) => query.where('position', '<=', asOf!))
    .$if(!updates, (query) => query.where('why', '=', 'changed'))
    .$if(after !== null, (query) => query.where('number', '<', after![0]))
    .orderBy('number', 'desc')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = ({ number }: { number: number }) => encodeCursor('revisions', [number])
  return toPage(rows, limit, keyOf, (row) => toJson(row) as RevisionSummary)
}

/** One revision with its whole text and evidence; null if there is no such revision. */
export async function getRevision(
  db: Db,
  articleId: string,
  number: number,
  asOf?: AsOf,
): Promise<RevisionDetail | null> {
  const row = await readDb(db)
    .selectFrom('read.revision')
    .leftJoin('log.event', 'log.event.position', 'read.revision.position')
    .select(COLUMNS.map((column) => `read.revision.${column}` as const))
    .select('log.event.data')
    .select(stealth(asOf))
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .$if(asOf !== undefined, (query) => query.where('read.revision.position', '<=', asOf!))
    .executeTakeFirst()
  if (row === undefined) return null
  const { data, ...rest } = row
  const body = data === null ? null : (JSON.parse(data) as { extraction: RevisionDetail['extraction'] })
  return { ...toJson(rest), extraction: body?.extraction ?? null } as RevisionDetail
}
