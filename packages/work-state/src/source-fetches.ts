import { randomUUID } from 'node:crypto'
import type { Db } from '@dateline/database'
import type { SourceLimits } from '@dateline/domain'
import { sql } from 'kysely'
import { spend } from './source-polls.ts'

/** The right to fetch one page of a source. `lease` is null where the source has no limits. */
export type SourceFetch = { kind: 'go'; lease: string | null } | { kind: 'later'; delayMs: number; because: Limit }
export type Limit = 'fetches-per-day' | 'fetches-in-flight'

/** How soon a source whose pages are all in flight is looked at again. */
const IN_FLIGHT_DELAY_MS = 5_000
/** A new day begins for all sources at once: their first requests spread over this. */
const DAY_SPREAD_MS = 15 * 60_000

/**
 * Asks whether a page of a source may be fetched now, and counts it.
 *
 * @param leaseMs after this a worker that has not ended the fetch is dead.
 */
export async function beginSourceFetch(db: Db, sourceId: string, leaseMs: number): Promise<SourceFetch> {
  const { rows } = await sql`
    select 1 from work.source_poll where source_id = ${sourceId} and limits is not null`.execute(db)
  if (rows.length === 0) return { kind: 'go', lease: null }
  return db.transaction().execute(async (trx) => {
    const { rows: found } = await sql<{ limits: SourceLimits | null; spent: number }>`
      select limits, case when fetches_day = (clock_timestamp() at time zone 'UTC')::date then fetches_today else 0 end as spent
        from work.source_poll where source_id = ${sourceId} for update`.execute(trx)
    const limits = found[0]?.limits ?? null
    if (found[0] === undefined || limits === null) return { kind: 'go', lease: null } as const
    const { spent } = found[0]
    if (limits.fetchesPerDayMax !== null && spent >= limits.fetchesPerDayMax) {
      return { kind: 'later', delayMs: await untilNextDayMs(trx), because: 'fetches-per-day' } as const
    }
    await sql`delete from work.source_fetch where source_id = ${sourceId} and until < clock_timestamp()`.execute(trx)
    const { rows: running } = await sql<{ count: number }>`
      select count(*)::int as count from work.source_fetch where source_id = ${sourceId}`.execute(trx)
    if (limits.fetchesInFlightMax !== null && running[0]!.count >= limits.fetchesInFlightMax) {
      return { kind: 'later', delayMs: IN_FLIGHT_DELAY_MS, because: 'fetches-in-flight' } as const
    }
    const lease = randomUUID()
    await sql`
      insert into work.source_fetch (lease, source_id, until)
      values (${lease}, ${sourceId}, clock_timestamp() + ${leaseMs} * interval '1 millisecond')`.execute(trx)
    await sql`update work.source_poll set ${spend(1)} where source_id = ${sourceId}`.execute(trx)
    return { kind: 'go', lease } as const
  })
}

/** Until midnight, UTC, by the database's clock, and a little more. */
export async function untilNextDayMs(db: Db): Promise<number> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from date_trunc('day', now() at time zone 'UTC') + interval '1 day'
                               - (now() at time zone 'UTC')) * 1000 + random() * ${DAY_SPREAD_MS}::float8)::float8 as ms`.execute(
    db,
  )
  return rows[0]!.ms
}

/** @param wasMade false: the host had no turn, and nothing was asked of it; it is not counted. */
export async function endSourceFetch(db: Db, lease: string | null, wasMade: boolean): Promise<void> {
  if (lease === null) return
  await sql`
    with ended as (delete from work.source_fetch where lease = ${lease} returning source_id)
    update work.source_poll p set fetches_today = greatest(0, fetches_today - 1)
      from ended where p.source_id = ended.source_id and ${!wasMade}`.execute(db)
}
