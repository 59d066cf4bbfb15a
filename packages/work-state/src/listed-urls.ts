import type { Db } from '@dateline/database'
import { sql } from 'kysely'

/**
 * Which of these a source has not listed before. Keys are article ids, or hashes of addresses that were refused.
 * The answer is only as good as `work` is old: what comes out of it is recorded in a way that bears repeating.
 */
export async function unseenListings(db: Db, sourceId: string, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const { rows } = await sql<{ key: string }>`
    select wanted.key from unnest(${keys}::text[]) as wanted (key)
     where not exists (select from work.listed l where l.source_id = ${sourceId} and l.key = wanted.key)`.execute(db)
  return new Set(rows.map(({ key }) => key))
}

/** Written down after the log has them: a poll that dies in between is recorded again, and changes nothing. */
export async function rememberListings(db: Db, sourceId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await sql`
    insert into work.listed (source_id, key) select ${sourceId}, key from unnest(${keys}::text[]) as key
    on conflict do nothing`.execute(db)
}
