import type { Database } from '@dateline/database'
import type { AnyEvent, Recorded } from '@dateline/domain'
import { headPosition, readLog } from '@dateline/event-store'

type StoryTypes = Extract<AnyEvent, { type: `Story${string}` | 'ArticleJoinedStory' | 'ArticleLeftStory' }>

/** Types of all events that tell what stands in which story. */
export const STORY_EVENTS = [
  'StoryOpened',
  'ArticleJoinedStory',
  'ArticleLeftStory',
  'StoryMerged',
  'StorySplit',
  'StoryRelabelled',
  'StoryTopicsSet',
] as const satisfies readonly StoryTypes['type'][]

const PAGE_EVENTS = 2_000

/** Story events that no article caused: an operator's. They count from their own place in the log. */
export function isCorrection(event: Recorded<AnyEvent>): event is Recorded<StoryTypes> {
  return event.stream.startsWith('story-') && (event.cause?.startsWith('operator/') ?? false)
}

/** Corrections after a position, and the end of the log up to which it holds no others. */
export async function readCorrections(
  database: Database,
  afterPosition: number,
): Promise<{ corrections: Recorded<AnyEvent>[]; head: number }> {
  const head = await headPosition(database)
  const corrections: Recorded<AnyEvent>[] = []
  for (let after = afterPosition; after < head; ) {
    const page = await readLog(database, { afterPosition: after, limit: PAGE_EVENTS, types: STORY_EVENTS })
    corrections.push(...page.filter((event) => isCorrection(event) && !event.withdrawn))
    after = page.length < PAGE_EVENTS ? head : page.at(-1)!.position
  }
  // One that came while this was read is left to the next step; none can come while the step holds its checkpoint.
  return { corrections: corrections.filter(({ position }) => position <= head), head }
}
