import { CLASSIFIER } from '@dateline/classification'
import { article, CLASSIFYING_STREAM, classifying } from '@dateline/domain'
import { handle } from '@dateline/event-store'
import { type Correction, checkCorrection } from '../correction.ts'
import type { Dependencies } from '../dependencies.ts'
import { lastPromotion } from '../topic-models/topic-model-in-force.ts'
import { isOther, runClassificationTrial, topicModelOf, verdictsOf } from './classification-trial.ts'
import { digestTrial, type Trial, trialModelFile } from './trial-store.ts'

type Keeper = { put(bytes: Uint8Array, about: { readonly mediaType: string }): Promise<string> }

export type ClassificationPromotion = {
  /** As later verdicts name it. */
  readonly model: string
  /** Articles that have another verdict now. */
  readonly recorded: number
}

/** Rounds in which texts that were classified by the old model meanwhile are caught up with. */
const ROUNDS_MAX = 10

/**
 * Puts a trial's model in force by one event: later articles are classified by it. The trial's verdicts then take the place of
 * the recorded ones, each in its article's stream and naming the promotion, so that erasure, reads as of a moment and rebuilds
 * need to know nothing of trials. Interrupted, promote it again: what is done is not done twice.
 *
 * @param trial at the end of the log.
 */
export async function promoteClassificationTrial(
  dependencies: Dependencies & { readonly archive: Keeper },
  trial: Trial,
  correction: Correction,
): Promise<ClassificationPromotion> {
  const who = checkCorrection(correction)
  const { database, log, archive, now } = dependencies
  const model = await topicModelOf(database, trial)
  const file = await trialModelFile(database, trial.trialId)
  const sha256 = file === null ? null : await archive.put(file, { mediaType: 'application/json' })
  const counts = { articles: 0, articlesChanged: 0 }
  for await (const verdict of verdictsOf(database, trial)) {
    counts.articles += 1
    counts.articlesChanged += Number(isOther(verdict))
  }
  const { trialId, position } = trial
  const about = { trialId, classifier: CLASSIFIER, model: { id: model.id, sha256 }, position }
  const data = {
    ...about,
    digest: await digestTrial(database, trialId),
    ...counts,
    ...who,
    promotedAt: now().toISOString(),
  }
  const cause = `operator/promote/${trialId}/${data.promotedAt}`
  await handle(log, classifying, CLASSIFYING_STREAM, { type: 'PromoteClassification', data }, { cause })
  const promotion = (await lastPromotion(database))!.eventId
  let recorded = 0
  let done = trial
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const count = await recordVerdicts(dependencies, done, promotion)
    recorded += count
    // What a worker had in hand when the model changed was still classified by the old one: until a round finds none.
    const next = await drain(runClassificationTrial(database, done))
    if (count === 0 && next.articles === done.articles) break
    done = next
  }
  return { model: model.id, recorded }
}

/** Records the verdicts that differ, each in its article's stream. */
async function recordVerdicts({ database, log }: Dependencies, trial: Trial, promotion: string): Promise<number> {
  let recorded = 0
  for await (const verdict of verdictsOf(database, trial)) {
    const { articleId, before, after } = verdict
    if (before.classifier === CLASSIFIER && !isOther(verdict)) continue
    const command = { type: 'RecordClassification', data: { classifier: CLASSIFIER, ...after, promotion } } as const
    const cause = `${promotion}/${articleId}/${after.contentSha256}`
    recorded += Number((await handle(log, article, articleId, command, { cause })).length > 0)
  }
  return recorded
}

async function drain<Result>(run: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const next = await run.next()
    if (next.done) return next.value
  }
}
