import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import type { Archive } from '../archive.ts'

type Dependencies = { readonly database: Pick<Database, 'pool'>; readonly archive: Archive }

export type RetentionPolicy = {
  /** Captures of articles younger than this are kept, by the database's clock; null: all are. */
  readonly keepDays: number | null
  /** The same of feeds, sitemaps and section pages. Default: as keepDays. */
  readonly keepListingDays?: number | null
  /** Of every article, this many of the newest are kept however old, so that it can be extracted again. Default 1. */
  readonly keepNewestPerArticle?: number
}

export type RetentionOptions = {
  /** Count only. */
  readonly isDryRun?: boolean
  /** Between batches, so that a long clean-up leaves room for others. Default 0. */
  readonly restMs?: number
  /** Ends it after the batch in hand; the rest is found again next time. */
  readonly signal?: AbortSignal
}

export type RetentionResult = { readonly capturesRemoved: number; readonly bodiesRemoved: number }

const BATCH_ROWS = 500
const DAYS_MAX = 36_500

/** $1 days of articles, $2 newest of each, $3 days of listings. */
const OUTDATED = `
  case when c.article_id is null then c.captured_at < now() - $3 * interval '1 day'
       else c.captured_at < now() - $1 * interval '1 day' and $2 <= (
         select count(*) from archive.capture n
          where n.article_id = c.article_id and (n.captured_at, n.capture_id) > (c.captured_at, c.capture_id)) end`

/**
 * Removes captures that a policy no longer keeps, and the bytes that no other capture names. Bytes that came without a capture
 * (imported documents) are not touched. Can be ended and run again at any time; several at once do not hinder each other.
 *
 * @throws {BadInputError} if the policy would keep nothing at all.
 */
export async function applyRetention(
  dependencies: Dependencies,
  policy: RetentionPolicy,
  { isDryRun = false, restMs = 0, signal }: RetentionOptions = {},
): Promise<RetentionResult> {
  const { pool } = dependencies.database
  const values = valuesOf(policy)
  if (isDryRun) return countOutdated(pool, values)
  let capturesRemoved = 0
  let bodiesRemoved = 0
  while (true) {
    const removed = await removeBatch(dependencies, values)
    capturesRemoved += removed.captures
    bodiesRemoved += removed.bodies
    if (removed.found < BATCH_ROWS || signal?.aborted) return { capturesRemoved, bodiesRemoved }
    await sleep(restMs, undefined, signal === undefined ? {} : { signal }).catch(() => {})
  }
}

function valuesOf({
  keepDays,
  keepListingDays = keepDays,
  keepNewestPerArticle = 1,
}: RetentionPolicy): (number | null)[] {
  for (const days of [keepDays, keepListingDays]) {
    if (days !== null && !(days >= 1 && days <= DAYS_MAX)) {
      throw new BadInputError(`A retention of ${days} days is none: say 1 to ${DAYS_MAX}. Nothing was removed.`)
    }
  }
  if (!(Number.isInteger(keepNewestPerArticle) && keepNewestPerArticle >= 0)) {
    throw new BadInputError(`${keepNewestPerArticle} is no number of fetches to keep. Nothing was removed.`)
  }
  return [keepDays, keepNewestPerArticle, keepListingDays]
}

async function removeBatch(
  { database: { pool }, archive }: Dependencies,
  values: readonly (number | null)[],
): Promise<{ found: number; captures: number; bodies: number }> {
  const { rows } = await pool.query<{ captureId: string; sha256: string }>(
    `select c.capture_id as "captureId", encode(c.raw_sha256, 'hex') as sha256 from archive.capture c
      where ${OUTDATED} limit ${BATCH_ROWS}`,
    [...values],
  )
  const captureIds = rows.map((row) => row.captureId)
  let bodies = 0
  // Bytes first: a run that is ended here finds the captures again.
  for (const sha256 of new Set(rows.map((row) => row.sha256))) {
    if (await removeUnused(pool, archive, sha256, captureIds)) bodies++
  }
  const removed = await pool.query('delete from archive.capture where capture_id = any($1::uuid[])', [captureIds])
  return { found: rows.length, captures: removed.rowCount ?? 0, bodies }
}

async function countOutdated(pool: Database['pool'], values: readonly (number | null)[]): Promise<RetentionResult> {
  const { rows } = await pool.query<RetentionResult>(
    `with outdated as (select c.capture_id, c.raw_sha256 from archive.capture c where ${OUTDATED})
     select count(*)::int as "capturesRemoved", (
       select count(distinct o.raw_sha256)::int from outdated o where not exists (
         select from archive.capture c where c.raw_sha256 = o.raw_sha256
            and c.capture_id not in (select capture_id from outdated))) as "bodiesRemoved"
       from outdated`,
    [...values],
  )
  return rows[0]!
}

/**
 * Takes bytes away unless another capture names them. A capture that comes in between is seen by the second look, and the bytes
 * are put back; one that comes after it puts them back itself, see keepCapture.
 */
async function removeUnused(
  pool: Database['pool'],
  archive: Archive,
  sha256: string,
  leaving: readonly string[],
): Promise<boolean> {
  if (await isUsed(pool, sha256, leaving)) return false
  const bytes = await archive.get(sha256)
  await archive.remove(sha256)
  if (bytes === null || !(await isUsed(pool, sha256, leaving))) return bytes !== null
  await archive.put(bytes, { mediaType: 'application/octet-stream' })
  return false
}

async function isUsed(pool: Database['pool'], sha256: string, leaving: readonly string[]): Promise<boolean> {
  const text = 'select from archive.capture where raw_sha256 = $1 and not capture_id = any($2::uuid[]) limit 1'
  return (await pool.query(text, [Buffer.from(sha256, 'hex'), leaving])).rowCount === 1
}
