import { assertBodiesPresent } from '@dateline/database'
import type { NewEvent } from '@dateline/domain'
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
  /** Says what is withdrawn, when and why; it must not repeat what is erased. */
  readonly event: NewEvent
  /** Events of other streams whose bodies hold the same text. */
  readonly alsoPositions?: readonly number[]
}

/**
 * Lawful erasure: records an event that tells of it at the end of the stream, then deletes the bodies and salts of all events
 * of the stream before it.
 *
 * Their places, headers and hashes stay, so every proof of every other event still holds, and readers see the erased ones with
 * `withdrawn: true` and no data. Without salt and body, a hash says nothing of the text. May be repeated with the same cause
 * until it succeeds: an interrupted one is completed.
 *
 * @throws {DatabaseError} BODIES_ARCHIVED, before anything is recorded.
 */
export async function withdraw(log: Log, withdrawal: Withdrawal, options: AppendOptions): Promise<Withdrawn> {
  const { stream, event, alsoPositions = [] } = withdrawal
  const { db } = log.database
  const own = db.selectFrom('log.event').select('position').where('stream', '=', stream)
  // A text that lies in an archive file cannot be erased from here: it must be brought back for that.
  const present = await own.execute()
  await assertBodiesPresent(log.database, [...present.map(({ position }) => position), ...alsoPositions])
  const told = await log.append(stream, 'any', [event], options)
  const before = await own.where('position', '<', told.lastPosition).execute()
  const positions = [...before.map(({ position }) => position), ...alsoPositions]
  const { rows } = await sql<{ erased: number }>`
    select log.erase(${positions}::bigint[], ${told.lastPosition}) as erased`.execute(db)
  return { told, bodiesErased: rows[0]!.erased }
}
