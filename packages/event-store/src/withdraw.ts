import { assertBodiesPresent, type Database } from '@dateline/database'
import { sql } from 'kysely'
import type { Appended, AppendOptions } from './append-request.ts'
import type { Log } from './open-log.ts'

export type Withdrawn = {
  /** The event that tells of it. */
  readonly told: Appended
  /** Bodies deleted by this call: fewer, or none, when it is repeated. */
  readonly bodiesErased: number
}

export type Withdrawal = {
  readonly stream: string
  /** Why, without repeating what is erased. */
  readonly reason: string
  /** UTC, ISO 8601. */
  readonly withdrawnAt: string
  /** Events of other streams whose bodies hold the same text. */
  readonly alsoErased?: readonly number[]
  /** Takes the same text away elsewhere, once the event is recorded and while the bodies still say where that is. */
  readonly eraseElsewhere?: () => Promise<void>
}

/** Whoever verifies the log takes no other event's word for an erasure. */
export const WITHDRAWAL = 'ArticleWithdrawn'

/**
 * Lawful erasure: records an event that tells of it at the end of the stream, then deletes the bodies and salts of all events
 * of the stream before it, those that tell of earlier withdrawals excepted.
 *
 * Their places, headers and hashes stay, so every proof of every other event still holds, and readers see the erased ones with
 * `withdrawn: true` and no data. Without salt and body, a hash says nothing of the text. May be repeated with the same cause
 * until it succeeds: an interrupted one is completed.
 *
 * @throws {DatabaseError} BODIES_ARCHIVED, before anything is recorded.
 */
export async function withdraw(log: Log, withdrawal: Withdrawal, options: AppendOptions): Promise<Withdrawn> {
  const { stream, reason, withdrawnAt, alsoErased = [], eraseElsewhere } = withdrawal
  const { db } = log.database
  const own = db.selectFrom('log.event').select('position').where('stream', '=', stream).where('type', '!=', WITHDRAWAL)
  // A text that lies in an archive file cannot be erased from here: it must be brought back for that.
  const present = await own.execute()
  await assertBodiesPresent(log.database, [...present.map(({ position }) => position), ...alsoErased])
  const data = { reason, withdrawnAt, ...(alsoErased.length > 0 && { alsoErased }) }
  const told = await log.append(stream, 'any', [{ type: WITHDRAWAL, data }], options)
  await eraseElsewhere?.()
  const before = await own.where('position', '<', told.lastPosition).execute()
  const positions = [...before.map(({ position }) => position), ...alsoErased]
  const { rows } = await sql<{ erased: number }>`
    select log.erase(${positions}::bigint[], ${told.lastPosition}) as erased`.execute(db)
  return { told, bodiesErased: rows[0]!.erased }
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
