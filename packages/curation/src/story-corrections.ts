import type { Grouper } from '@dateline/classification'
import type { Database } from '@dateline/database'
import type { AnyEvent, Recorded } from '@dateline/domain'
import { headPosition, readLog } from '@dateline/event-store'

/** Types of all events that tell what stands in which story, and whose copy it is. */
export const GROUPING_EVENTS = [
  'StoryOpened',
  'ArticleJoinedStory',
  'ArticleLeftStory',
  'ArticleReleased',
  'StoryMerged',
  'StorySplit',
  'StoriesKeptApart',
  'StoryRelabelled',
  'StoryTopicsSet',
  'CopyDetected',
  'CopyRetracted',
  'CopyReleased',
] as const satisfies readonly AnyEvent['type'][]

type Decided = Extract<AnyEvent, { type: (typeof GROUPING_EVENTS)[number] }>

/** What grouping takes in from people: corrections of stories and copies, and another model. */
const FROM_PEOPLE = [...GROUPING_EVENTS, 'GroupingPromoted'] as const

const PAGE_EVENTS = 2_000

/** Events of grouping that no article caused: an operator's. They count from their own place in the log. */
export function isCorrection(event: Recorded<AnyEvent>): event is Recorded<Decided> {
  return isGroupingEvent(event) && (event.cause?.startsWith('operator/') ?? false)
}

function isGroupingEvent(event: Recorded<AnyEvent>): event is Recorded<Decided> {
  return (GROUPING_EVENTS as readonly string[]).includes(event.type)
}

/** What is taken in at its own place in the log, before the decisions that follow it. */
export function isFromPeople(event: Recorded<AnyEvent>): boolean {
  return isCorrection(event) || event.type === 'GroupingPromoted'
}

/** Takes in what people have decided. */
export function takeInDecision(grouper: Grouper, event: Recorded<AnyEvent>): void {
  if (event.type === 'GroupingPromoted') grouper.use(event.data.model)
  else if (isCorrection(event)) grouper.apply({ stream: event.stream, event })
}

/** Corrections and models after a position, and the end of the log up to which it holds no others. */
export async function readCorrections(
  database: Database,
  afterPosition: number,
): Promise<{ corrections: Recorded<AnyEvent>[]; head: number }> {
  const head = await headPosition(database)
  const corrections: Recorded<AnyEvent>[] = []
  for (let after = afterPosition; after < head; ) {
    const page = await readLog(database, { afterPosition: after, limit: PAGE_EVENTS, types: FROM_PEOPLE })
    corrections.push(...page.filter((event) => isFromPeople(event) && !event.withdrawn))
    after = page.length < PAGE_EVENTS ? head : page.at(-1)!.position
  }
  // One that came while this was read is left to the next step; none can come while the step holds its checkpoint.
  return { corrections: corrections.filter(({ position }) => position <= head), head }
}
