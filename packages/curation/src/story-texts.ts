import { type Copy, type StoryDocument, toStoryDocument } from '@dateline/classification'
import type { Database } from '@dateline/database'
import type { ArticleEvent, Recorded } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { type ArticleSummary, type AsOf, getStory, type StoryDetail, storyArticles } from '@dateline/read-models'
import { UnknownIdError } from './correction.ts'

/** Pages whose texts are read for one story: the first to join. */
export const STORY_PAGES_MAX = 300

export type StoryTexts = {
  readonly story: StoryDetail
  readonly articles: readonly {
    readonly summary: ArticleSummary
    readonly document: StoryDocument
    readonly copy: Copy | null
  }[]
  /** Pages of the story that were not read, beyond STORY_PAGES_MAX. */
  readonly unread: number
}

/**
 * A story with the texts of its articles, as grouping saw them.
 *
 * @throws {UnknownIdError} if there is no such story.
 */
export async function readStoryTexts(database: Database, storyId: string, asOf?: AsOf): Promise<StoryTexts> {
  const story = /^story-[0-9a-f]{1,64}$/.test(storyId) ? await getStory(database.db, storyId, asOf) : null
  if (story === null) throw new UnknownIdError(`There is no story ${storyId}.`)
  const { items } = await storyArticles(database.db, story.storyId, null, STORY_PAGES_MAX, asOf)
  const articles: StoryTexts['articles'][number][] = []
  for (const { article: summary } of items) {
    const all = await readStream<ArticleEvent>(database, summary.articleId)
    const events = all.filter(({ position, withdrawn }) => !withdrawn && position <= (asOf ?? Number.POSITIVE_INFINITY))
    const document = latestDocument(events)
    if (document !== null) articles.push({ summary, document, copy: copyOf(events) })
  }
  return { story, articles, unread: Math.max(0, story.articleCount - items.length) }
}

/** An article as grouping saw it last; null: it has no text. */
export function latestDocument(events: readonly Recorded<ArticleEvent>[]): StoryDocument | null {
  const classified = events.findLast(({ type, withdrawn }) => type === 'ArticleClassified' && !withdrawn)
  return classified === undefined ? null : toStoryDocument(events, classified.position)
}

/** What was recorded last of whose copy it is; who said so is kept when it follows its original, which is found to be a copy itself. */
export function copyOf(events: readonly Recorded<ArticleEvent>[]): Copy | null {
  let copy: Copy | null = null
  for (const { type, data } of events) {
    if (type === 'CopyRetracted' && copy?.originalArticleId === data.originalArticleId) copy = null
    else if (type === 'CopyReleased' && copy?.originalArticleId === data.originalArticleId) copy = unsigned(copy)
    else if (type === 'CopyDetected') copy = data.actor === undefined ? { ...data, ...signatureOf(copy) } : data
  }
  return copy
}

function signatureOf(copy: Copy | null): Pick<Copy, 'actor' | 'reason'> {
  return copy?.actor === undefined ? {} : { actor: copy.actor, reason: copy.reason }
}

function unsigned({ actor: _actor, reason: _reason, ...copy }: Copy): Copy {
  return copy
}
