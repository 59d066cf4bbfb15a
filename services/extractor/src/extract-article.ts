import {
  type ArticleCommand,
  type ArticleEvent,
  article,
  articleIdOfUrl,
  chooseOriginal,
  normalUrl,
} from '@dateline/domain'
import { handle, readStream } from '@dateline/event-store'
import { EXTRACTOR } from '@dateline/extraction'
import type { Platform } from '@dateline/platform'
import type { JobData } from '@dateline/queue'
import { forgetDeadLetter, settleTask } from '@dateline/work-state'
import { type Capture, captureOf } from './capture-of.ts'
import { compareWithLast } from './compare-with-last.ts'
import type { Compared, CompareTask, Parsed, ParseTask } from './parse-page.ts'

type Dependencies = Pick<Platform, 'database' | 'log' | 'archive' | 'logger' | 'now'> & {
  parse(task: ParseTask): Promise<Parsed>
  compare(task: CompareTask): Promise<Compared | null>
}

const QUEUE = 'extract-article'

/** Processor of the queue `extract-article`: read, compute, record. Safe to run twice. */
export function extractArticle(dependencies: Dependencies) {
  const { database, log, archive, logger, now, parse } = dependencies
  return async ({ articleId, rawSha256 }: JobData<typeof QUEUE>): Promise<void> => {
    const events = (await readStream<ArticleEvent>(database, articleId)).filter(({ withdrawn }) => !withdrawn)
    const capture = captureOf(events, rawSha256)
    const bytes = capture === null ? null : await archive.get(rawSha256)
    if (capture !== null && bytes !== null) {
      const parsed = await parse({ bytes, ...capture })
      // The capture's own event: a page that goes back to what it said before is read again.
      const cause = `${QUEUE}/${capture.eventId}/${extractorOf(capture)}`
      const appended: string[] = []
      for (const { id, command } of toCommands(articleId, rawSha256, capture, parsed, now().toISOString())) {
        const compared =
          command.type === 'RecordExtraction'
            ? await compareWithLast(dependencies, events, command.data, { bytes, ...capture }, cause)
            : null
        if (compared?.isSame) continue
        const recorded = await handle(log, article, id, asLiveUpdate(command, compared), { cause })
        appended.push(...recorded.map(({ type }) => type))
        const data = compared?.stealthEdit ?? null
        const revision = recorded.find(({ type }) => type === 'ArticleExtracted')
        if (data === null || revision === undefined) continue
        const found = { cause: `${QUEUE}/${revision.eventId}/stealth-edit` }
        const edits = await handle(log, article, id, { type: 'RecordStealthEdit', data }, found)
        appended.push(...edits.map(({ type }) => type))
      }
      const reason = parsed.verdict.verdict === 'rejected' ? parsed.verdict.reason : undefined
      logger.info({ articleId, rawSha256, verdict: parsed.verdict.verdict, reason, appended }, 'extraction recorded')
    }
    await settleTask(database.db, QUEUE, articleId, { articleId, rawSha256 })
    await forgetDeadLetter(database.db, QUEUE, articleId)
  }
}

/** A live blog that goes on is no revision: its updates are kept, each with its time. */
function asLiveUpdate(command: ArticleCommand, compared: Compared | null): ArticleCommand {
  if (command.type !== 'RecordExtraction' || !compared?.isLiveUpdate) return command
  return { ...command, data: { ...command.data, liveUpdate: true } }
}

function extractorOf({ kind }: Capture): string {
  return EXTRACTOR[kind]
}

/**
 * What the verdict means for the log. A page that we fetched and that names a believable original is an alias of it: the
 * original is discovered, in its own stream. A document handed to us stays itself: it stands in for an original that
 * may never be fetched.
 */
function toCommands(
  articleId: string,
  rawSha256: string,
  capture: Capture,
  { verdict, contentSha256 }: Parsed,
  at: string,
): { id: string; command: ArticleCommand }[] {
  const extractor = extractorOf(capture)
  const { articleUrl, url, from } = capture
  if (verdict.verdict === 'rejected') {
    const { reason, evidence } = verdict
    return [{ id: articleId, command: { type: 'RecordRejection', data: { rawSha256, extractor, reason, evidence } } }]
  }
  const { extraction } = verdict
  if (from === 'fetch' && articleUrl !== null && url !== null) {
    const choice = chooseOriginal({ pageUrl: articleUrl, finalUrl: url, canonicalUrl: extraction.canonicalUrl.value })
    const normal = choice.url === null ? null : normalUrl(choice.url)
    const originalArticleId = normal === null ? articleId : articleIdOfUrl(normal)
    if (choice.url !== null && normal !== null && originalArticleId !== articleId) {
      const originalUrl = choice.url
      const evidence = `${choice.rule}: ${choice.evidence}`
      const discovery = { url: originalUrl, normalUrl: normal, sourceId: null, via: 'alias' as const, discoveredAt: at }
      return [
        {
          id: originalArticleId,
          command: { type: 'DiscoverArticle', data: { ...discovery, listedTitle: null, listedPublishedAt: null } },
        },
        {
          id: articleId,
          command: { type: 'RecordAlias', data: { rawSha256, originalArticleId, originalUrl, evidence } },
        },
      ]
    }
  }
  const data = { rawSha256, extractor, extraction, contentSha256: contentSha256! }
  return [{ id: articleId, command: { type: 'RecordExtraction', data } }]
}
