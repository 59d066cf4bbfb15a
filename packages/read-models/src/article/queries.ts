import type { Db } from '@dateline/database'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { type AsOf, rowsAsOf } from '../as-of.ts'
import { checkLimit, decodeCursor, encodeCursor, type Page, toPage } from '../cursor.ts'
import type { FindingKind } from '../finding/queries.ts'
import { type ReadDb, readDb } from '../read-tables.ts'
import { toJson } from '../to-json.ts'
import { ARTICLE_STATUSES } from './row.ts'
import type { ArticleDetail, ArticleSummary } from './schema.ts'

/** Every part that is given must hold. */
export const articleFilter = z.object({
  status: z.enum(ARTICLE_STATUSES).optional().meta({ description: 'Default: extracted, that is with a text' }),
  topic: z.string().max(100).optional().meta({ description: 'IPTC Media Topic, e.g. medtop:11000000' }),
  storyId: z.string().max(100).optional(),
  sourceId: z.string().max(100).optional(),
  publisherDomain: z.string().max(100).optional(),
  agencyId: z.string().max(100).optional().meta({ description: 'Agency the text is credited to, e.g. AP' }),
  language: z.string().max(35).optional().meta({ description: 'ISO 639' }),
  copyOf: z.string().max(100).optional().meta({ description: 'Only copies of this article' }),
  since: z.iso.datetime().optional().meta({ description: 'sortedAt at or after' }),
  until: z.iso.datetime().optional().meta({ description: 'sortedAt before' }),
})
export type ArticleFilter = z.infer<typeof articleFilter>

export const SUMMARY_COLUMNS = [
  'article_id',
  'status',
  'url',
  'final_url',
  'title',
  'listed_title',
  'standfirst',
  'byline',
  'authors',
  'agency_id',
  'agency',
  'inferred_agency',
  'publisher',
  'publisher_domain',
  'dateline',
  'published_at',
  'published_precision',
  'published_zone',
  'modified_at',
  'modified_zone',
  'language',
  'section',
  'topics',
  'lead_image_url',
  'excerpt',
  'text_chars',
  'correction',
  'live_blog',
  'truncated',
  'story_id',
  'copy_of',
  'copy_kind',
  'source_id',
  'revision_count',
  'first_seen_at',
  'sorted_at',
  'updated_at',
  'last_position',
] as const

export const DETAIL_COLUMNS = [
  ...SUMMARY_COLUMNS,
  'normal_url',
  'via',
  'listed_published_at',
  'copy_containment',
  'alias_of',
  'reject_reason',
  'failure',
  'failures',
  'gone_at',
  'fetched_at',
  'extractor',
  'classifier',
  'raw_sha256',
  'content_sha256',
  'extracted_position',
  'first_position',
] as const

/**
 * Articles, newest first by `sortedAt`; as of a moment, newest first by when the log first heard of them, an order that has
 * not changed since.
 *
 * @param cursor of the page before, or null for the first page.
 * @param limit 1 to PAGE_ITEMS_MAX.
 * @param asOf see resolveAsOf; the same for every page of a list.
 * @throws {BadInputError} for a cursor or limit that cannot be.
 */
export async function listArticles(
  db: Db,
  filter: ArticleFilter,
  cursor: string | null,
  limit: number,
  asOf?: AsOf,
): Promise<Page<ArticleSummary>> {
  if (asOf !== undefined) return await listArticlesAsOf(db, filter, cursor, limit, asOf)
  const after = decodeCursor('articles', cursor)
  let query = filtered(readDb(db), filter, asOf).select(SUMMARY_COLUMNS)
  if (after !== null) {
    const [sortedAt, articleId] = after
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('sorted_at', 'article_id'), '<', tuple(new Date(sortedAt), articleId)),
    )
  }
  const rows = await query
    .orderBy('sorted_at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = (row: { sorted_at: Date; article_id: string }) =>
    encodeCursor('articles', [row.sorted_at.toISOString(), row.article_id])
  return toPage(rows, limit, keyOf, (row) => toJson(row) as ArticleSummary)
}

async function listArticlesAsOf(
  db: Db,
  filter: ArticleFilter,
  cursor: string | null,
  limit: number,
  asOf: number,
): Promise<Page<ArticleSummary>> {
  const after = decodeCursor('seen', cursor)
  const rows = await filtered(readDb(db), filter, asOf)
    .select([...SUMMARY_COLUMNS, 'first_position'])
    .$if(after !== null, (query) => query.where('first_position', '<', after![0]))
    .orderBy('first_position', 'desc')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = (row: { first_position: number }) => encodeCursor('seen', [row.first_position])
  return toPage(rows, limit, keyOf, ({ first_position: _, ...row }) => toJson(row) as ArticleSummary)
}

function filtered(db: ReadDb, filter: ArticleFilter, asOf: AsOf) {
  const { status = 'extracted', topic, storyId, sourceId, publisherDomain, agencyId, language, copyOf } = filter
  let query = db.selectFrom(rowsAsOf('article', asOf).as('a')).where('status', '=', status)
  if (storyId !== undefined) query = query.where('story_id', '=', storyId)
  if (sourceId !== undefined) query = query.where('source_id', '=', sourceId)
  if (publisherDomain !== undefined) query = query.where('publisher_domain', '=', publisherDomain)
  if (agencyId !== undefined) query = query.where('agency_id', '=', agencyId)
  if (language !== undefined) query = query.where('language', '=', language)
  if (copyOf !== undefined) query = query.where('copy_of', '=', copyOf)
  if (filter.since !== undefined) query = query.where('sorted_at', '>=', new Date(filter.since))
  if (filter.until !== undefined) query = query.where('sorted_at', '<', new Date(filter.until))
  for (const ids of idsThatCan(filter, asOf)) query = query.where(sql<boolean>`a.article_id in (${ids})`)
  if (topic === undefined) return query
  return query.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('read.article_topic')
        .select('read.article_topic.qcode')
        .where('read.article_topic.qcode', '=', topic)
        .where(({ eb, or }) =>
          asOf === undefined
            ? eb('read.article_topic.to_position', 'is', null)
            : eb('read.article_topic.from_position', '<=', asOf).and(
                or([eb('read.article_topic.to_position', 'is', null), eb('read.article_topic.to_position', '>', asOf)]),
              ),
        )
        .whereRef('read.article_topic.article_id', '=', 'a.article_id'),
    ),
  )
}

/**
 * What an index of today finds for a condition that none of the listing's own serves: an article that meets it now, or met it as of
 * a moment, is among these. Whatever it had then, a revision had brought, or what was said of one.
 */
function idsThatCan(filter: ArticleFilter, asOf: AsOf): RawBuilder<unknown>[] {
  const { status = 'extracted', storyId, sourceId, publisherDomain, agencyId, language, copyOf } = filter
  const inRevisions = (had: RawBuilder<unknown>) =>
    sql`select v.article_id from views.revision v where ${had} and v.position <= ${asOf ?? Number.MAX_SAFE_INTEGER}`
  const found = [
    agencyId === undefined ? null : inRevisions(sql`v.agency_id = ${agencyId}`),
    language === undefined ? null : inRevisions(sql`v.languages @> array[${language}]`),
  ]
  if (asOf !== undefined) {
    const isListedByTime = filter.since !== undefined || filter.until !== undefined
    found.push(
      status !== 'extracted' || !isListedByTime ? null : inRevisions(canBeSortedWithin(filter)),
      status !== 'withdrawn' ? null : sql`select article_id from read.article where status = 'withdrawn'`,
      storyId === undefined ? null : sql`select article_id from read.story_article where story_id = ${storyId}`,
      sourceId === undefined ? null : sql`select article_id from read.article where source_id = ${sourceId}`,
      publisherDomain === undefined ? null : inRevisions(sql`v.publisher_domain = ${publisherDomain}`),
      copyOf === undefined ? null : sql`select article_id from read.copy_version where original_article_id = ${copyOf}`,
    )
  }
  return found.filter((ids) => ids !== null)
}

/** What has a text is sorted by when it was published, unless its page does not say so, or says a time to come. */
function canBeSortedWithin({ since = '-infinity', until = 'infinity' }: ArticleFilter): RawBuilder<unknown> {
  return sql`((v.published_at >= ${since}::timestamptz and v.published_at < ${until}::timestamptz)
    or v.published_at is null or v.published_at > v.recorded_at)`
}

const stealthEdits = (asOf: AsOf) =>
  sql<number>`(
  select count(*)::int from read.finding f
   where f.article_id = a.article_id and f.kind = 'stealth-edit' and f.position <= ${asOf ?? Number.MAX_SAFE_INTEGER}
)`.as('stealth_edits')

/** A finding holds until it is taken back, and for the text it is about: another one may have taken over the correction. */
const holds = (kind: FindingKind, asOf: AsOf) =>
  sql<boolean>`exists (
  select from read.finding f
   where f.article_id = a.article_id and f.kind = ${kind} and f.content_sha256 = a.content_sha256
     and f.position <= ${asOf ?? Number.MAX_SAFE_INTEGER} and f.position > a.extracted_position
     and coalesce(f.retracted_position > ${asOf ?? Number.MAX_SAFE_INTEGER}, true)
)`

/** @returns null if there is, or was, no such article. An erased one has the status `withdrawn` and nothing in it. */
export async function getArticle(db: Db, articleId: string, asOf?: AsOf): Promise<ArticleDetail | null> {
  const row = await readDb(db)
    .selectFrom(rowsAsOf('article', asOf).as('a'))
    .leftJoin('log.event as e', 'e.position', 'a.extracted_position')
    .select(DETAIL_COLUMNS.map((column) => `a.${column}` as const))
    .select(['e.data', stealthEdits(asOf)])
    .select([holds('outdated-copy', asOf).as('is_outdated_copy'), holds('altered-copy', asOf).as('is_altered_copy')])
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  return row === undefined ? null : toDetail(row)
}

function toDetail({ data, ...row }: { data: string | null }): ArticleDetail {
  const body = data === null ? null : (JSON.parse(data) as Pick<ArticleDetail, 'extraction' | 'usage' | 'original'>)
  const { extraction = null, usage = null, original = null } = body ?? {}
  return { ...toJson(row), extraction, usage, original } as ArticleDetail
}
