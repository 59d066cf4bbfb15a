import { type Story, type StoryEvent, story } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { getArticle, storiesOfArticle } from '@dateline/read-models'
import { ConflictError, UnknownIdError } from './correction.ts'
import type { Dependencies } from './dependencies.ts'

/**
 * A story as the log has it.
 *
 * @throws {UnknownIdError} if there is none.
 * @throws {ConflictError} if it was merged: the message names the story that goes on.
 */
export async function currentStory({ database }: Dependencies, storyId: string): Promise<Story> {
  const events = /^story-[0-9a-f]{1,64}$/.test(storyId) ? await readStream<StoryEvent>(database, storyId) : []
  if (events.length === 0) throw new UnknownIdError(`There is no story ${storyId}.`)
  const state = events.filter(({ withdrawn }) => !withdrawn).reduce(story.evolve, story.initial)
  if (state.mergedInto !== null) {
    throw new ConflictError(`Story ${storyId} was merged into ${state.mergedInto}: name that one.`)
  }
  return state
}

/**
 * The story an article stands in, and its title.
 *
 * @throws {UnknownIdError} if there is no such article.
 * @throws {ConflictError} if it stands in none, having no text.
 */
export async function storyOfArticle(
  dependencies: Dependencies,
  articleId: string,
): Promise<{ storyId: string; story: Story; title: string | null }> {
  const found = /^article-[0-9a-f]{1,64}$/.test(articleId)
    ? await getArticle(dependencies.database.db, articleId)
    : null
  if (found === null) throw new UnknownIdError(`There is no article ${articleId}.`)
  const { storyId, title, status } = found
  if (storyId === null)
    throw new ConflictError(`Article ${articleId} is in no story (${status}): there is nothing to move.`)
  const state = await currentStory(dependencies, storyId)
  if (!state.members.has(articleId)) {
    throw new ConflictError(`Article ${articleId} is just being moved by another decision: try again in a moment.`)
  }
  return { storyId, story: state, title }
}

/** Whether the place of an article was last decided by a person, left open by one again, or by grouping alone. */
export async function placedBy(
  { database }: Dependencies,
  articleId: string,
): Promise<'person' | 'released' | 'grouping'> {
  let last: { readonly position: number; readonly by: 'person' | 'released' } | null = null
  for (const storyId of await storiesOfArticle(database.db, articleId)) {
    for (const { type, data, position, withdrawn } of await readStream<StoryEvent>(database, storyId)) {
      if (withdrawn || !('articleId' in data) || data.articleId !== articleId || data.actor === undefined) continue
      const by = type === 'ArticleReleased' ? 'released' : 'person'
      if (type !== 'StoryOpened' && position > (last?.position ?? 0)) last = { position, by }
    }
  }
  return last?.by ?? 'grouping'
}
