import type { Db } from '@dateline/database'
import { sha256Hex } from '@dateline/domain'
import { sql } from 'kysely'

export type RunFilter = { sourceId: string | null; since: string | null; limit: number | null }
export type Extractor = { html: string; text: string }

export type Run = {
  runId: string
  extractor: Extractor
  filter: RunFilter
  /** Last article looked at; the run goes on behind it. */
  cursor: string
  lookedAt: number
  startedAt: Date
  endedAt: Date | null
  promotedAt: Date | null
}

const RUN_HEX_CHARS = 6

/** The same extractor over the same articles is the same run: it goes on where it was. */
export function runIdOf(extractor: Extractor, filter: RunFilter): string {
  const hash = sha256Hex(JSON.stringify(filter)).slice(0, RUN_HEX_CHARS)
  return `${extractor.html}+${extractor.text}-${hash}`.replace(/[^\w.+-]/g, '-')
}

export async function beginRun(db: Db, extractor: Extractor, filter: RunFilter): Promise<Run> {
  const runId = runIdOf(extractor, filter)
  await sql`
    insert into work.reextraction_run (run_id, extractor, filter)
    values (${runId}, ${JSON.stringify(extractor)}::jsonb, ${JSON.stringify(filter)}::jsonb) on conflict do nothing`.execute(
    db,
  )
  return (await getRun(db, runId))!
}

/** @param runId null: the one begun last. */
export async function getRun(db: Db, runId: string | null): Promise<Run | null> {
  const { rows } = await sql<Run>`
    select run_id as "runId", extractor, filter, cursor, looked_at as "lookedAt", started_at as "startedAt",
           ended_at as "endedAt", promoted_at as "promotedAt"
      from work.reextraction_run where ${runId}::text is null or run_id = ${runId}
     order by started_at desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Forgets a run and what it read. The log is not touched. */
export async function discardRun(db: Db, runId: string): Promise<void> {
  await sql`delete from work.reextraction_run where run_id = ${runId}`.execute(db)
}

/** What a run has shown so far. */
export async function countRun(
  db: Db,
  runId: string,
): Promise<{ articles: number; articlesChanged: number; articlesMissing: number }> {
  const { rows } = await sql<{ articles: number; articlesChanged: number; articlesMissing: number }>`
    select count(*)::int as articles, (count(*) filter (where reading is not null))::int as "articlesChanged",
           (count(*) filter (where outcome = 'missing'))::int as "articlesMissing"
      from work.reextraction where run_id = ${runId}`.execute(db)
  return rows[0]!
}
