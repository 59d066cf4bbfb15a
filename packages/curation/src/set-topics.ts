import { type ArticleEvent, article, BadInputError } from '@dateline/domain'
import { handle, readStream } from '@dateline/event-store'
import { correcting } from './correct-stories.ts'
import { type Corrected, type Correction, checkCorrection, UnknownIdError } from './correction.ts'
import { currentStory } from './current-story.ts'
import type { Dependencies } from './dependencies.ts'

export const TOPICS_MAX = 20

/** "medtop:11000000", "house:harbour" */
export const TOPIC_ID = /^[a-z][a-z0-9-]{0,30}:[\w.-]{1,60}$/

/**
 * What a story is about, as a person says.
 *
 * @param topics null: what its articles are about, as before.
 */
export async function setStoryTopics(
  dependencies: Dependencies,
  storyId: string,
  topics: readonly string[] | null,
  correction: Correction,
): Promise<Corrected> {
  const who = checkCorrection(correction)
  const set = topics === null ? null : checkTopics(topics)
  return await correcting(dependencies, `retopic/${storyId}`, async (record) => {
    await currentStory(dependencies, storyId)
    await record(storyId, [{ type: 'SetStoryTopics', data: { storyId, topics: set, ...who } }])
    return storyId
  })
}

/**
 * What an article is about, as a person says: later classifications leave it alone.
 *
 * @param topics null: what the classifier says, as before.
 */
export async function setArticleTopics(
  { database, log, now }: Dependencies,
  articleId: string,
  topics: readonly string[] | null,
  correction: Correction,
): Promise<{ articleId: string; position: number | null }> {
  const who = checkCorrection(correction)
  const events = /^article-[0-9a-f]{1,64}$/.test(articleId) ? await readStream<ArticleEvent>(database, articleId) : []
  if (events.length === 0) throw new UnknownIdError(`There is no article ${articleId}.`)
  const set = topics === null ? automatic(events) : checkTopics(topics)
  const command = { type: 'SetTopics', data: { topics: set, kept: topics !== null, ...who } } as const
  const cause = `operator/retopic/${articleId}/${now().toISOString()}`
  const recorded = await handle(log, article, articleId, command, { cause })
  return { articleId, position: recorded.at(-1)?.position ?? null }
}

function automatic(events: readonly ArticleEvent[]): string[] {
  const classified = events.findLast((event) => event.type === 'ArticleClassified')
  const own = events.findLast((event) => event.type === 'OwnTopicsMatched')
  const verdicts = [
    ...(classified?.type === 'ArticleClassified' ? (classified.data?.classification.topics ?? []) : []),
    ...(own?.type === 'OwnTopicsMatched' ? (own.data?.topics ?? []) : []),
  ]
  return verdicts.map(({ qcode }) => qcode)
}

/** Codes of the taxonomy: seventeen top levels, and what is below them. @see https://cv.iptc.org/newscodes/mediatopic/ */
const MEDIA_TOPIC = /^medtop:(?:(?:0[1-9]|1[0-7])0{6}|20\d{6})$/

function isTopic(topic: string): boolean {
  return topic.startsWith('medtop:') ? MEDIA_TOPIC.test(topic) : TOPIC_ID.test(topic)
}

function checkTopics(topics: readonly string[]): string[] {
  const wrong = topics.find((topic) => !isTopic(topic))
  if (wrong !== undefined) {
    throw new BadInputError(`"${wrong}" is not the id of a topic: it looks like medtop:11000000 or house:harbour.`)
  }
  if (topics.length > TOPICS_MAX) throw new BadInputError(`At most ${TOPICS_MAX} topics can be set.`)
  return [...new Set(topics)]
}
