import { z } from 'zod'
import { event, instant } from '../event.ts'

/** The stream of what grouping goes by. */
export const GROUPING_STREAM = 'grouping-model'

/** Facts about how articles are put into stories. */
export const groupingEvent = z.discriminatedUnion('type', [
  /** From here on stories are grouped by this model, which was tried on the whole log before. */
  event('GroupingPromoted', {
    trialId: z.string(),
    model: z.object({ id: z.string(), weights: z.array(z.number()) }),
    /** What the trial showed. */
    articlesMoved: z.int().nonnegative(),
    storiesBefore: z.int().nonnegative(),
    storiesAfter: z.int().nonnegative(),
    reason: z.string(),
    actor: z.string(),
    promotedAt: instant,
  }),
])
export type GroupingEvent = z.infer<typeof groupingEvent>
export type GroupingEventOf<Type extends GroupingEvent['type']> = Extract<GroupingEvent, { type: Type }>
