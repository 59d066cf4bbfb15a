import { z } from 'zod'
import { event, instant } from '../event.ts'

/** Facts about one topic of the operators' own, in its own stream `topic-<hash of its id>`. */
export const topicEvent = z.discriminatedUnion('type', [
  /** The first definition, or another in its place. */
  event('TopicDefined', {
    /** e.g. "house:harbour" */
    topicId: z.string(),
    /** Words and phrases of which each speaks for it. */
    query: z.array(z.string()),
    /** Texts on it. */
    examples: z.array(z.object({ title: z.string(), text: z.string() })),
    reason: z.string(),
    actor: z.string(),
    definedAt: instant,
  }),
  event('TopicRemoved', { topicId: z.string(), reason: z.string(), actor: z.string(), removedAt: instant }),
])
export type TopicEvent = z.infer<typeof topicEvent>
export type TopicEventOf<Type extends TopicEvent['type']> = Extract<TopicEvent, { type: Type }>
