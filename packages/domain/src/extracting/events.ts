import { z } from 'zod'
import { event, instant } from '../event.ts'

/** The stream of which version of the extractor stands. */
export const EXTRACTING_STREAM = 'extractor-version'

/** Facts about how pages are read. */
export const extractingEvent = z.discriminatedUnion('type', [
  /**
   * The readings of a run over the archive take the place of those that stand, each recorded in its article's stream with the id of
   * this event. What stood before can be read as of before.
   */
  event('ExtractionPromoted', {
    runId: z.string(),
    /** When the run was begun: one that was begun anew under the same id is another. */
    runStartedAt: instant,
    extractor: z.object({ html: z.string(), text: z.string() }),
    /** What the run showed: articles read again, and of how many the reading differs. */
    articles: z.int().nonnegative(),
    articlesChanged: z.int().nonnegative(),
    /** Articles whose bytes are no longer in the archive: they stay as they are. */
    articlesMissing: z.int().nonnegative(),
    reason: z.string(),
    actor: z.string(),
    promotedAt: instant,
  }),
])
export type ExtractingEvent = z.infer<typeof extractingEvent>
export type ExtractingEventOf<Type extends ExtractingEvent['type']> = Extract<ExtractingEvent, { type: Type }>
