import { createHash } from 'node:crypto'
import { eraseCaptures, keepCapture } from '@dateline/archive'
import { article, nextRetryDelay, nextVisitDelay } from '@dateline/domain'
import { handle, readStream } from '@dateline/event-store'
import {
  askTdmReservation,
  type Fetcher,
  type FetchResult,
  fetchDocument,
  type HeaderList,
  headerOf,
  type UsageSignal,
  usageSignalsOfHeaders,
} from '@dateline/http-fetch'
import type { Platform } from '@dateline/platform'
import { type JobData, PostponeJob } from '@dateline/queue'
import {
  type ArticleVisit,
  beginSourceFetch,
  deferTask,
  endSourceFetch,
  fetchJobData,
  forgetArticle,
  forgetDeadLetter,
  getVisit,
  putOffTask,
  recordDeadLetter,
  recordVisit,
  settleTask,
} from '@dateline/work-state'

export type Dependencies = Pick<Platform, 'config' | 'database' | 'log' | 'archive' | 'logger' | 'now'> & {
  http: Fetcher
}

const QUEUE = 'fetch-article'

/** Processor of the queue `fetch-article`: fetch, archive, record. Safe to run twice. */
export function fetchArticle(dependencies: Dependencies) {
  const { USAGE_POLICY: policy, FETCH_USAGE_HONOURED: honoured } = dependencies.config
  const asksForTdm = honoured.split(',').includes('tdm') || policy.some((pair) => /^tdm=no-/.test(pair))
  return async ({ articleId, reason }: JobData<typeof QUEUE>): Promise<void> => {
    const { database, http, logger } = dependencies
    const origin = await originOf(dependencies, articleId)
    if (origin === null) return leaveWithdrawn(dependencies, articleId)
    const { url, sourceId } = origin
    const visit = await getVisit(database.db, articleId)
    // Before the page itself: whoever is told to come later has not fetched it yet.
    const reserved = asksForTdm ? await askTdmReservation(http, url) : null
    if (reserved?.kind === 'postponed') throw new PostponeJob(reserved.untilMs)
    // Asked for or first fetched: the whole page. A revisit only wants to know whether it has changed.
    const known = reason === 'revisit' && visit?.rawSha256 ? visit : null
    const request = { url, etag: known?.etag ?? null, lastModified: known?.lastModified ?? null }
    const isRefused = reserved?.signal != null && honoured.split(',').includes('tdm')
    const result = isRefused
      ? usageRefused(url, reserved.signal)
      : await withinLimits(dependencies, { articleId, sourceId }, () =>
          fetchDocument(http, { ...request, purpose: 'article' }),
        )
    if (result === null) return // its source may cost no more today
    if (result.kind === 'postponed') throw new PostponeJob(result.untilMs)
    const subject = { articleId, url, sourceId, visit, reservation: reserved?.signal ?? null }
    const appended = await recordResult(dependencies, subject, result)
    const outcome = result.kind === 'failed' ? result.reason : result.kind
    logger.info({ articleId, url, reason, outcome, appended }, 'fetch recorded')
  }
}

/**
 * Fetches for a source that may cost only so much.
 *
 * @returns null: its budget of today is spent, and the task is put off until tomorrow.
 * @throws {PostponeJob} as many of its pages are in flight as may be.
 */
async function withinLimits(
  { database: { db }, http, logger }: Dependencies,
  { articleId, sourceId }: { articleId: string; sourceId: string | null },
  request: () => Promise<FetchResult>,
): Promise<FetchResult | null> {
  if (sourceId === null) return request()
  const begun = await beginSourceFetch(db, sourceId, http.limits.totalTimeoutMs + LEASE_MARGIN_MS)
  if (begun.kind === 'later') {
    const { delayMs, because } = begun
    if (because === 'fetches-in-flight') throw new PostponeJob(Date.now() + delayMs)
    logger.info({ articleId, sourceId, because, delayMs }, 'fetch put off')
    await deferTask(db, QUEUE, articleId, delayMs)
    return null
  }
  let wasMade = true
  try {
    const result = await request()
    wasMade = result.kind !== 'postponed'
    return result
  } finally {
    await endSourceFetch(db, begun.lease, wasMade)
  }
}

/** A fetch waits for its host's turn as well. */
const LEASE_MARGIN_MS = 60_000

function usageRefused(failedUrl: string, { evidence: detail }: UsageSignal): Extract<FetchResult, { kind: 'failed' }> {
  const reason = 'usage-refused'
  return { kind: 'failed', failedUrl, reason, detail, httpStatus: null, retryAfterMs: null, retryable: false }
}

/** What the article's first event says of where it came from; null: it was withdrawn. */
async function originOf(
  { database }: Dependencies,
  articleId: string,
): Promise<{ url: string; sourceId: string | null } | null> {
  const [first] = await readStream(database, articleId, { limit: 1 })
  if (first?.withdrawn) return null
  const state = first === undefined ? article.initial : article.evolve(article.initial, first as never)
  if (state.url === null) throw new TypeError(`${articleId} has no URL to fetch`)
  const { sourceId = null } = (first?.data ?? {}) as { sourceId?: string | null }
  return { url: state.url, sourceId }
}

/** Nothing of a withdrawn article is wanted any more, nor is anything kept that came in while it was being withdrawn. */
async function leaveWithdrawn({ database, archive }: Dependencies, articleId: string): Promise<void> {
  await eraseCaptures({ database, archive }, { articleId, rawSha256: [], sourceIds: [], urls: [] })
  await forgetArticle(database.db, articleId)
}

type Subject = {
  articleId: string
  url: string
  sourceId: string | null
  visit: ArticleVisit | null
  /** Of the site's tdmrep.json. */
  reservation: UsageSignal | null
}

async function recordResult(
  dependencies: Dependencies,
  subject: Subject,
  result: Exclude<FetchResult, { kind: 'postponed' }>,
): Promise<string[]> {
  const { database, log, now } = dependencies
  const { articleId, url, visit } = subject
  const { db } = database
  switch (result.kind) {
    case 'document':
      return recordDocument(dependencies, subject, result)
    case 'not-modified': {
      const { etag = null, lastModified = null } = visit ?? {}
      const next = nextVisitDelay((visit?.visits ?? 0) + 1, false)
      await recordVisit(db, { articleId, url, etag, lastModified, rawSha256: null }, next)
      await settle(db, articleId)
      return []
    }
    case 'gone': {
      const data = { httpStatus: result.httpStatus, goneAt: now().toISOString() }
      const cause = causeOf(articleId, data.goneAt)
      const events = await handle(log, article, articleId, { type: 'RecordGone', data }, { cause })
      await recordVisit(db, { articleId, url, etag: null, lastModified: null, rawSha256: null }, null)
      await settle(db, articleId)
      return events.map(({ type }) => type)
    }
    case 'failed':
      return recordFailure(dependencies, subject, result)
  }
}

/** Names the time as well: two fetches of one page are two facts, and the decider knows when nothing is new. */
const causeOf = (articleId: string, at: string) => `${QUEUE}/${articleId}/${at}`

async function settle(db: Platform['database']['db'], articleId: string): Promise<void> {
  await settleTask(db, QUEUE, articleId, { articleId })
  await forgetDeadLetter(db, QUEUE, articleId)
}

async function recordDocument(
  dependencies: Dependencies,
  { articleId, url, sourceId, visit, reservation }: Subject,
  result: Extract<FetchResult, { kind: 'document' }>,
): Promise<string[]> {
  const { database, log, archive, http } = dependencies
  const { db } = database
  const { finalUrl, httpStatus, contentType, body, etag, lastModified, fetchedAt } = result
  const cause = causeOf(articleId, fetchedAt)
  // A job that runs twice has fetched twice: both exchanges are kept.
  const exchange = { cause, articleId, sourceId }
  // Bytes that are known and were taken away are not brought back: an operator's policy did that, or the law.
  const sha256 = createHash('sha256').update(body).digest('hex')
  const isTakenAway = visit?.rawSha256 === sha256 && !(await archive.has(sha256))
  const rawSha256 = isTakenAway ? sha256 : await keepCapture({ database, archive }, result, exchange)
  const said = usageSignalsOfHeaders(result.responseHeaders, http.productToken)
  const usage = reservation === null || said.some(({ use }) => use === 'tdm') ? said : [...said, reservation]
  const capturedAt = mementoTime(result.responseHeaders, fetchedAt)
  const capture = { finalUrl, httpStatus, contentType, rawSha256, bytes: body.length, fetchedAt }
  const data = {
    ...capture,
    ...(capturedAt === null ? {} : { capturedAt }),
    ...(usage.length > 0 ? { usage } : {}),
  }
  const events = await handle(log, article, articleId, { type: 'RecordFetch', data }, { cause })
  if (events.length === 0 && (await originOf(dependencies, articleId)) === null) {
    await leaveWithdrawn(dependencies, articleId)
    return []
  }
  const next = nextVisitDelay((visit?.visits ?? 0) + 1, events.length > 0)
  await recordVisit(db, { articleId, url, etag, lastModified, rawSha256 }, next)
  await settle(db, articleId)
  return events.map(({ type }) => type)
}

/** A failure that may pass is tried again with growing pauses; one that will not, or has not, becomes a dead letter. */
async function recordFailure(
  { database, log, now }: Dependencies,
  { articleId, url, visit }: Subject,
  { reason, detail, httpStatus, retryable, retryAfterMs }: Extract<FetchResult, { kind: 'failed' }>,
): Promise<string[]> {
  const { db } = database
  const data = { reason, detail, httpStatus, failedAt: now().toISOString() }
  const command = { type: 'RecordUnreachable', data } as const
  const cause = causeOf(articleId, data.failedAt)
  const events = await handle(log, article, articleId, command, { cause })
  const types = events.map(({ type }) => type)
  const pause = (failures: number) => {
    const delayMs = nextRetryDelay(failures)
    return delayMs === null ? null : Math.max(delayMs, retryAfterMs ?? 0)
  }
  if (retryable && (await putOffTask(db, QUEUE, articleId, pause))) return types
  const letter = {
    queue: QUEUE,
    key: articleId,
    data: fetchJobData(articleId, 'retry', url),
    code: reason,
    message: detail,
  }
  // One that may pass has been counted when it was to be put off.
  await recordDeadLetter(db, { ...letter, attempts: retryable ? 0 : 1 })
  if (visit !== null) {
    // Known, and not to be had now: the plan of visits goes on.
    const { etag, lastModified, visits } = visit
    await recordVisit(db, { articleId, url, etag, lastModified, rawSha256: null }, nextVisitDelay(visits + 1, false))
  }
  await settleTask(db, QUEUE, articleId, { articleId })
  return types
}

/** A web archive says when it captured the page: relative dates are read against that. The future is not believed. */
function mementoTime(headers: HeaderList, fetchedAt: string): string | null {
  const time = Date.parse(headerOf(headers, 'memento-datetime') ?? '')
  return time <= Date.parse(fetchedAt) ? new Date(time).toISOString() : null
}
