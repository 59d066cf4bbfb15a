import { CLASSIFIER, classify } from '@dateline/classification'
import { openTopicBook, recordOwnTopics } from '@dateline/curation'
import { type ArticleEvent, article } from '@dateline/domain'
import { handle, readStream } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import type { JobData } from '@dateline/queue'
import { settleTask } from '@dateline/work-state'

const QUEUE = 'classify-article'

/** Processor of the queue `classify-article`: read, compute, record. Safe to run twice. */
export function classifyArticle({ database, log, logger }: Pick<Platform, 'database' | 'log' | 'logger'>) {
  const topicBook = openTopicBook(database)
  return async ({ articleId, contentSha256 }: JobData<typeof QUEUE>): Promise<void> => {
    const events = (await readStream<ArticleEvent>(database, articleId)).filter(({ withdrawn }) => !withdrawn)
    const extracted = events.findLast(
      (event) => event.type === 'ArticleExtracted' && event.data.contentSha256 === contentSha256,
    )
    if (extracted?.type === 'ArticleExtracted') {
      const { title, standfirst, text, publishedAt, keywords, section } = extracted.data.extraction
      const classification = classify({
        title: title.value ?? '',
        standfirst: standfirst.value,
        text,
        publishedAt: publishedAt.value?.at ?? null,
        keywords,
        section: section.value,
      })
      const command = {
        type: 'RecordClassification',
        data: { contentSha256, classifier: CLASSIFIER, classification },
      } as const
      const cause = `${QUEUE}/${articleId}/${contentSha256}/${CLASSIFIER}`
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
