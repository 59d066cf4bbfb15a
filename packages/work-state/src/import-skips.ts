import type { Db } from '@dateline/database'
import { sql } from 'kysely'

export type ImportSkip = { importName: string; record: string; reason: string; detail: string }

export type KeptSkip = ImportSkip & { skippedAt: Date }

const DETAIL_CHARS_MAX = 500

/** Keeps what an import left out and why, so that every record of it can be accounted for. */
export async function recordSkips(db: Db, skips: readonly ImportSkip[]): Promise<void> {
  for (const { importName, record, reason, detail } of skips) {
    await sql`
      insert into work.import_skip (import_name, record, reason, detail)
      values (${importName}, ${record}, ${reason}, ${detail.replaceAll('\0', '\uFFFD').slice(0, DETAIL_CHARS_MAX)})
      on conflict (import_name, record) do update set reason = excluded.reason, detail = excluded.detail, skipped_at = clock_timestamp()`.execute(
      db,
    )
  }
}

/** What has been taken in after all is no skip any more. */
export async function forgetSkips(db: Db, importName: string, records: readonly string[]): Promise<void> {
  if (records.length === 0) return
  await sql`delete from work.import_skip where import_name = ${importName} and record = any(${records})`.execute(db)
}

/** Of all archives: an address that was withdrawn is kept nowhere. */
export async function forgetSkippedUrls(db: Db, urls: readonly string[]): Promise<void> {
  await sql`delete from work.import_skip where substr(record, strpos(record, ' ') + 1) = any(${urls})`.execute(db)
}

/** Newest first. @param importName name of the archive, or `files`; null: of all imports. */
export async function listSkips(db: Db, limit: number, importName: string | null = null): Promise<KeptSkip[]> {
  const { rows } = await sql<KeptSkip>`
    select import_name as "importName", record, reason, detail, skipped_at as "skippedAt"
      from work.import_skip where ${importName}::text is null or import_name = ${importName}
     order by skipped_at desc, import_name, record limit ${limit}`.execute(db)
  return rows
}
