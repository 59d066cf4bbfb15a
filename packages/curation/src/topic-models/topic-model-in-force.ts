import { SHIPPED_TOPICS, type TopicModel } from '@dateline/classification'
import type { Database } from '@dateline/database'
import { CLASSIFYING_STREAM, type ClassifyingEvent, type ClassifyingEventOf, DatelineError } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { parseTopicModel } from './parse-topic-model.ts'

type Promoted = ClassifyingEventOf<'ClassificationPromoted'>['data'] & {
  /** Id of the event, and where it stands. */
  readonly eventId: string
  readonly promotedPosition: number
}

/** What the files of models are read from. */
type Bytes = { get(sha256: string): Promise<Uint8Array | null> }

/** The model in force is not there: nothing can be classified as the log says it must be. */
export class ModelMissingError extends DatelineError {
  readonly code = 'MODEL_MISSING'
  readonly retryable = true
}

/** What was promoted last; null: nothing was. */
export async function lastPromotion(database: Database): Promise<Promoted | null> {
  const events = await readStream<ClassifyingEvent>(database, CLASSIFYING_STREAM)
  const last = events.findLast(({ withdrawn }) => !withdrawn)
  return last === undefined ? null : { ...last.data, eventId: last.eventId, promotedPosition: last.position }
}

/**
 * The model of topics that later articles are classified by: the one promoted last, else the one that the setting names, else
 * the one that ships. Opened once, and again only when another is promoted.
 *
 * @param own model of the setting TOPIC_MODEL; null: it is not set.
 * @throws {ModelMissingError} if the archive has lost its file.
 */
export function openTopicModels(
  { database, archive }: { readonly database: Database; readonly archive: Bytes },
  own: TopicModel | null,
): () => Promise<TopicModel> {
  let known: TopicModel | null = null
  return async () => {
    const promoted = (await lastPromotion(database))?.model ?? null
    if (promoted === null) return own ?? SHIPPED_TOPICS
    if (promoted.sha256 === null) return SHIPPED_TOPICS
    if (known?.id === promoted.id) return known
    const bytes = await archive.get(promoted.sha256)
    if (bytes === null) {
      throw new ModelMissingError(
        `The archive has lost the model of topics in force, ${promoted.id}: promote it again by \`dateline classify --again --model FILE\`.`,
      )
    }
    known = parseTopicModel(bytes, promoted.sha256)
    return known
  }
}
