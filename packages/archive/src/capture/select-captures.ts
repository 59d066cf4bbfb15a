import type { Database } from '@dateline/database'
import type { Capture } from './capture.ts'

/** Which captures: all fields given must hold. */
export type CaptureSelection = {
  readonly articleId?: string
  readonly sourceId?: string
  /** UTC day, e.g. "2026-11-20". */
  readonly day?: string
}

const PAGE_ROWS = 200

/** $1 article, $2 source, $3 day: each may be null. */
const SELECTED = `($1::text is null or article_id = $1) and ($2::uuid is null or source_id = $2)
  and ($3::date is null or (captured_at >= $3::date at time zone 'UTC' and captured_at < ($3::date + 1) at time zone 'UTC'))`

function parametersOf({ articleId, sourceId, day }: CaptureSelection): (string | null)[] {
  return [articleId ?? null, sourceId ?? null, day ?? null]
}

/** How many captures a selection holds now. */
export async function countCaptures({ pool }: Pick<Database, 'pool'>, selection: CaptureSelection): Promise<number> {
  const text = `select count(*)::int as count from archive.capture where ${SELECTED}`
  const { rows } = await pool.query<{ count: number }>(text, parametersOf(selection))
  return rows[0]!.count
}

/** Captures in the order they were made, a page at a time. */
export async function* selectCaptures(
  { pool }: Pick<Database, 'pool'>,
  selection: CaptureSelection,
): AsyncGenerator<Capture> {
  let after = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
  while (true) {
    const { rows } = await pool.query<Capture & { exactAt: string }>({
      name: 'select-captures',
      text: `select capture_id as "captureId", url as "finalUrl", captured_at::text as "exactAt",
               to_char(captured_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "fetchedAt",
               encode(raw_sha256, 'hex') as "rawSha256", http_status as "httpStatus", http_version as "httpVersion",
               server_address as "serverAddress", request_headers as "requestHeaders",
               response_headers as "responseHeaders", redirects, article_id as "articleId", source_id as "sourceId"
             from archive.capture
             where (captured_at, capture_id) > ($4, $5) and ${SELECTED}
             order by captured_at, capture_id limit ${PAGE_ROWS}`,
      values: [...parametersOf(selection), after.at, after.id],
    })
    for (const { exactAt, ...capture } of rows) {
      after = { at: exactAt, id: capture.captureId }
      yield capture
    }
    if (rows.length < PAGE_ROWS) return
  }
}
