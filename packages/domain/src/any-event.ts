import { z } from 'zod'
import { articleEvent } from './article/events.ts'
import { classifyingEvent } from './classifying/events.ts'
import { extractingEvent } from './extracting/events.ts'
import { groupingEvent } from './grouping/events.ts'
import { sourceEvent } from './source/events.ts'
import { storyEvent } from './story/events.ts'
import { topicEvent } from './topic/events.ts'

/** Every event there is: what the log may hold. */
export const anyEvent = z.union([
  articleEvent,
  sourceEvent,
  storyEvent,
  topicEvent,
  groupingEvent,
  classifyingEvent,
  extractingEvent,
])
export type AnyEvent = z.infer<typeof anyEvent>
