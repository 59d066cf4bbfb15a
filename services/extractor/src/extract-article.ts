import { eraseBytes } from '@dateline/archive'
import {
  type ArticleCommand,
  type ArticleEvent,
  article,
  articleIdOfUrl,
  type Capture,
  captureOf,
  chooseOriginal,
  normalUrl,
  type Original,
  type OriginalWitnesses,
  type Recorded,
  type UsageSignal,
  unreadBefore,
} from '@dateline/domain'
import { handle, readStream } from '@dateline/event-store'
import { EXTRACTOR } from '@dateline/extraction'
import { productToken, usageSignalsOfMetas } from '@dateline/http-fetch'
import type { Platform } from '@dateline/platform'
import type { JobData } from '@dateline/queue'
import { currentHostKnowledge, forgetDeadLetter, settleTask } from '@dateline/work-state'
import { compareWithLast } from './compare-with-last.ts'
import { hostOf } from './host-of.ts'
import type { PageSignals } from './page-signals.ts'
import type { Compared, CompareTask, Parsed, ParseTask } from './parse-page.ts'
import { usageActionOf } from './usage-action.ts'

type Dependencies = Pick<Platform, 'config' | 'database' | 'log' | 'archive' | 'logger' | 'now'> & {
  parse(task: ParseTask): Promise<Parsed>
  compare(task: CompareTask): Promise<Compared | null>
}

const QUEUE = 'extract-article'

/** Processor of the queue `extract-article`: read, compute, record. Safe to run twice. */
export function extractArticle(dependencies: Dependencies) {
  const { database } = dependencies
  return async ({ articleId, rawSha256 }: JobData<typeof QUEUE>): Promise<void> => {
    const earlier = unreadBefore(await presentEvents(dependencies, articleId), rawSha256)
    for (const sha256 of [...earlier, rawSha256]) await readCapture(dependencies, articleId, sha256)
    await settleTask(database.db, QUEUE, articleId, { articleId, rawSha256 })
    await forgetDeadLetter(database.db, QUEUE, articleId)
  }
}

async function presentEvents({ database }: Dependencies, articleId: string): Promise<Recorded<ArticleEvent>[]> {
  return (await readStream<ArticleEvent>(database, articleId)).filter(({ withdrawn }) => !withdrawn)
}

async function readCapture(dependencies: Dependencies, articleId: string, rawSha256: string): Promise<void> {
  const { config, database, log, archive, logger, now, parse } = dependencies
  const events = await presentEvents(dependencies, articleId)
  const capture = captureOf(events, rawSha256)
  const bytes = capture === null ? null : await archive.get(rawSha256)
  if (capture === null || bytes === null) return
  const host = capture.kind === 'html' ? hostOf(capture.articleUrl) : null
  const hostKnowledge = host === null ? null : await currentHostKnowledge(database.db, host)
  const parsed = await parse({ bytes, ...capture, hostKnowledge })
  // The capture's own event: a page that goes back to what it said before is read again.
  const cause = `${QUEUE}/${capture.eventId}/${extractorOf(capture)}`
  const appended: string[] = []
  const usage = [...capture.usage, ...usageSignalsOfMetas(parsed.signals.metas, productToken(config.FETCH_USER_AGENT))]
  const { action, because } = usageActionOf(config.USAGE_POLICY, usage)
  const reading = action === 'no-text' && because !== null ? refused(parsed, because) : parsed
  for (const { id, command } of toCommands(articleId, rawSha256, { ...capture, usage }, reading, now().toISOString())) {
    const compared =
      command.type === 'RecordExtraction'
        ? await compareWithLast(dependencies, events, command.data, { bytes, ...capture, hostKnowledge }, cause)
        : null
    if (compared?.isSame) continue
    const recorded = await handle(log, article, id, asCompared(command, compared), { cause })
    appended.push(...recorded.map(({ type }) => type))
    const data = compared?.stealthEdit ?? null
    const revision = recorded.find(({ type }) => type === 'ArticleExtracted')
    if (data === null || revision === undefined) continue
    const found = { cause: `${QUEUE}/${revision.eventId}/stealth-edit` }
    const edits = await handle(log, article, id, { type: 'RecordStealthEdit', data }, found)
    appended.push(...edits.map(({ type }) => type))
  }
  const { verdict } = reading
  const reason = verdict.verdict === 'rejected' ? verdict.reason : undefined
  logger.info({ articleId, rawSha256, verdict: verdict.verdict, reason, action, appended }, 'extraction recorded')
  // Last, so that a run that is ended before it finds the bytes again.
  if (action !== 'store') await eraseBytes({ database, archive }, rawSha256)
}

/**
 * A live blog that goes on is no revision: its updates are kept, each with its time. Nor is a page that goes to and fro between
 * two texts one every time.
 */
function asCompared(command: ArticleCommand, compared: Awaited<ReturnType<typeof compareWithLast>>): ArticleCommand {
  if (command.type !== 'RecordExtraction' || compared === null) return command
  const { isLiveUpdate, alternates } = compared
  const marks = { ...(isLiveUpdate && { liveUpdate: true }), ...(alternates && { alternates: true }) }
  return { ...command, data: { ...command.data, ...marks } }
}

/** The publisher does not want it, and the operator honours that: no word of it is kept. */
function refused(parsed: Parsed, { use, evidence }: UsageSignal): Parsed {
  if (parsed.verdict.verdict === 'rejected') return parsed
  const verdict = { verdict: 'rejected', reason: 'usage-refused', evidence: `${use}: ${evidence}` } as const
  return { ...parsed, verdict, contentSha256: null }
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
  { verdict, contentSha256, signals }: Parsed,
  at: string,
): { id: string; command: ArticleCommand }[] {
  const extractor = extractorOf(capture)
  const { articleUrl, url, from } = capture
  const usage = onceEach(capture.usage)
  if (verdict.verdict === 'rejected') {
    const { verdict: _, ...rejection } = verdict
    return [{ id: articleId, command: { type: 'RecordRejection', data: { rawSha256, extractor, ...rejection } } }]
  }
  const { extraction, hostKnowledge } = verdict
  let choice: Original | null = null
  if (from === 'fetch' && articleUrl !== null && url !== null) {
    choice = chooseOriginal({
      pageUrl: articleUrl,
      finalUrl: url,
      ...witnessesOf(signals, extraction.canonicalUrl.value),
    })
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
          command: {
            type: 'RecordAlias',
            data: { rawSha256, originalArticleId, originalUrl, evidence, rules: choice.rules },
          },
        },
      ]
    }
  }
  const data = {
    rawSha256,
    extractor,
    extraction,
    contentSha256: contentSha256!,
    ...(hostKnowledge === undefined ? {} : { hostKnowledge }),
    ...(usage.length > 0 ? { usage } : {}),
    ...(choice === null ? {} : { original: { rule: choice.rule, evidence: choice.evidence, rules: choice.rules } }),
  }
  return [{ id: articleId, command: { type: 'RecordExtraction', data } }]
}

/** `fallback`: what the extraction found where the page's head names none, e.g. in its JSON-LD. */
function witnessesOf({ canonicalUrl, ogUrl, isAmp }: PageSignals, fallback: string | null): OriginalWitnesses {
  const canonical = canonicalUrl ?? (ogUrl === null ? fallback : null)
  return isAmp ? { ampCanonical: canonical, ogUrl } : { canonicalUrl: canonical, ogUrl }
}

function onceEach(usage: readonly UsageSignal[]): UsageSignal[] {
  return [...new Map(usage.toReversed().map((signal) => [signal.use, signal])).values()].reverse()
}
