import { BadInputError, type Recorded, type StoryEvent } from '@dateline/domain'
import { readLog, readStream, withdraw } from '@dateline/event-store'
import { betweenSteps, GROUPING } from '@dateline/work-state'
import type { Dependencies } from './dependencies.ts'

export type WithdrawnArticle = {
  /** Of the event that tells of it. */
  readonly position: number
  readonly bodiesErased: number
  /** sha256 of the bytes taken out of the archive. */
  readonly captures: readonly string[]
  /** Stories that were named after the article: their view must be folded anew, since its history holds the headline. */
  readonly storiesRenamed: number
}

const REASON_CHARS_MAX = 1_000
const PAGE_EVENTS = 5_000

/** For the step of grouping that is under way. */
const GROUPING_WAIT_MS = 60_000

/**
 * Lawful erasure of one article: its bodies and salts in the log, its bytes in the archive, and with them its text in every
 * view. The log keeps that something was there, when it was withdrawn, and why; a later crawl does not bring it back.
 *
 * May be run again after an interruption: it completes what is missing.
 *
 * @throws {BadInputError} if there is no such article, or no reason.
 */
export async function withdrawArticle(
  dependencies: Dependencies,
  articleId: string,
  reason: string,
): Promise<WithdrawnArticle> {
  const { log, database, archive, now } = dependencies
  if (reason.trim() === '') throw new BadInputError('A withdrawal needs a reason: it is what the record will say.')
  if (reason.length > REASON_CHARS_MAX) {
    throw new BadInputError(`The reason is longer than ${REASON_CHARS_MAX} characters.`)
  }
  const events = articleId.startsWith('article-') ? await readStream(database, articleId) : []
  if (events.length === 0) throw new BadInputError(`There is no article ${articleId}.`)
  const captures = events.flatMap((event) =>
    !event.withdrawn && (event.type === 'ArticleFetched' || event.type === 'DocumentImported')
      ? [event.data.rawSha256]
      : [],
  )
  const at = now().toISOString()
  const cause = `operator/withdraw/${articleId}/${at}`
  const alsoPositions = await betweenSteps(database.db, GROUPING, GROUPING_WAIT_MS, () =>
    leaveStories(dependencies, articleId, cause),
  )
  const event = { type: 'ArticleWithdrawn', data: { reason, withdrawnAt: at } }
  const { told, bodiesErased } = await withdraw(log, { stream: articleId, event, alsoPositions }, { cause })
  for (const sha256 of new Set(captures)) await archive.remove(sha256)
  return {
    position: told.lastPosition,
    bodiesErased,
    captures: [...new Set(captures)],
    storiesRenamed: alsoPositions.length,
  }
}

/**
 * Takes the article out of its story, and its headline off a story that was named after it.
 *
 * @returns positions of story events that repeat the headline.
 */
async function leaveStories({ log, database }: Dependencies, articleId: string, cause: string): Promise<number[]> {
  const repeating: number[] = []
  const memberOf = new Map<string, boolean>()
  for await (const event of storyEvents(database)) {
    if (event.type === 'StoryOpened' && event.data.articleId === articleId) repeating.push(event.position)
    if (event.type === 'ArticleJoinedStory' && event.data.articleId === articleId) memberOf.set(event.stream, true)
    if (event.type === 'ArticleLeftStory' && event.data.articleId === articleId) memberOf.set(event.stream, false)
  }
  const opened = repeating.length > 0
  for (const [storyId, isMember] of memberOf) {
    const left = { type: 'ArticleLeftStory', data: { storyId, articleId, reason: 'withdrawn', movedToStoryId: null } }
    const renamed = {
      type: 'StoryRelabelled',
      data: { storyId, label: 'Story', reason: 'its first article was withdrawn' },
    }
    const events = [...(isMember ? [left] : []), ...(opened ? [renamed] : [])]
    if (events.length > 0) await log.append(storyId, 'any', events, { cause })
  }
  return repeating
}

async function* storyEvents(database: Dependencies['database']): AsyncGenerator<Recorded<StoryEvent>> {
  const types = ['StoryOpened', 'ArticleJoinedStory', 'ArticleLeftStory']
  for (let after = 0; ; ) {
    const page = await readLog(database, { afterPosition: after, limit: PAGE_EVENTS, types })
    if (page.length === 0) return
    for (const event of page) if (!event.withdrawn) yield event as Recorded<StoryEvent>
    after = page.at(-1)!.position
  }
}
