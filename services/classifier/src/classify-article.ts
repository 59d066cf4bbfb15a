import { CLASSIFIER, classify, type TopicModel } from '@dateline/classification'
import { openTopicBook, openTopicModels, recordOwnTopics } from '@dateline/curation'
import { type ArticleEvent, article } from '@dateline/domain'
import { handle, readStream } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import type { JobData } from '@dateline/queue'
import { settleTask } from '@dateline/work-state'

const QUEUE = 'classify-article'

type Dependencies = Pick<Platform, 'database' | 'log' | 'logger' | 'archive'>

/**
 * Processor of the queue `classify-article`: read, compute, record. Safe to run twice.
 *
 * @param own model of topics that the setting TOPIC_MODEL names, for as long as none is promoted.
 */
export function classifyArticle({ database, log, logger, archive }: Dependencies, own: TopicModel | null = null) {
  const topicBook = openTopicBook(database)
  const modelInForce = openTopicModels({ database, archive }, own)
  return async ({ articleId, contentSha256 }: JobData<typeof QUEUE>): Promise<void> => {
    const events = (await readStream<ArticleEvent>(database, articleId)).filter(({ withdrawn }) => !withdrawn)
    const extracted = events.findLast(
      (event) => event.type === 'ArticleExtracted' && event.data.contentSha256 === contentSha256,
    )
    if (extracted?.type === 'ArticleExtracted') {
      const { title, standfirst, text, publishedAt, keywords, section } = extracted.data.extraction
      const model = await modelInForce()
      const page = {
        title: title.value ?? '',
        standfirst: standfirst.value,
        text,
        publishedAt: publishedAt.value?.at ?? null,
        keywords,
        section: section.value,
      }
      const classification = classify(page, model)
      const command = {
        type: 'RecordClassification',
        data: { contentSha256, classifier: CLASSIFIER, classification },
      } as const
      // Another model may say something else of the same text.
      const cause = `${QUEUE}/${articleId}/${contentSha256}/${CLASSIFIER}/${model.id}`
      const recorded = await handle(log, article, articleId, command, { cause })
      const { language, topics } = classification
      const ownTopics = await recordOwnTopics(log, await topicBook(), articleId, extracted.data, events)
      const appended = recorded.map(({ type }) => type)
      logger.info(
        { articleId, language: language?.code, topics: topics.map(({ qcode }) => qcode), ownTopics, appended },
        'classification recorded',
      )
    }
    await settleTask(database.db, QUEUE, articleId, { articleId, contentSha256 })
  }
}
