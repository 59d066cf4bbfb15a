import { type Grouper, toStoryDocument } from '@dateline/classification'
import { readCorrections, takeInDecision } from '@dateline/curation'
import type { AnyEvent, ArticleEvent, Recorded } from '@dateline/domain'
import { readLog, readStream } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'
import { advanceConsumer, GROUPING } from '@dateline/work-state'
import { type GroupingMemory, remember } from './grouping-memory.ts'

const PAGE_EVENTS = 200

type Dependencies = Pick<Platform, 'database' | 'log' | 'logger'>

/**
 * Groups articles into stories, in log order. The grouper's memory is made again from the log: what was recorded is
 * applied, never decided a second time. Decisions carry the event that caused them, so appending them again after a
 * crash gives the first answer.
 *
 * People correct stories between two steps, never amid one, and a step begins by taking in their corrections: so every
 * decision knows all that stood in the log before it.
 *
 * @returns one step of the loop.
 */
export function groupArticles(dependencies: Dependencies): () => Promise<{ more: boolean }> {
  const { database, log, logger } = dependencies
  // null: it must be made again.
  let memory: GroupingMemory | null = null

  return async () => {
    let read = 0
    await advanceConsumer(database.db, GROUPING, async (_trx, position) => {
      const known = await remember(dependencies, memory, position)
      memory = null // a step that fails half-way leaves a memory nobody can trust
      const { corrections, head } = await readCorrections(database, known.scannedTo)
      const waiting = [...known.waiting, ...corrections]
      const events = await readLog(database, { afterPosition: position, limit: PAGE_EVENTS })
      read = events.length
      let scannedTo = head
      for (const event of events) {
        // A promoted verdict says nothing new of the text, which has been grouped.
        if (event.type !== 'ArticleClassified' || event.data?.promotion !== undefined) continue
        // An event that was being decided when a process died is decided as it was then: later corrections come after it.
        const begun = known.begun.get(event.eventId) ?? Number.POSITIVE_INFINITY
        takeIn(known.grouper, waiting, begun)
        scannedTo = Math.max(scannedTo, await decide(known.grouper, event))
      }
      takeIn(known.grouper, waiting, Number.POSITIVE_INFINITY)
      const next = events.at(-1)?.position ?? position
      memory = { grouper: known.grouper, position: next, scannedTo, waiting: [], begun: new Map() }
      return next
    })
    return { more: read === PAGE_EVENTS }
  }

  /** @returns position of the last decision. */
  async function decide(grouper: Grouper, event: Recorded<AnyEvent>): Promise<number> {
    const stream = await readStream<ArticleEvent>(database, event.stream)
    const document = toStoryDocument(stream, event.position)
    if (document === null) return 0
    const decisions = grouper.observe(document, event.eventId)
    let last = 0
    for (const { stream: target, events } of byStream(decisions)) {
      const { lastPosition } = await log.append(target, 'any', events, { cause: event.eventId })
      last = Math.max(last, lastPosition)
    }
    const { articleId } = document
    const storyId = grouper.storyOf(articleId)
    logger.info({ articleId, storyId, appended: decisions.map((decision) => decision.event.type) }, 'article grouped')
    return last
  }
}

function takeIn(grouper: Grouper, waiting: Recorded<AnyEvent>[], before: number): void {
  while (waiting[0] !== undefined && waiting[0].position < before) takeInDecision(grouper, waiting.shift()!)
}

function byStream(decisions: ReturnType<Grouper['observe']>) {
  const streams = new Map<string, ReturnType<Grouper['observe']>[number]['event'][]>()
  for (const { stream, event } of decisions) streams.set(stream, [...(streams.get(stream) ?? []), event])
  return [...streams].map(([stream, events]) => ({ stream, events }))
}
