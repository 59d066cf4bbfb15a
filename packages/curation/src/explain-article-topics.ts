import { explainTopics, type TopicExplanation, type TopicModel } from '@dateline/classification'
import type { Database } from '@dateline/database'
import type { ArticleEvent } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { UnknownIdError } from './correction.ts'

export type ArticleTopicsExplained = {
  readonly title: string
  /** Of the text, as it was found; null: unknown. */
  readonly language: string | null
  /** Model of the verdict that stands, and whether it is the one that explains. */
  readonly verdictBy: string
  readonly isSameModel: boolean
  /** Topics of the verdict. */
  readonly verdict: readonly string[]
  readonly topics: readonly TopicExplanation[]
}

/**
 * The computation behind an article's top levels, made once more from its text.
 *
 * @throws {UnknownIdError} if there is no such article, or it has not been classified.
 */
export async function explainArticleTopics(
  database: Database,
  articleId: string,
  model: TopicModel,
): Promise<ArticleTopicsExplained> {
  const stream = /^article-[0-9a-f]{1,64}$/.test(articleId) ? await readStream<ArticleEvent>(database, articleId) : []
  const events = stream.filter(({ withdrawn }) => !withdrawn)
  const classified = events.findLast((event) => event.type === 'ArticleClassified')
  if (classified?.type !== 'ArticleClassified')
    throw new UnknownIdError(`There is no article ${articleId} that has been classified.`)
  const { contentSha256, classification } = classified.data
  const extracted = events.findLast(
    (event) => event.type === 'ArticleExtracted' && event.data.contentSha256 === contentSha256,
  )
  if (extracted?.type !== 'ArticleExtracted') throw new UnknownIdError(`The text of ${articleId} is gone.`)
  const { title, text } = extracted.data.extraction
  return {
    title: title.value ?? '',
    language: classification.language?.code ?? null,
    verdictBy: classification.model,
    isSameModel: classification.model === model.id,
    verdict: classification.topics.map(({ qcode }) => qcode),
    topics: explainTopics(title.value ?? '', text, model),
  }
}
