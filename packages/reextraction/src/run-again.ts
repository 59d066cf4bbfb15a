import { setTimeout as sleep } from 'node:timers/promises'
import type { Archive } from '@dateline/archive'
import type { Database, Db } from '@dateline/database'
import { type ArticleEvent, captureOf, type ExtractionVerdict, type Recorded } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { namedHostKnowledge } from '@dateline/work-state'
import { sql } from 'kysely'
import { type Comparison, compareVerdicts } from './compare-verdicts.ts'
import type { CaptureReading, CaptureTask } from './read-capture.ts'
import { beginRun, type Extractor, getRun, type Run, type RunFilter } from './runs.ts'

export type RunDependencies = {
  database: Database
  archive: Pick<Archive, 'get'>
  /** In a thread of its own; a page beyond the limits is a rejection. */
  read(task: CaptureTask): Promise<CaptureReading>
}

export type RunOptions = {
  extractor: Extractor
  filter: RunFilter
  /** At most so many articles a second, so that those who read and write meanwhile do not wait. */
  perSecondMax: number
  signal?: AbortSignal
  onProgress?: (passed: number, total: number) => void
}

/** Module that reads one capture, for a thread pool; `workerData`: {agenciesExtra, module}. */
export const READER_MODULE = new URL('./read-capture.ts', import.meta.url).href

const PAGE_ARTICLES = 100

/**
 * Reads archived pages with another version of the extractor and keeps what it makes of them beside what stands, in the order of
 * their ids. Each article is committed with the place reached: a run that is killed goes on there when it is called again.
 * Nothing is written to the log.
 *
 * @returns the run, ended unless the signal stopped it.
 */
export async function runAgain(dependencies: RunDependencies, options: RunOptions): Promise<Run> {
  const { database } = dependencies
  const run = await beginRun(database.db, options.extractor, options.filter)
  const { sourceId, limit: limited } = options.filter
  const limit = limited ?? Number.POSITIVE_INFINITY
  const total = await countArticles(database.db, sourceId, null)
  let { cursor, lookedAt } = run
  let passed = await countArticles(database.db, sourceId, cursor)
  while (run.endedAt === null && lookedAt < limit && !options.signal?.aborted) {
    const ids = await nextArticles(database.db, cursor, sourceId)
    for (const articleId of ids) {
      if (lookedAt >= limit || options.signal?.aborted) break
      const startedAt = performance.now()
      const row = await readAgain(dependencies, articleId, options)
      lookedAt += row === null ? 0 : 1
      await keep(database.db, run.runId, articleId, row, lookedAt)
      cursor = articleId
      passed += 1
      // With a limit it is readings that count: articles without one are passed over.
      if (limited === null) options.onProgress?.(passed, total)
      else options.onProgress?.(lookedAt, Math.min(limited, total))
      if (row !== null) await sleep(Math.max(0, 1_000 / options.perSecondMax - (performance.now() - startedAt)))
    }
    if (ids.length < PAGE_ARTICLES) break
  }
  if (!options.signal?.aborted) {
    await sql`update work.reextraction_run set ended_at = clock_timestamp() where run_id = ${run.runId} and ended_at is null`.execute(
      database.db,
    )
  }
  return (await getRun(database.db, run.runId))!
}

const ofSource = (sourceId: string | null) => sql`(${sourceId}::text is null or exists (
  select from log.event e
   where e.stream = s.stream and e.position = s.first_position and e.type = 'ArticleDiscovered'
     and e.data::jsonb ->> 'sourceId' = ${sourceId}))`

async function nextArticles(db: Db, cursor: string, sourceId: string | null): Promise<string[]> {
  const { rows } = await sql<{ stream: string }>`
    select s.stream from log.stream s
     where s.stream > ${cursor} and s.stream >= 'article-' and s.stream < 'article.' and ${ofSource(sourceId)}
     order by s.stream limit ${PAGE_ARTICLES}`.execute(db)
  return rows.map(({ stream }) => stream)
}

/** @param upTo id of an article; null: all. */
async function countArticles(db: Db, sourceId: string | null, upTo: string | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from log.stream s
     where s.stream >= 'article-' and s.stream < 'article.' and (${upTo}::text is null or s.stream <= ${upTo})
       and ${ofSource(sourceId)}`.execute(db)
  return rows[0]?.count ?? 0
}

type Row = Comparison & {
  position: number
  rawSha256: string
  kind: 'html' | 'text'
  /** Null: it was not read again. */
  reading: CaptureReading | null
}

/** @returns null: nothing stands that could be read again. */
async function readAgain(
  { database, archive, read }: RunDependencies,
  articleId: string,
  { filter }: RunOptions,
): Promise<Row | null> {
  const events = (await readStream<ArticleEvent>(database, articleId)).filter(({ withdrawn }) => !withdrawn)
  const standing = events.findLast(({ type }) => /^Article(?:Extracted|Rejected|Aliased)$/.test(type))
  if (standing?.type !== 'ArticleExtracted' && standing?.type !== 'ArticleRejected') return null
  if (filter.since !== null && standing.recordedAt < filter.since) return null
  const { rawSha256 } = standing.data
  const capture = captureOf(events, rawSha256)
  if (capture === null) return null
  const { kind, contentType, url, capturedAt } = capture
  const about = { position: standing.position, rawSha256, kind }
  const left = { ...about, changes: [], similarity: 1, reading: null }
  if (standing.type === 'ArticleRejected' && standing.data.reason === 'usage-refused')
    return { ...left, outcome: 'refused' }
  const bytes = await archive.get(rawSha256)
  if (bytes === null) return { ...left, outcome: 'missing' }
  const named = standing.data.hostKnowledge
  const hostKnowledge = named === undefined ? null : await namedHostKnowledge(database.db, named)
  const reading = await read({ bytes, kind, contentType, url, capturedAt, hostKnowledge })
  return { ...about, ...compareVerdicts(verdictOf(standing), reading.verdict), reading }
}

function verdictOf(
  event: Recorded<Extract<ArticleEvent, { type: 'ArticleExtracted' | 'ArticleRejected' }>>,
): ExtractionVerdict {
  if (event.type === 'ArticleExtracted') return { verdict: 'article', extraction: event.data.extraction }
  const { reason, evidence } = event.data
  return { verdict: 'rejected', reason, evidence }
}

/** The reading and the place reached, together. */
async function keep(db: Db, runId: string, articleId: string, row: Row | null, lookedAt: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (row !== null) {
      const { position, rawSha256, kind, outcome, changes, similarity } = row
      const isOther = outcome !== 'same' && row.reading !== null
      const reading = isOther ? JSON.stringify(row.reading!.verdict).replaceAll('\u0000', '') : null
      const contentSha256 = row.reading?.contentSha256 ?? null
      await sql`
        insert into work.reextraction (run_id, article_id, position, raw_sha256, kind, outcome, changes, similarity, reading, content_sha256)
        values (${runId}, ${articleId}, ${position}, ${rawSha256}, ${kind}, ${outcome}, ${changes}, ${similarity}, ${reading}, ${contentSha256})
        on conflict do nothing`.execute(trx)
    }
    await sql`update work.reextraction_run set cursor = ${articleId}, looked_at = ${lookedAt} where run_id = ${runId}`.execute(
      trx,
    )
  })
}
