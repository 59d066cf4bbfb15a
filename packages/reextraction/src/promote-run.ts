import type { Database, Db } from '@dateline/database'
import {
  type ArticleCommand,
  type ArticleEventOf,
  article,
  EXTRACTING_STREAM,
  type ExtractingEvent,
  type ExtractionVerdict,
  extracting,
} from '@dateline/domain'
import { handle, type Log, readStream } from '@dateline/event-store'
import { sql } from 'kysely'
import { countRun, type Run } from './runs.ts'

export type Promoted = { recorded: number; overtaken: number }

const PAGE_ARTICLES = 100

/** Who decides, and why: one line each. */
export type Decision = { actor: string; reason: string }

/**
 * Makes what a run has read stand, by one event; the readings then take the place of those before, each in its article's stream and
 * naming the event. What stood before stays in the log and can be read as of then. An article that has been captured anew since
 * is left alone. Interrupted, call it again: it goes on where it was, under the same event.
 */
export async function promoteRun(
  { database, log, now }: { database: Database; log: Log; now(): Date },
  run: Run,
  decision: Decision,
  onProgress: (articles: number) => void = () => {},
): Promise<Promoted> {
  const { db } = database
  const promotion = await recordPromotion({ database, log, now }, run, decision)
  const counts = { recorded: 0, overtaken: 0 }
  for (;;) {
    const rows = await openRows(db, run.runId)
    for (const row of rows) {
      const { articleId, standing, position } = row
      // The run and the reading it replaces: promoting twice gives the first answer.
      const cause = `reextraction/${run.runId}/${articleId}/${position}`
      const command = toCommand(run, row, promotion)
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
  /** What stood, as recorded: what its reader did not find in the page stays with it. */
  stood: string | null
  /** Position of the reading that was replaced, and of the one that stands now. */
  position: number
  standing: number | null
}

async function openRows(db: Db, runId: string): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select r.article_id as "articleId", r.raw_sha256 as "rawSha256", r.reading, r.content_sha256 as "contentSha256", r.position, r.kind,
           x.data as stood,
           (select max(e.position) from log.event e join log.stream s using (stream)
             where e.stream = r.article_id and e.position between s.first_position and s.last_position
               and e.type in ('ArticleExtracted', 'ArticleRejected', 'ArticleAliased', 'ArticleWithdrawn')) as standing
      from work.reextraction r left join log.event x using (position)
     where r.run_id = ${runId} and not r.promoted and r.reading is not null
     order by r.article_id limit ${PAGE_ARTICLES}`.execute(db)
  return rows
}

/** @returns id of the event: of the one that is there, if this run was promoted before. */
async function recordPromotion(
  { database, log, now }: { database: Database; log: Log; now(): Date },
  run: Run,
  decision: Decision,
): Promise<string> {
  const { runId, extractor } = run
  const { articles, articlesChanged, articlesMissing } = await countRun(database.db, runId)
  const promotedAt = now().toISOString()
  const data = {
    ...{ runId, runStartedAt: run.startedAt.toISOString(), extractor },
    ...{ articles, articlesChanged, articlesMissing, ...decision, promotedAt },
  }
  const cause = `reextraction/${runId}/${promotedAt}`
  await handle(log, extracting, EXTRACTING_STREAM, { type: 'PromoteExtraction', data }, { cause })
  const events = await readStream<ExtractingEvent>(database, EXTRACTING_STREAM)
  return events.findLast((event) => event.data.runId === runId)!.eventId
}

function toCommand(
  { extractor }: Run,
  { rawSha256, reading, contentSha256, kind, stood }: OpenRow,
  promotion: string,
): ArticleCommand {
  const verdict = JSON.parse(reading) as ExtractionVerdict
  const by = extractor[kind]
  if (verdict.verdict === 'rejected') {
    const { verdict: _, ...rejection } = verdict
    return { type: 'RecordRejection', data: { rawSha256, extractor: by, ...rejection, promotion } }
  }
  const { verdict: _, ...article } = verdict
  // From headers, and from what the crawl knew: no part of the reading.
  const { usage, original } = JSON.parse(stood ?? '{}') as Partial<ArticleEventOf<'ArticleExtracted'>['data']>
  const kept = { ...(usage !== undefined && { usage }), ...(original !== undefined && { original }) }
  const data = { rawSha256, extractor: by, ...article, contentSha256: contentSha256!, ...kept, promotion }
  return { type: 'RecordExtraction', data }
}
