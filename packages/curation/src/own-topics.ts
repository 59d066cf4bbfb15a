import { compileTopic, type OwnTopic, type TopicDefinition } from '@dateline/classification'
import type { Database } from '@dateline/database'
import { BadInputError, sha256Hex, type Topic, type TopicEvent, topic, topicStream } from '@dateline/domain'
import { handle, listStreams, readStream } from '@dateline/event-store'
import { ConflictError, type Correction, checkCorrection, UnknownIdError } from './correction.ts'
import type { Dependencies } from './dependencies.ts'

export const OWN_TOPICS_MAX = 200
const OWN_ID = /^(?!medtop:)[a-z][a-z0-9-]{0,30}:[a-z0-9][a-z0-9.-]{0,59}$/

/** Characters kept of one example: the head of a text says what it is about. */
const EXAMPLE_CHARS_MAX = 20_000
const TERM_CHARS_MAX = 200

/** All topics of the operators' own that are in force. */
export type TopicBook = {
  /** sha256 over all definitions: part of every verdict. */
  readonly definitions: string
  readonly topics: readonly OwnTopic[]
  readonly sources: readonly TopicDefinition[]
}

/**
 * "harbour" is "house:harbour".
 *
 * @throws {BadInputError}
 */
export function ownTopicId(name: string): string {
  const id = name.includes(':') ? name : `house:${name}`
  if (OWN_ID.test(id)) return id
  throw new BadInputError(
    `"${name}" cannot be the id of a topic: use small letters, digits and -, such as harbour or house:harbour.`,
  )
}

/** The rules of all topics, read again only when one has changed. */
export function openTopicBook(database: Database): () => Promise<TopicBook> {
  let known: { versions: string; book: TopicBook } | null = null
  return async () => {
    const streams = await listStreams(database, 'topic', OWN_TOPICS_MAX)
    const versions = JSON.stringify(streams)
    if (known?.versions !== versions) known = { versions, book: await readBook(database, streams) }
    return known.book
  }
}

export async function readTopicBook(database: Database): Promise<TopicBook> {
  return await openTopicBook(database)()
}

async function readBook(database: Database, streams: readonly { readonly stream: string }[]): Promise<TopicBook> {
  const sources: TopicDefinition[] = []
  for (const { stream } of streams) {
    const { definition } = await currentTopic(database, stream)
    if (definition !== null)
      sources.push({ id: definition.topicId, query: definition.query, examples: definition.examples })
  }
  sources.sort((a, b) => (a.id < b.id ? -1 : 1))
  const topics = sources.map(compileTopic).filter((compiled): compiled is OwnTopic => !('problem' in compiled))
  return { definitions: sha256Hex(JSON.stringify(sources)), topics, sources }
}

async function currentTopic(database: Database, stream: string): Promise<Topic> {
  const events = await readStream<TopicEvent>(database, stream)
  return events.filter(({ withdrawn }) => !withdrawn).reduce(topic.evolve, topic.initial)
}

/**
 * Defines a topic, or defines it anew. Later articles are held against it at once; earlier ones by `applyTopics`.
 *
 * @throws {BadInputError} for a definition that cannot be used: the message says what it lacks.
 */
export async function defineTopic(
  { database, log, now }: Dependencies,
  { id, query = [], examples = [] }: TopicDefinition,
  correction: Correction,
): Promise<{ topicId: string; position: number | null }> {
  const who = checkCorrection(correction)
  const topicId = ownTopicId(id)
  const definition = {
    query: query.map((term) => term.trim().slice(0, TERM_CHARS_MAX)).filter((term) => term !== ''),
    examples: examples.map(({ title, text }) => ({
      title: title.slice(0, 500),
      text: text.slice(0, EXAMPLE_CHARS_MAX),
    })),
  }
  const compiled = compileTopic({ id: topicId, ...definition })
  if ('problem' in compiled) throw new BadInputError(compiled.problem)
  const stream = topicStream(topicId)
  const others = await listStreams(database, 'topic', OWN_TOPICS_MAX)
  if (others.length === OWN_TOPICS_MAX && !others.some((other) => other.stream === stream)) {
    throw new ConflictError(`There are ${OWN_TOPICS_MAX} topics already: define one of them anew.`)
  }
  const definedAt = now().toISOString()
  const command = { type: 'DefineTopic', data: { topicId, ...definition, ...who, definedAt } } as const
  const recorded = await handle(log, topic, stream, command, { cause: `operator/topic/${topicId}/${definedAt}` })
  return { topicId, position: recorded.at(-1)?.position ?? null }
}

/**
 * Later articles are not held against it any more; those that have it keep it until `applyTopics`.
 *
 * @throws {UnknownIdError}
 */
export async function removeTopic(
  { database, log, now }: Dependencies,
  name: string,
  correction: Correction,
): Promise<{ topicId: string; position: number | null }> {
  const who = checkCorrection(correction)
  const topicId = ownTopicId(name)
  const stream = topicStream(topicId)
  if ((await currentTopic(database, stream)).definition === null)
    throw new UnknownIdError(`There is no topic ${topicId}.`)
  const removedAt = now().toISOString()
  const command = { type: 'RemoveTopic', data: { topicId, ...who, removedAt } } as const
  const recorded = await handle(log, topic, stream, command, {
    cause: `operator/topic-removed/${topicId}/${removedAt}`,
  })
  return { topicId, position: recorded.at(-1)?.position ?? null }
}
