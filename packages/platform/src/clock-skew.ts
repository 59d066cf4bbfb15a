import type { Database } from '@dateline/database'
import { sql } from 'kysely'
import type { Logger } from './logger.ts'

/** Less than what a job waits for, or how long a host is left alone. */
const SKEW_MS_MAX = 5_000

/** How far this process's clock is ahead of the database's, in milliseconds; as exact as the way there and back is short. */
export async function clockSkewMs({ db }: Pick<Database, 'db'>): Promise<number> {
  const before = Date.now()
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db)
  return (before + Date.now()) / 2 - rows[0]!.ms
}

/**
 * Leases, turns of hosts, what is due and the order of events go by the database's clock. By this process's own go the times that it
 * writes into events, and the pauses of jobs within their queue, which end ten minutes late at the most.
 */
export async function warnOfSkew(database: Pick<Database, 'db'>, logger: Logger): Promise<void> {
  const skewMs = Math.round(await clockSkewMs(database))
  if (Math.abs(skewMs) > SKEW_MS_MAX) logger.warn({ skewMs }, "this clock is not the database's: set one of them right")
}
