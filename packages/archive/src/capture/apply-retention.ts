import type { Database } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import type { Archive } from '../archive.ts'

type Dependencies = { readonly database: Pick<Database, 'pool'>; readonly archive: Archive }

export type RetentionPolicy = {
  /** Captures younger than this are kept, by the database's clock. */
  readonly keepDays: number
  /** Of every article, this many of the newest are kept however old, so that it can be extracted again. Default 1. */
  readonly keepNewestPerArticle?: number
}

export type RetentionResult = { readonly capturesRemoved: number; readonly bodiesRemoved: number }

const BATCH_ROWS = 500

/**
 * Removes captures that a policy no longer keeps, and the bytes that no other capture names. Bytes that came without a capture
 * (imported documents) are not touched. Can be ended and run again at any time; several at once do not hinder each other.
 *
 * @throws {BadInputError} if the policy would keep nothing at all.
 */
export async function applyRetention(
  { database: { pool }, archive }: Dependencies,
  { keepDays, keepNewestPerArticle = 1 }: RetentionPolicy,
): Promise<RetentionResult> {
  if (!(keepDays >= 1))
    throw new BadInputError(`A retention of ${keepDays} days is less than one: nothing was removed.`)
  let capturesRemoved = 0
  let bodiesRemoved = 0
  while (true) {
    const { rows } = await pool.query<{ captureId: string; sha256: string }>(
      `select c.capture_id as "captureId", encode(c.raw_sha256, 'hex') as sha256 from archive.capture c
       where c.captured_at < now() - $1 * interval '1 day'
         and (c.article_id is null or $2 <= (
           select count(*) from archive.capture n
           where n.article_id = c.article_id and (n.captured_at, n.capture_id) > (c.captured_at, c.capture_id)))
       limit ${BATCH_ROWS}`,
      [keepDays, keepNewestPerArticle],
    )
    const captureIds = rows.map((row) => row.captureId)
    // Bytes first: a run that is ended here finds the captures again.
    for (const sha256 of new Set(rows.map((row) => row.sha256))) {
      if (await removeUnused(pool, archive, sha256, captureIds)) bodiesRemoved++
    }
    const removed = await pool.query('delete from archive.capture where capture_id = any($1::uuid[])', [captureIds])
    capturesRemoved += removed.rowCount ?? 0
    if (rows.length < BATCH_ROWS) return { capturesRemoved, bodiesRemoved }
  }
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
