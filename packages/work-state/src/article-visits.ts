import type { Db } from '@dateline/database'
import { sql } from 'kysely'

/** What is needed to fetch a page again only if it has changed. */
export type ArticleVisit = {
  articleId: string
  url: string
  etag: string | null
  lastModified: string | null
  visits: number
  rawSha256: string | null
}

/** Writes down a visit and when the next one is due: `nextDelayMs` null means no more. */
export async function recordVisit(
  db: Db,
  visit: Omit<ArticleVisit, 'visits'>,
  nextDelayMs: number | null,
): Promise<void> {
  const { articleId, url, etag, lastModified, rawSha256 } = visit
  const next = nextDelayMs === null ? sql`null` : sql`clock_timestamp() + ${nextDelayMs} * interval '1 millisecond'`
  await sql`
    insert into work.article_visit as v (article_id, url, etag, last_modified, last_visited_at, next_visit_at, raw_sha256)
    values (${articleId}, ${url}, ${etag}, ${lastModified}, clock_timestamp(), ${next}, ${rawSha256})
    on conflict (article_id) do update set url = excluded.url, etag = excluded.etag,
      last_modified = excluded.last_modified, last_visited_at = excluded.last_visited_at,
      next_visit_at = excluded.next_visit_at, visits = v.visits + 1,
      raw_sha256 = coalesce(excluded.raw_sha256, v.raw_sha256)`.execute(db)
}

/** The article was withdrawn: it is visited no more, nothing is wanted of it, and its address is not kept. */
export async function forgetArticle(db: Db, articleId: string): Promise<void> {
  await sql`
    with visit as (delete from work.article_visit where article_id = ${articleId}),
         letter as (delete from work.dead_letter where key = ${articleId})
    delete from work.task where key = ${articleId}`.execute(db)
}

export async function getVisit(db: Db, articleId: string): Promise<ArticleVisit | null> {
  const { rows } = await sql<ArticleVisit>`
    select article_id as "articleId", url, etag, last_modified as "lastModified", visits, raw_sha256 as "rawSha256"
      from work.article_visit where article_id = ${articleId}`.execute(db)
  return rows[0] ?? null
}

/** When a page was last visited, changed or not; null: never. */
export async function lastVisitOf(db: Db, articleId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select last_visited_at as at from work.article_visit where article_id = ${articleId}`.execute(db)
  return rows[0]?.at ?? null
}

/** Claims articles whose next visit is due: the visit is struck off and comes back when it has been made. */
export async function claimDueVisits(db: Db, limit: number): Promise<Pick<ArticleVisit, 'articleId' | 'url'>[]> {
  const { rows } = await sql<Pick<ArticleVisit, 'articleId' | 'url'>>`
    with due as (
      select article_id from work.article_visit where next_visit_at <= clock_timestamp()
       order by next_visit_at limit ${limit} for update skip locked)
    update work.article_visit v set next_visit_at = null from due where v.article_id = due.article_id
    returning v.article_id as "articleId", v.url`.execute(db)
  return rows
}

/** Every known article is due for a visit at once. @returns how many. */
export async function visitAllNow(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`update work.article_visit set next_visit_at = clock_timestamp()`.execute(db)
  return Number(numAffectedRows ?? 0)
}
