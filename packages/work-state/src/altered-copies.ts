import type { Db } from '@dateline/database'
import { sql } from 'kysely'

/** A copy that was found to say something else than its original, which has another text since. */
export type AlteredCopyCheck = { copyId: string; originalId: string; since: Date }

export async function recordAltered(db: Db, copyId: string, originalId: string): Promise<void> {
  await sql`
    insert into work.altered_copy (copy_id, original_id) values (${copyId}, ${originalId})
    on conflict (copy_id) do update set original_id = excluded.original_id, due_since = null`.execute(db)
}

/** The finding does not hold any more: it was taken back, the copy has another text, or it is no copy. */
export async function forgetAltered(db: Db, copyId: string): Promise<void> {
  await sql`delete from work.altered_copy where copy_id = ${copyId}`.execute(db)
}

export async function recordAlteredDue(db: Db, originalId: string, since: string): Promise<void> {
  await sql`update work.altered_copy set due_since = ${since} where original_id = ${originalId}`.execute(db)
}

/** Those whose original has changed, oldest first. */
export async function dueAlteredCopies(db: Db, limit: number): Promise<AlteredCopyCheck[]> {
  const { rows } = await sql<AlteredCopyCheck>`
    select copy_id as "copyId", original_id as "originalId", due_since as since from work.altered_copy
     where due_since is not null order by due_since, copy_id limit ${limit}`.execute(db)
  return rows
}

/** It was looked at, unless its original has changed again meanwhile. */
export async function settleAltered(db: Db, { copyId, since }: AlteredCopyCheck): Promise<void> {
  await sql`update work.altered_copy set due_since = null where copy_id = ${copyId} and due_since = ${since}`.execute(
    db,
  )
}
