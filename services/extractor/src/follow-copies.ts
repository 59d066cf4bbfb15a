import { type ArticleCommand, type ArticleEvent, type ArticleEventOf, article, type Recorded } from '@dateline/domain'
import { handle, readStream, withdrawnStreams } from '@dateline/event-store'
import { findTakenOver, type Reading } from '@dateline/extraction'
import type { Platform } from '@dateline/platform'
import {
  type AlteredCopyCheck,
  advanceConsumer,
  betweenSteps,
  type CopyCheck,
  dueAlteredCopies,
  FOLLOWING_COPIES,
  failCopyCheck,
  forgetAltered,
  forgetCopy,
  isTaskSettled,
  lastVisitOf,
  recordAltered,
  recordAlteredDue,
  recordCopy,
  recordCopyChanged,
  recordCopyLooked,
  recordNoCopy,
  recordOriginalChanged,
  ripeCopyChecks,
  settleAltered,
  settleCopyCheck,
} from '@dateline/work-state'
import { nextPage } from './log-page.ts'
import type { ParserThreads } from './parser-threads.ts'

type Dependencies = Pick<Platform, 'database' | 'log' | 'logger'> & Pick<ParserThreads, 'judgeCopy'>

const PAGE_EVENTS = 500
const CHECKS_MAX = 50
/** For another finding that is being recorded, or the withdrawal of an article. */
const RECORD_WAIT_MS = 30_000
const VISITS: readonly string[] = ['ArticleFetched', 'DocumentImported', 'ArticleUnreachable', 'ArticleGone']
const TYPES = [
  'CopyDetected',
  'CopyRetracted',
  'CopyAltered',
  'CopyAlterationRetracted',
  'ArticleExtracted',
  'ArticleFetched',
  'DocumentImported',
  'ArticleWithdrawn',
]

/**
 * Finds copies that never took over a correction, and copies that say what their original never said. When an original changes, its
 * copies are noted; when such a copy has been visited since, its text is held against what the original has corrected. A copy that
 * itself changes is looked at again. What the original comes to say itself is no alteration by its copy.
 *
 * @returns one step of the loop.
 */
export function followCopies(dependencies: Dependencies): () => Promise<{ more: boolean }> {
  const { database, logger } = dependencies
  return async () => {
    let isMore = false
    await advanceConsumer(database.db, FOLLOWING_COPIES, async (trx, position) => {
      const { events, end, more } = await nextPage(database, position, PAGE_EVENTS, TYPES)
      isMore = more
      for (const event of events) await note(trx, event as Recorded<ArticleEvent>)
      return end
    })
    const checks = await ripeCopyChecks(database.db, CHECKS_MAX)
    for (const check of checks) {
      try {
        await judge(dependencies, check)
      } catch (err) {
        // One pair that cannot be judged must not hold up the others; a database that is away fails the next step as well.
        await failCopyCheck(database.db, check)
        logger.warn({ err, copyId: check.copyId }, 'a copy could not be held against its original')
      }
    }
    const altered = await dueAlteredCopies(database.db, CHECKS_MAX)
    for (const check of altered) await judgeAltered(dependencies, check)
    return { more: isMore || checks.length === CHECKS_MAX || altered.length === CHECKS_MAX }
  }
}

type Trx = Parameters<typeof recordCopy>[0]

async function note(trx: Trx, event: Recorded<ArticleEvent>): Promise<void> {
  const { stream, recordedAt } = event
  if (event.withdrawn || event.type === 'ArticleWithdrawn') {
    await forgetAltered(trx, stream)
    return forgetCopy(trx, stream)
  }
  switch (event.type) {
    case 'CopyDetected':
      return recordCopy(trx, stream, event.data.originalArticleId, recordedAt)
    case 'CopyRetracted':
      await forgetAltered(trx, stream)
      return recordNoCopy(trx, stream)
    case 'CopyAltered':
      return recordAltered(trx, stream, event.data.originalArticleId)
    case 'CopyAlterationRetracted':
      return forgetAltered(trx, stream)
    case 'ArticleExtracted':
      await forgetAltered(trx, stream)
      await recordAlteredDue(trx, stream, recordedAt)
      await recordOriginalChanged(trx, stream, recordedAt)
      return recordCopyChanged(trx, stream, recordedAt)
  }
  return recordCopyLooked(trx, [stream], recordedAt)
}

async function judge(dependencies: Dependencies, check: CopyCheck): Promise<void> {
  const { database, logger, judgeCopy } = dependencies
  const { copyId, originalId } = check
  if (!(await isRead(database, copyId))) return
  const original = await readingsOf(database, originalId)
  const copy = (await readingsOf(database, copyId)).at(-1)
  const originalSeenAt = await lastLook(database, originalId)
  const found =
    copy === undefined || original.length === 0 || originalSeenAt === null
      ? null
      : await judgeCopy({ original, copy, originalSeenAt })
  // Both texts: the same lag is one finding, however often the pair is judged.
  const causeOf = ({
    contentSha256,
    originalContentSha256,
  }: {
    contentSha256: string
    originalContentSha256: string
  }) => `${FOLLOWING_COPIES}/${copyId}/${contentSha256}/${originalContentSha256}/${check.since.toISOString()}`
  if (found?.outdated) {
    const data = { originalArticleId: originalId, ...found.outdated }
    const cause = causeOf(data)
    const recorded = await recordFinding(dependencies, copyId, { type: 'RecordOutdatedCopy', data }, cause)
    if (recorded.length > 0) logger.info({ copyId, originalId }, 'copy still says what its original has corrected')
  }
  if (found?.altered) {
    const data = { originalArticleId: originalId, ...found.altered }
    const cause = `${causeOf(data)}/altered`
    const recorded = await recordFinding(dependencies, copyId, { type: 'RecordAlteredCopy', data }, cause)
    if (recorded.length > 0) logger.info({ copyId, originalId }, 'copy says what its original never said')
  }
  await settleCopyCheck(database.db, check)
}

/** Takes a finding back that the original has overtaken. */
async function judgeAltered(dependencies: Dependencies, check: AlteredCopyCheck): Promise<void> {
  const { database, logger } = dependencies
  const { copyId, originalId } = check
  const events = await readStream<ArticleEvent>(database, copyId)
  const finding = events.findLast((event) => event.type === 'CopyAltered' && !event.withdrawn)
  const found =
    finding?.type === 'CopyAltered' ? findTakenOver(await readingsOf(database, originalId), finding.data) : null
  if (found !== null) {
    const data = { originalArticleId: originalId, ...found }
    const cause = `${FOLLOWING_COPIES}/taken-over/${finding!.eventId}`
    const recorded = await recordFinding(dependencies, copyId, { type: 'RetractCopyAlteration', data }, cause)
    if (recorded.length > 0) logger.info({ copyId, originalId }, 'original says now what its copy was found to alter')
  }
  await settleAltered(database.db, check)
}

type FindingCommand = Extract<
  ArticleCommand,
  { type: 'RecordOutdatedCopy' | 'RecordAlteredCopy' | 'RetractCopyAlteration' }
>

/**
 * A finding quotes its original, so none may outlast that: an original withdrawn since it was read is no longer quoted, and a
 * withdrawal waits for the finding that is being recorded, and erases it.
 */
function recordFinding(
  { database, log }: Dependencies,
  copyId: string,
  command: FindingCommand,
  cause: string,
): Promise<readonly Recorded<ArticleEvent>[]> {
  const { originalArticleId } = command.data
  return betweenSteps(database.db, FOLLOWING_COPIES, RECORD_WAIT_MS, async () => {
    const withdrawn = await withdrawnStreams(database, [originalArticleId])
    return withdrawn.size > 0 ? [] : handle(log, article, copyId, command, { cause })
  })
}

/** When an article was last captured, or visited and found unchanged; null: never, or as of an unknown time. */
async function lastLook(database: Dependencies['database'], articleId: string): Promise<string | null> {
  const events = await readStream<ArticleEvent>(database, articleId)
  const captures = events.flatMap((event) => {
    if (event.withdrawn) return []
    if (event.type === 'DocumentImported') return event.data.capturedAt ?? []
    return event.type === 'ArticleFetched' ? (event.data.capturedAt ?? event.data.fetchedAt) : []
  })
  const visited = await lastVisitOf(database.db, articleId)
  return [...captures, ...(visited === null ? [] : [visited.toISOString()])].sort().at(-1) ?? null
}

/** Whether what was last captured of an article has been read: the reactor has asked for it, and nothing is left to do. */
async function isRead(database: Dependencies['database'], articleId: string): Promise<boolean> {
  const events = await readStream<ArticleEvent>(database, articleId)
  const captured = events.findLast(({ type }) => VISITS.includes(type))
  // A visit that found no page says nothing of what the page says.
  if (captured?.type === 'ArticleUnreachable' || captured?.type === 'ArticleGone') return false
  return isTaskSettled(database.db, 'extract-article', articleId, captured?.position ?? 0)
}

async function readingsOf(database: Dependencies['database'], stream: string): Promise<Reading[]> {
  const events = await readStream<ArticleEvent>(database, stream)
  return events
    .filter(
      (event): event is Recorded<ArticleEventOf<'ArticleExtracted'>> =>
        event.type === 'ArticleExtracted' && !event.withdrawn,
    )
    .map(({ data }) => data)
}
