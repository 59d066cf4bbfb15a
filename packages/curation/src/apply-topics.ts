import {
  likenessToExamples,
  matchOwnTopics,
  matchTopic,
  type OwnTopicVerdict,
  textFeatures,
} from '@dateline/classification'
import type { Database } from '@dateline/database'
import { type ArticleEvent, type ArticleEventOf, article } from '@dateline/domain'
import { handle, type Log, readStream } from '@dateline/event-store'
import { articlesSeenSince, countArticlesSeenSince } from '@dateline/read-models'
import { UnknownIdError } from './correction.ts'
import type { Dependencies } from './dependencies.ts'
import { ownTopicId, readTopicBook, type TopicBook } from './own-topics.ts'

type Extracted = ArticleEventOf<'ArticleExtracted'>['data']

const PAGE_ARTICLES = 500

/**
 * Holds one article's text against the topics of a book and records what it is on. Safe to run twice.
 *
 * @param events of its stream, as far as they are not withdrawn.
 * @returns ids of its own topics now.
 */
export async function recordOwnTopics(
  log: Log,
  { topics, definitions }: TopicBook,
  articleId: string,
  { contentSha256, extraction }: Extracted,
  events: readonly ArticleEvent[],
): Promise<string[]> {
  const before = events.filter(({ type }) => type === 'OwnTopicsMatched').length
  if (topics.length === 0 && before === 0) return []
  const { title, standfirst, text } = extraction
  const matched = matchOwnTopics(topics, { title: title.value ?? '', standfirst: standfirst.value, text })
  const command = { type: 'RecordOwnTopics', data: { contentSha256, topics: matched, definitions } } as const
  // Definitions may come back: what was recorded on them then is no answer now.
  const cause = `own-topics/${articleId}/${contentSha256}/${definitions}/${before}`
  await handle(log, article, articleId, command, { cause })
  return matched.map(({ qcode }) => qcode)
}

export type TopicsApplied = { readonly articles: number; readonly all: number; readonly matched: number }

/**
 * Holds past articles against the topics as they are now, oldest first. Interrupted, it is simply begun again: what is
 * recorded is not recorded twice.
 *
 * @param since articles first seen from then on.
 */
export async function* applyTopics({ database, log }: Dependencies, since: Date): AsyncGenerator<TopicsApplied> {
  const book = await readTopicBook(database)
  const all = await countArticlesSeenSince(database.db, since)
  let articles = 0
  let matched = 0
  for (let after: number | null = null; ; ) {
    const page = await articlesSeenSince(database.db, since, after, PAGE_ARTICLES)
    for (const { articleId } of page) {
      const events = await presentEvents(database, articleId)
      const extracted = lastText(events)
      if (extracted !== null) {
        matched += Number((await recordOwnTopics(log, book, articleId, extracted, events)).length > 0)
      }
      articles += 1
      yield { articles, all, matched }
    }
    if (page.length < PAGE_ARTICLES) return
    after = page.at(-1)!.firstPosition
  }
}

export type TopicTrial = {
  readonly topicId: string
  readonly title: string
  /** Null: it is not on the topic. */
  readonly verdict: OwnTopicVerdict | null
  /** Score from which likeness to the examples suffices; null: only the query decides. */
  /** How like the examples it is; from `scoreMin` on that suffices. */
  readonly likeness: number
  readonly scoreMin: number | null
}

/**
 * Whether an article is on a topic, and by which words.
 *
 * @throws {UnknownIdError}
 */
export async function tryTopic(database: Database, name: string, articleId: string): Promise<TopicTrial> {
  const topicId = ownTopicId(name)
  const { topics } = await readTopicBook(database)
  const found = topics.find(({ id }) => id === topicId)
  if (found === undefined) throw new UnknownIdError(`There is no topic ${topicId}.`)
  const extracted = /^article-[0-9a-f]{1,64}$/.test(articleId)
    ? lastText(await presentEvents(database, articleId))
    : null
  if (extracted === null) throw new UnknownIdError(`There is no article ${articleId} with a text.`)
  const { title, standfirst, text } = extracted.extraction
  const whole = standfirst.value === null ? text : `${standfirst.value}\n\n${text}`
  const features = textFeatures(title.value ?? '', whole, 'en')
  const verdict = matchTopic(found, features)
  const likeness = likenessToExamples(found, features)
  return { topicId, title: title.value ?? '', verdict, likeness, scoreMin: found.scoreMin }
}

async function presentEvents(database: Database, articleId: string): Promise<ArticleEvent[]> {
  return (await readStream<ArticleEvent>(database, articleId)).filter(({ withdrawn }) => !withdrawn)
}

/** Text of an article as it stands; null: it has none. */
function lastText(events: readonly ArticleEvent[]): Extracted | null {
  const extracted = events.findLast(({ type }) => type === 'ArticleExtracted')
  return extracted?.type === 'ArticleExtracted' ? extracted.data : null
}
