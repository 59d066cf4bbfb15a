import type { Db } from '@dateline/database'
import { sql } from 'kysely'

export type ImportSkip = { importName: string; record: string; reason: string; detail: string }

const DETAIL_CHARS_MAX = 500

/** Keeps what an import left out and why, so that every record of it can be accounted for. */
export async function recordSkips(db: Db, skips: readonly ImportSkip[]): Promise<void> {
  for (const { importName, record, reason, detail } of skips) {
    await sql`
      insert into work.import_skip (import_name, record, reason, detail)
      values (${importName}, ${record}, ${reason}, ${detail.replaceAll('\0', '\uFFFD').slice(0, DETAIL_CHARS_MAX)})
      on conflict (import_name, record) do update set reason = excluded.reason, detail = excluded.detail`.execute(db)
  }
}
