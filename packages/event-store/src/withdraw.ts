import { assertBodiesPresent, type Database } from '@dateline/database'
import { sql } from 'kysely'
import type { Appended, AppendOptions } from './append-request.ts'
import type { Log } from './open-log.ts'

export type Withdrawal = {
  readonly stream: string
  /** Why, without repeating what is erased. */
  readonly reason: string
  /** UTC, ISO 8601. */
  readonly withdrawnAt: string
  /** Events of other streams whose bodies hold the same text. */
  readonly alsoErased?: readonly number[]
}

/** Whoever verifies the log takes no other event's word for an erasure. */
export const WITHDRAWAL = 'ArticleWithdrawn'

/**
 * First half of a lawful erasure: records an event that tells of it at the end of the stream. From here on the stream counts as
 * withdrawn. May be repeated with the same cause.
 *
 * @throws {DatabaseError} BODIES_ARCHIVED, before anything is recorded.
 */
export async function tellOfWithdrawal(log: Log, withdrawal: Withdrawal, options: AppendOptions): Promise<Appended> {
  const { stream, reason, withdrawnAt, alsoErased = [] } = withdrawal
  // A text that lies in an archive file cannot be erased from here: it must be brought back for that.
  const present = await erasableOf(log, stream).execute()
  await assertBodiesPresent(log.database, [...present.map(({ position }) => position), ...alsoErased])
  const data = { reason, withdrawnAt, ...(alsoErased.length > 0 && { alsoErased }) }
  return log.append(stream, 'any', [{ type: WITHDRAWAL, data }], options)
}

/**
 * Second half: deletes the bodies and salts of all events of the stream before the one that tells of it, those that tell of
 * earlier withdrawals excepted, and of `alsoErased`. May be repeated: an interrupted one is completed.
 *
 * Their places, headers and hashes stay, so every proof of every other event still holds, and readers see the erased ones with
 * `withdrawn: true` and no data. Without salt and body, a hash says nothing of the text.
 *
 * @param told by `tellOfWithdrawal`.
 * @returns bodies deleted by this call: fewer, or none, when it is repeated.
 * @throws {DatabaseError} BODIES_ARCHIVED, where they were archived since it was told.
 */
export async function eraseWithdrawn(
  log: Log,
  { stream, alsoErased = [] }: Pick<Withdrawal, 'stream' | 'alsoErased'>,
  told: Appended,
): Promise<number> {
  const before = await erasableOf(log, stream).where('position', '<', told.lastPosition).execute()
  const positions = [...before.map(({ position }) => position), ...alsoErased]
  const { rows } = await sql<{ erased: number }>`
    select log.erase(${positions}::bigint[], ${told.lastPosition}) as erased`.execute(log.database.db)
  await assertBodiesPresent(log.database, positions)
  return rows[0]!.erased
}

/** Both halves, where the text is nowhere but in the log. */
export async function withdraw(
  log: Log,
  withdrawal: Withdrawal,
  options: AppendOptions,
): Promise<{ told: Appended; bodiesErased: number }> {
  const told = await tellOfWithdrawal(log, withdrawal, options)
  return { told, bodiesErased: await eraseWithdrawn(log, withdrawal, told) }
}

function erasableOf({ database }: Log, stream: string) {
  return database.db
    .selectFrom('log.event')
    .select('position')
    .where('stream', '=', stream)
    .where('type', '!=', WITHDRAWAL)
}

/** Those of the streams that have been withdrawn, also where the erasing is still going on. */
export async function withdrawnStreams({ db }: Pick<Database, 'db'>, streams: readonly string[]): Promise<Set<string>> {
  // LIMIT: each is looked up by its index, also where there are thousands; else the server reads all of the log for them.
  const { rows } = await sql<{ stream: string }>`
    select s.stream from log.stream s cross join lateral (
      select from log.event e
       where e.stream = s.stream and e.type = ${WITHDRAWAL} and e.position between s.first_position and s.last_position
       limit 1) withdrawal
     where s.stream = any(${streams})`.execute(db)
  return new Set(rows.map(({ stream }) => stream))
}
