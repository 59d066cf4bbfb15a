import type { Database } from '@dateline/database'
import type { Archive } from '../archive.ts'
import { isNamed, namesOf } from './address-names.ts'
import { eraseBytes } from './erase-bytes.ts'

/** Where the archive may hold the text of an article. */
export type ArticleTrace = {
  readonly articleId: string
  /** Of the bytes it was read from. */
  readonly rawSha256: Iterable<string>
  /** Whose feeds and front pages may repeat it. */
  readonly sourceIds: Iterable<string>
  /** By these a feed or front page names it. */
  readonly urls: Iterable<string>
  /** Feeds and front pages captured before are left alone. Default: none are. */
  readonly listedSince?: Date
}

const PAGE_ROWS = 500

/**
 * Takes away for good all that was captured of an article, and each capture of a feed, sitemap or section page of its sources that
 * names it: such a page repeats its headline, and often its text. For lawful erasure; twice is harmless.
 *
 * @returns sha256 of the bytes that were taken away.
 */
export async function eraseCaptures(
  dependencies: { readonly database: Pick<Database, 'pool'>; readonly archive: Archive },
  { articleId, rawSha256, sourceIds, urls, listedSince = new Date(0) }: ArticleTrace,
): Promise<string[]> {
  const { pool } = dependencies.database
  const erased = new Set(rawSha256)
  const { rows } = await pool.query<{ sha256: string }>(
    `select distinct encode(raw_sha256, 'hex') as sha256 from archive.capture where article_id = $1`,
    [articleId],
  )
  for (const { sha256 } of rows) erased.add(sha256)
  for await (const sha256 of listingsThatName(dependencies, [...sourceIds], [...urls], listedSince)) erased.add(sha256)
  for (const sha256 of erased) await eraseBytes(dependencies, sha256)
  return [...erased]
}

async function* listingsThatName(
  { database, archive }: { readonly database: Pick<Database, 'pool'>; readonly archive: Archive },
  sourceIds: readonly string[],
  urls: readonly string[],
  since: Date,
): AsyncGenerator<string> {
  const names = namesOf(urls)
  if (names.length === 0) return
  for (let after = Buffer.alloc(0); ; ) {
    const { rows } = await database.pool.query<{ sha256: Buffer }>(
      `select distinct raw_sha256 as sha256 from archive.capture
        where article_id is null and source_id = any($1::uuid[]) and raw_sha256 > $2 and captured_at >= $3
        order by raw_sha256 limit ${PAGE_ROWS}`,
      [sourceIds, after, since],
    )
    for (const row of rows) {
      const sha256 = row.sha256.toString('hex')
      const bytes = await archive.get(sha256)
      if (bytes !== null && isNamed(bytes, names)) yield sha256
    }
    if (rows.length < PAGE_ROWS) return
    after = rows.at(-1)!.sha256 as Buffer<ArrayBuffer>
  }
}
