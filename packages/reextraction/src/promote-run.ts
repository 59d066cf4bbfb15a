import type { Database, Db } from '@dateline/database'
import { type ArticleCommand, article, type ExtractionVerdict } from '@dateline/domain'
import { handle, type Log } from '@dateline/event-store'
import { sql } from 'kysely'
import type { Run } from './runs.ts'

export type Promoted = { recorded: number; overtaken: number }

const PAGE_ARTICLES = 100

/**
 * Records what a run has read as the readings that stand from now on, article by article. What stood before stays in the log and
 * can be read as of then. An article that has been captured anew since is left alone. Running it again goes on where it was.
 */
export async function promoteRun(
  { database, log }: { database: Database; log: Log },
  run: Run,
  onProgress: (articles: number) => void = () => {},
): Promise<Promoted> {
  const { db } = database
  const counts = { recorded: 0, overtaken: 0 }
  for (;;) {
    const rows = await openRows(db, run.runId)
    for (const row of rows) {
      const { articleId, standing, position } = row
      // The run and the reading it replaces: promoting twice gives the first answer.
      const cause = `reextraction/${run.runId}/${articleId}/${position}`
      const command = toCommand(run, row)
      const events = standing === position ? await handle(log, article, articleId, command, { cause }) : []
      if (events.length > 0) counts.recorded += 1
      else counts.overtaken += 1
      await sql`update work.reextraction set promoted = true where run_id = ${run.runId} and article_id = ${articleId}`.execute(
        db,
      )
      onProgress(counts.recorded + counts.overtaken)
    }
    if (rows.length < PAGE_ARTICLES) break
  }
  await sql`update work.reextraction_run set promoted_at = clock_timestamp() where run_id = ${run.runId}`.execute(db)
  return counts
}

type OpenRow = {
  articleId: string
  rawSha256: string
  reading: string
  contentSha256: string | null
  kind: 'html' | 'text'
  /** Position of the reading that was replaced, and of the one that stands now. */
  position: number
  standing: number | null
}

async function openRows(db: Db, runId: string): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select r.article_id as "articleId", r.raw_sha256 as "rawSha256", r.reading, r.content_sha256 as "contentSha256", r.position, r.kind,
           (select max(e.position) from log.event e join log.stream s using (stream)
             where e.stream = r.article_id and e.position between s.first_position and s.last_position
               and e.type in ('ArticleExtracted', 'ArticleRejected', 'ArticleAliased', 'ArticleWithdrawn')) as standing
      from work.reextraction r
     where r.run_id = ${runId} and not r.promoted and r.reading is not null
     order by r.article_id limit ${PAGE_ARTICLES}`.execute(db)
  return rows
}

function toCommand({ extractor }: Run, { rawSha256, reading, contentSha256, kind }: OpenRow): ArticleCommand {
  const verdict = JSON.parse(reading) as ExtractionVerdict
  const by = extractor[kind]
  if (verdict.verdict === 'rejected') {
    const { verdict: _, ...rejection } = verdict
    return { type: 'RecordRejection', data: { rawSha256, extractor: by, ...rejection } }
  }
  const { verdict: _, ...article } = verdict
  return { type: 'RecordExtraction', data: { rawSha256, extractor: by, ...article, contentSha256: contentSha256! } }
}
