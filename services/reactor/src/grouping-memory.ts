import { createGrouper, type Decision, type Grouper, toStoryDocument } from '@dateline/classification'
import { GROUPING_EVENTS, isFromPeople, takeInDecision } from '@dateline/curation'
import type { AnyEvent, ArticleEvent, Recorded } from '@dateline/domain'
import { headPosition, readLog, readStream } from '@dateline/event-store'
import type { Platform } from '@dateline/platform'

const PAGE_EVENTS = 2_000
const REMEMBERED = ['ArticleClassified', 'GroupingPromoted', ...GROUPING_EVENTS] as const

/** What grouping knows between two steps. */
export type GroupingMemory = {
  readonly grouper: Grouper
  /** Checkpoint it belongs to: articles up to here are known. */
  readonly position: number
  /** Story events up to here have been taken in or stand in `waiting`. */
  readonly scannedTo: number
  /** Corrections that are not taken in yet: they follow a decision that a process left half recorded. */
  readonly waiting: readonly Recorded<AnyEvent>[]
  /** Of articles after the checkpoint whose decisions were being recorded when a process died: where these begin. */
  readonly begun: ReadonlyMap<string, number>
}

/**
 * Brings the memory to the checkpoint at `position`, from the log: articles are remembered and recorded decisions applied,
 * in log order. A memory that stands at the checkpoint is given back as it is.
 */
export async function remember(
  { database, logger }: Pick<Platform, 'database' | 'logger'>,
  memory: GroupingMemory | null,
  position: number,
): Promise<GroupingMemory> {
  if (memory?.position === position) return memory
  // Another replica has gone on meanwhile: only what it did is read. A memory ahead of the checkpoint is not trusted.
  const known = memory !== null && memory.position < position ? memory : null
  const grouper = known?.grouper ?? createGrouper()
  const scannedTo = await headPosition(database)
  if (scannedTo === 0) return { grouper, position, scannedTo, waiting: [], begun: new Map() }
  const startedAt = performance.now()
  const later = new Set<string>()
  const begun = new Map<string, number>()
  const waiting: Recorded<AnyEvent>[] = []
  let articles = 0
  for await (const event of eventsUpTo(scannedTo)) {
    if (event.withdrawn && event.type !== 'StoryOpened') continue
    if (event.type === 'ArticleClassified') {
      if (event.data.promotion !== undefined) continue
      if (event.position > position) {
        later.add(event.eventId)
        continue
      }
      if (event.position <= (known?.position ?? 0)) continue
      const stream = await readStream<ArticleEvent>(database, event.stream)
      const document = toStoryDocument(stream, event.position)
      if (document === null) continue
      grouper.remember(document)
      articles += 1
    } else if (event.position > (known?.scannedTo ?? 0)) {
      if (later.has(event.cause ?? '')) begun.set(event.cause!, begun.get(event.cause!) ?? event.position)
      else if (begun.size > 0 && isFromPeople(event)) waiting.push(event)
      else if (event.type === 'GroupingPromoted') takeInDecision(grouper, event)
      else grouper.apply({ stream: event.stream, event: readable(event) })
    }
  }
  logger.info({ articles, position, durationMs: Math.round(performance.now() - startedAt) }, 'grouping remembered')
  return { grouper, position, scannedTo, waiting, begun }

  async function* eventsUpTo(last: number): AsyncGenerator<Recorded<AnyEvent>> {
    for (let after = known?.position ?? 0; after < last; ) {
      const page = await readLog(database, { afterPosition: after, limit: PAGE_EVENTS, types: REMEMBERED })
      for (const event of page) if (event.position <= last) yield event
      after = page.length < PAGE_EVENTS ? last : page.at(-1)!.position
    }
  }
}

/** A story whose founder was withdrawn is open all the same; its headline is gone. */
function readable(event: Recorded<AnyEvent>): Decision['event'] {
  if (!event.withdrawn) return event as Decision['event']
  const data = { storyId: event.stream, articleId: '', label: '', grouper: '' }
  return { type: 'StoryOpened', data }
}
