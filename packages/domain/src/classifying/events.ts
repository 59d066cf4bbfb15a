import { z } from 'zod'
import { event, instant, sha256 } from '../event.ts'

/** The stream of what classification goes by. */
export const CLASSIFYING_STREAM = 'classification-model'

/** Facts about how it is decided what articles are about. */
export const classifyingEvent = z.discriminatedUnion('type', [
  /**
   * From here on articles are classified by this model of topics, which was tried on the whole log before; and the verdicts of
   * that trial take the place of the recorded ones, each recorded in its article's stream with the id of this event.
   */
  event('ClassificationPromoted', {
    trialId: z.string(),
    classifier: z.string(),
    model: z.object({
      /** As verdicts name it: "sha256:…" */
      id: z.string(),
      /** Of its file in the archive; null: the model that ships with the release. */
      sha256: sha256.nullable(),
    }),
    /** What the trial showed: events gone through, and sha256 over all its verdicts. */
    position: z.int().nonnegative(),
    digest: sha256,
    articles: z.int().nonnegative(),
    articlesChanged: z.int().nonnegative(),
    reason: z.string(),
    actor: z.string(),
    promotedAt: instant,
  }),
])
export type ClassifyingEvent = z.infer<typeof classifyingEvent>
export type ClassifyingEventOf<Type extends ClassifyingEvent['type']> = Extract<ClassifyingEvent, { type: Type }>
