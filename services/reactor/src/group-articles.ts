import { createGrouper, type Grouper } from '@dateline/classification'
import type { AnyEvent, ArticleEvent, Recorded } from '@dateline/domain'
import { readLog, readStream } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import { advanceConsumer } from '@dateline/work-state'
import { toStoryDocument } from './story-document.ts'

const CONSUMER = 'group-articles'
const PAGE_EVENTS = 200
const REPLAY_PAGE_EVENTS = 2_000

type Dependencies = Pick<Platform, 'database' | 'log' | 'logger'>

/**
 * Groups articles into stories, in log order. The grouper's memory is made again from the log: what was recorded is
 * applied, never decided a second time. Decisions carry the event that caused them, so appending them again after a
 * crash gives the first answer.
 *
 * @returns one step of the loop.
 */
export function groupArticles(dependencies: Dependencies): () => Promise<{ more: boolean }> {
  const { database, log, logger } = dependencies
  // Which position the memory stands at; null: it must be made again.
  let memory: { grouper: Grouper; position: number } | null = null

  return async () => {
    let read = 0
    await advanceConsumer(database.db, CONSUMER, async (_trx, position) => {
      const grouper = await rememberUpTo(dependencies, memory, position)
      memory = null // a step that fails half-way leaves a memory nobody can trust
      const events = await readLog(database, { afterPosition: position, limit: PAGE_EVENTS })
      read = events.length
      for (const event of events) {
        if (event.type === 'ArticleClassified') await decide(grouper, event)
        else if (isCorrection(event)) grouper.apply({ stream: event.stream, event })
      }
      const next = events.at(-1)?.position ?? position
      memory = { grouper, position: next }
      return next
    })
    return { more: read === PAGE_EVENTS }
  }

  async function decide(grouper: Grouper, event: Recorded<AnyEvent>): Promise<void> {
    const stream = await readStream<ArticleEvent>(database, event.stream)
    const document = toStoryDocument(stream, event.position)
    if (document === null) return
    const decisions = grouper.observe(document, event.eventId)
    for (const { stream: target, events } of byStream(decisions)) {
      await log.append(target, 'any', events, { cause: event.eventId })
    }
    const { articleId } = document
    const storyId = grouper.storyOf(articleId)
    logger.info({ articleId, storyId, appended: decisions.map((decision) => decision.event.type) }, 'article grouped')
  }
}

/** Story events that no article caused: an operator's. They count from their own place in the log. */
function isCorrection(event: Recorded<AnyEvent>): event is Recorded<Extract<AnyEvent, { type: `Story${string}` }>> {
  return event.stream.startsWith('story-') && (event.cause?.startsWith('operator/') ?? false)
}

function byStream(decisions: ReturnType<Grouper['observe']>) {
  const streams = new Map<string, ReturnType<Grouper['observe']>[number]['event'][]>()
  for (const { stream, event } of decisions) streams.set(stream, [...(streams.get(stream) ?? []), event])
  return [...streams].map(([stream, events]) => ({ stream, events }))
}

/** Brings the memory to where it was after the event at `position`, from the log. */
async function rememberUpTo(
  { database, logger }: Dependencies,
  memory: { grouper: Grouper; position: number } | null,
  position: number,
): Promise<Grouper> {
  // Another replica has gone on meanwhile: only what it did is read. A memory ahead of the checkpoint is not trusted.
  const known = memory !== null && memory.position <= position ? memory : null
  const grouper = known?.grouper ?? createGrouper()
  const from = known?.position ?? 0
  if (from === position) return grouper
  const startedAt = performance.now()
  const decided = new Map<string, Recorded<AnyEvent>[]>()
  for await (const event of eventsUpTo(Number.POSITIVE_INFINITY)) {
    const isDecision = (event.stream.startsWith('story-') || event.type === 'CopyDetected') && !isCorrection(event)
    if (isDecision && event.cause !== null) decided.set(event.cause, [...(decided.get(event.cause) ?? []), event])
  }
  let articles = 0
  for await (const event of eventsUpTo(position)) {
    if (isCorrection(event)) grouper.apply({ stream: event.stream, event })
    if (event.type !== 'ArticleClassified') continue
    const stream = await readStream<ArticleEvent>(database, event.stream)
    const document = toStoryDocument(stream, event.position)
    if (document === null) continue
    grouper.remember(document)
    for (const decision of decided.get(event.eventId) ?? []) {
      grouper.apply({ stream: decision.stream, event: decision as never })
    }
    articles += 1
  }
  logger.info({ articles, position, durationMs: Math.round(performance.now() - startedAt) }, 'grouping remembered')
  return grouper

  async function* eventsUpTo(last: number): AsyncGenerator<Recorded<AnyEvent>> {
    for (let after = from; after < last; ) {
      const page = (await readLog(database, {
        afterPosition: after,
        limit: REPLAY_PAGE_EVENTS,
      })) as Recorded<AnyEvent>[]
      if (page.length === 0) return
      for (const event of page) if (event.position <= last) yield event
      after = page.at(-1)!.position
    }
  }
}
