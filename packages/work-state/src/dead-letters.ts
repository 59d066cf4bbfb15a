import type { Db } from '@dateline/database'
import { sql } from 'kysely'
import { pollNow } from './source-polls.ts'

/** Work that was given up, kept so that a person can look at it and try again. */
export type DeadLetter = {
  queue: string
  key: string
  data: object
  code: string
  message: string
  attempts: number
  firstSeenAt: Date
  lastSeenAt: Date
  times: number
}

const MESSAGE_CHARS_MAX = 2_000

/**
 * @param letter.attempts of the last round, if putOffTask has not counted them; those before are added.
 */
export async function recordDeadLetter(
  db: Db,
  letter: Pick<DeadLetter, 'queue' | 'key' | 'data' | 'code' | 'message' | 'attempts'>,
): Promise<void> {
  const { queue, key, data, code, attempts } = letter
  // Postgres stores no NUL in text, and a hostile page may put one into an error's message.
  const message = letter.message.replaceAll('\0', '\uFFFD').slice(0, MESSAGE_CHARS_MAX)
  await sql`
    insert into work.dead_letter as d (queue, key, data, code, message, attempts)
    values (${queue}, ${key}, ${JSON.stringify(data)}::jsonb, ${code}, ${message}, ${attempts} + coalesce(
      (select tries from work.task t where t.queue = ${queue} and t.key = ${key}), 0))
    on conflict (queue, key) do update set data = excluded.data, code = excluded.code, message = excluded.message,
      attempts = excluded.attempts, last_seen_at = clock_timestamp(), times = d.times + 1`.execute(db)
}

/** Newest first. @param queue null: of all queues. */
export async function listDeadLetters(db: Db, limit: number, queue: string | null = null): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select queue, key, data, code, message, attempts, first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt", times
      from work.dead_letter where ${queue}::text is null or queue = ${queue}
     order by last_seen_at desc, queue, key limit ${limit}`.execute(db)
  return rows
}

/** Tries again: all of a queue, or one. To be called in a transaction. @returns how many. */
export async function retryDeadLetters(db: Db, queue: string, key: string | null): Promise<number> {
  const taken = sql`delete from work.dead_letter where queue = ${queue} and (${key}::text is null or key = ${key})`
  if (queue === 'poll-source') {
    const { rows } = await sql<{ key: string }>`${taken} returning key`.execute(db)
    for (const letter of rows) await pollNow(db, letter.key)
    return rows.length
  }
  const { rows } = await sql<{ count: number }>`
    with taken as (${taken} returning queue, key, data),
    wanted as (
      insert into work.task (queue, key, data, cause) select queue, key, data, 0 from taken
      on conflict (queue, key) do nothing)
    select count(*)::int as count from taken`.execute(db)
  return rows[0]!.count
}

/** The same work has been done after all. */
export async function forgetDeadLetter(db: Db, queue: string, key: string): Promise<void> {
  await sql`delete from work.dead_letter where queue = ${queue} and key = ${key}`.execute(db)
}

export async function countDeadLetters(db: Db): Promise<{ queue: string; code: string; count: number }[]> {
  const { rows } = await sql<{ queue: string; code: string; count: number }>`
    select queue, code, count(*)::int as count from work.dead_letter group by queue, code order by queue, code
  `.execute(db)
  return rows
}
