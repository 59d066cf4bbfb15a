import { keepCapture } from '@dateline/archive'
import { type ArticleEvent, article, nextRetryDelay } from '@dateline/domain'
import { handle, readStream } from '@dateline/event-store'
import type { Platform, Threads } from '@dateline/platform'
import { type JobData, PostponeJob } from '@dateline/queue'
import { forgetDeadLetter, putOffTask, recordDeadLetter, settleTask } from '@dateline/work-state'
import type { Rendered } from './render-page.ts'

type Dependencies = Pick<Platform, 'database' | 'log' | 'archive' | 'logger' | 'now'> & {
  render(url: string): Promise<Rendered>
  /** Which browser, e.g. "Chromium/156.0.8078.73". */
  browserName: string
  cleaner: Threads
}

const QUEUE = 'render-article'

/** Processor of the queue `render-article`: render, archive as a capture of its own, record. Safe to run twice. */
export function renderArticle(dependencies: Dependencies) {
  return async ({ articleId }: JobData<typeof QUEUE>): Promise<void> => {
    const { database, logger } = dependencies
    const events = (await readStream<ArticleEvent>(database, articleId)).filter(({ withdrawn }) => !withdrawn)
    const url = urlToRender(events)
    if (url !== null) {
      const rendered = await dependencies.render(url)
      if (rendered.kind === 'postponed') throw new PostponeJob(rendered.untilMs)
      const mayPass = rendered.kind === 'failed' && rendered.retryable
      if (mayPass && (await putOffTask(database.db, QUEUE, articleId, nextRetryDelay))) {
        logger.info({ articleId, url, reason: rendered.reason, detail: rendered.detail }, 'rendering put off')
        return
      }
      const outcome = await record(dependencies, articleId, events, rendered)
      logger.info({ articleId, url, outcome }, 'rendering recorded')
    }
    await settleTask(database.db, QUEUE, articleId, { articleId })
  }
}

/** Null: nothing is to be rendered any more. What a browser has shown empty stays so. */
function urlToRender(events: readonly ArticleEvent[]): string | null {
  const fetched = events.findLast((event) => event.type === 'ArticleFetched')
  const read = events.findLast(
    ({ type }) => type === 'ArticleExtracted' || type === 'ArticleRejected' || type === 'ArticleAliased',
  )
  const isEmpty = read?.type === 'ArticleRejected' && read.data.reason === 'empty-without-scripts'
  const discovered = events.find((event) => event.type === 'ArticleDiscovered')
  return isEmpty && fetched !== undefined && fetched.data.rendered === undefined ? (discovered?.data.url ?? null) : null
}

async function record(
  { database, log, archive, browserName, cleaner }: Dependencies,
  articleId: string,
  events: readonly ArticleEvent[],
  rendered: Exclude<Rendered, { kind: 'postponed' }>,
): Promise<string> {
  const { db } = database
  const giveUp = async (code: string, message: string, attempts = 1) => {
    const letter = { queue: QUEUE, key: articleId, data: { articleId }, code, message }
    await recordDeadLetter(db, { ...letter, attempts })
    return code
  }
  // One that may pass has been counted when it was to be put off.
  if (rendered.kind === 'failed') return giveUp(rendered.reason, rendered.detail, rendered.retryable ? 0 : 1)
  const cleaned = await cleaner.run<string>({ html: rendered.html })
  if (cleaned.kind === 'over-limit') return giveUp('over-limit', `cleaning the page ${cleaned.detail}`)

  const { finalUrl, httpStatus, fetchedAt, responseHeaders } = rendered.document
  const body = Buffer.from(cleaned.result)
  const contentType = 'text/html; charset=utf-8'
  const discovered = events.find((event) => event.type === 'ArticleDiscovered')
  const sourceId = discovered?.data.sourceId ?? null
  const cause = `${QUEUE}/${articleId}/${fetchedAt}`
  // A capture of its own, marked: these bytes came out of a browser, not over the wire.
  const headers = responseHeaders.filter(([name]) => !/^content-(type|length|encoding)$/i.test(name))
  const marked = [...headers, ['Content-Type', contentType], ['X-Dateline-Rendered', browserName]] as const
  const exchange = { ...rendered.document, body, contentType, responseHeaders: marked }
  const rawSha256 = await keepCapture({ database, archive }, exchange, { cause, articleId, sourceId })
  const data = { finalUrl, rawSha256, bytes: body.length, httpStatus, contentType, fetchedAt, rendered: browserName }
  const recorded = await handle(log, article, articleId, { type: 'RecordFetch', data }, { cause })
  await forgetDeadLetter(db, QUEUE, articleId)
  return recorded.length > 0 ? 'rendered' : 'unchanged'
}
