import type { Db } from '@dateline/database'
import { sql } from 'kysely'

/** A copy whose original, or which itself, has changed, and which has been looked at since. */
export type CopyCheck = { copyId: string; originalId: string; since: Date }

/** A page that is not visited any more will not take over anything. */
const CHECK_DAYS_MAX = 45

/** Writes down whose copy an article is, and that it is to be held against its original as of `since`. */
export async function recordCopy(db: Db, copyId: string, originalId: string, since: string): Promise<void> {
  await sql`
    insert into work.copy_edge (copy_id, original_id) values (${copyId}, ${originalId})
    on conflict (copy_id) do update set original_id = excluded.original_id`.execute(db)
  await wantCheck(db, copyId, originalId, since)
}

/** The original has another text: all copies of it are to be looked at again. */
export async function recordOriginalChanged(db: Db, originalId: string, since: string): Promise<void> {
  await sql`
    insert into work.copy_check as c (copy_id, original_id, since)
    select copy_id, original_id, ${since} from work.copy_edge where original_id = ${originalId}
    on conflict (copy_id) do update set original_id = excluded.original_id, since = excluded.since,
      looked_at = null, failures = 0`.execute(db)
}

/** The copy itself has another text: it is to be held against its original at once, also where the one before just is. */
export async function recordCopyChanged(db: Db, copyId: string, at: string): Promise<void> {
  await sql`
    insert into work.copy_check as c (copy_id, original_id, since, looked_at)
    select copy_id, original_id, ${at}::timestamptz - interval '1 millisecond', ${at} from work.copy_edge where copy_id = ${copyId}
    on conflict (copy_id) do update set since = greatest(c.since, excluded.since), looked_at = excluded.looked_at,
      failures = 0`.execute(db)
}

async function wantCheck(db: Db, copyId: string, originalId: string, since: string): Promise<void> {
  await sql`
    insert into work.copy_check as c (copy_id, original_id, since) values (${copyId}, ${originalId}, ${since})
    on conflict (copy_id) do update set original_id = excluded.original_id, since = greatest(c.since, excluded.since),
      failures = 0`.execute(db)
}

/** The copy has been captured anew. */
export async function recordCopyLooked(db: Db, copyIds: readonly string[], at: string): Promise<void> {
  if (copyIds.length === 0) return
  await sql`update work.copy_check set looked_at = ${at} where copy_id = any(${copyIds})`.execute(db)
}

/** It is no copy after all. */
export async function recordNoCopy(db: Db, copyId: string): Promise<void> {
  await sql`delete from work.copy_check where copy_id = ${copyId}`.execute(db)
  await sql`delete from work.copy_edge where copy_id = ${copyId}`.execute(db)
}

export async function forgetCopy(db: Db, articleId: string): Promise<void> {
  await sql`delete from work.copy_check where copy_id = ${articleId} or original_id = ${articleId}`.execute(db)
  await sql`delete from work.copy_edge where copy_id = ${articleId} or original_id = ${articleId}`.execute(db)
}

/** Checks of copies that have been visited or captured since their original changed, oldest first. */
export async function ripeCopyChecks(db: Db, limit: number): Promise<CopyCheck[]> {
  const { rows } = await sql<CopyCheck>`
    select c.copy_id as "copyId", c.original_id as "originalId", c.since
      from work.copy_check c left join work.article_visit v on v.article_id = c.copy_id
     where greatest(c.looked_at, v.last_visited_at) > c.since and c.failures < 5
     order by c.since limit ${limit}`.execute(db)
  return rows
}

/** The check is done, unless one of the two has changed again meanwhile. */
export async function settleCopyCheck(db: Db, { copyId, since }: CopyCheck): Promise<void> {
  await sql`delete from work.copy_check where copy_id = ${copyId} and since = ${since}`.execute(db)
  await sql`
    delete from work.copy_check where since < clock_timestamp() - ${CHECK_DAYS_MAX} * interval '1 day'`.execute(db)
}

/** A check that cannot be made is not tried for ever. */
export async function failCopyCheck(db: Db, { copyId }: CopyCheck): Promise<void> {
  await sql`update work.copy_check set failures = failures + 1 where copy_id = ${copyId}`.execute(db)
}
