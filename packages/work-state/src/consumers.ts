import type { Db } from '@dateline/database'
import { DatelineError } from '@dateline/domain'
import { sql } from 'kysely'

/**
 * Runs `step` in the transaction that also moves a consumer's checkpoint: both happen or neither. Of several replicas
 * one gets the row and the others are told so at once: that is the whole leader election.
 *
 * @param step gets the checkpoint and returns the new one.
 * @returns the new checkpoint, or null if another replica is at work.
 */
export async function advanceConsumer(
  db: Db,
  name: string,
  step: (trx: Db, position: number) => Promise<number>,
): Promise<number | null> {
  await sql`insert into work.consumer (name) values (${name}) on conflict do nothing`.execute(db)
  return db.transaction().execute(async (trx) => {
    // A step may read long, on other connections, while this one only holds the row.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
    const { rows } = await sql<{ position: number }>`
      select position from work.consumer where name = ${name} for update skip locked`.execute(trx)
    const checkpoint = rows[0]
    if (checkpoint === undefined) return null
    const next = await step(trx, checkpoint.position)
    if (next !== checkpoint.position) {
      await sql`
        update work.consumer set position = ${next}, updated_at = clock_timestamp() where name = ${name}`.execute(trx)
    }
    return next
  })
}

/** What a consumer's replicas are doing took longer than a person should wait. */
export class ConsumerBusyError extends DatelineError {
  readonly code = 'BUSY'
  readonly retryable = true

  constructor(name: string) {
    super(`${name} is at work and cannot be interrupted now: try again in a moment.`)
  }
}

/** The consumer that puts articles into stories. */
export const GROUPING = 'group-articles'
/** The consumer that holds copies against their originals. */
export const FOLLOWING_COPIES = 'follow-copies'

const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Runs `work` while no replica of a consumer does a step: what it appends comes between two steps, never amid one.
 *
 * @param waitMs for the step under way to end.
 * @throws {ConsumerBusyError}
 */
export async function betweenSteps<Result>(
  db: Db,
  name: string,
  waitMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  await sql`insert into work.consumer (name) values (${name}) on conflict do nothing`.execute(db)
  return db.transaction().execute(async (trx) => {
    // The work is done on other connections, while this one only holds the row.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
    await sql`set local lock_timeout = ${sql.lit(waitMs)}`.execute(trx)
    await sql`select from work.consumer where name = ${name} for update`
      .execute(trx)
      .catch((error: { code?: string }) => {
        throw error.code === LOCK_NOT_AVAILABLE ? new ConsumerBusyError(name) : error
      })
    return work()
  })
}

/** How far each reader of the log has come. */
export async function consumerPositions(db: Db): Promise<{ name: string; position: number }[]> {
  const { rows } = await sql<{ name: string; position: number }>`
    select name, position from work.consumer order by name`.execute(db)
  return rows
}
