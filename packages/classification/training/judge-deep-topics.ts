import type { Calibration, CalibrationPair } from '../src/topics/calibration.ts'
import {
  type DeepEvidence,
  type DeepTopic,
  deepEvidence,
  deepProbability,
  indexDeepTopics,
} from '../src/topics/deep-topics.ts'
import type { LinearModel } from '../src/topics/linear-model.ts'
import type { LabelledText } from './read-sets.ts'

/**
 * Deep topics found in texts of labelled stories, under the top levels that people gave. One holds if people named it, a
 * topic above it or one below it; they named one or two a story, so this errs towards "does not hold".
 */
export function deepPairs(
  texts: readonly LabelledText[],
  deep: readonly DeepTopic[],
  model: LinearModel,
): CalibrationPair[] {
  return judged(texts, deep, model).flatMap(({ text, evidence, weight }) =>
    evidence.map((found) => ({
      score: found.share,
      lead: found.lead,
      holds: holds(text, found.topic, deep),
      weight,
    })),
  )
}

/** Share of named deep topics that hold, of texts with one named, and how many a text has. */
export function deepFigures(
  texts: readonly LabelledText[],
  deep: readonly DeepTopic[],
  model: LinearModel,
  calibration: Calibration,
) {
  const sums = { texts: 0, texted: 0, named: 0, holding: 0 }
  for (const { text, evidence, weight } of judged(texts, deep, model)) {
    const named = evidence.filter((found) => deepProbability(calibration, found) >= 0.5)
    sums.texts += weight
    sums.texted += named.length > 0 ? weight : 0
    sums.named += weight * named.length
    sums.holding += weight * named.filter(({ topic }) => holds(text, topic, deep)).length
  }
  const rounded = (value: number) => Number(value.toFixed(3))
  return {
    precision: rounded(sums.holding / sums.named),
    coverage: rounded(sums.texted / sums.texts),
    named: rounded(sums.named / sums.texts),
  }
}

function judged(texts: readonly LabelledText[], deep: readonly DeepTopic[], model: LinearModel) {
  const index = indexDeepTopics(deep)
  const labelled = texts.filter(({ story }) => story !== null)
  const sizes = new Map<string, number>()
  for (const { story } of labelled) sizes.set(story!, (sizes.get(story!) ?? 0) + 1)
  return labelled.map((text) => {
    const evidence: DeepEvidence[] = deepEvidence(index, model, text.features).filter(
      ({ topic }) => topic.top === text.topic || text.also!.includes(topic.top),
    )
    return { text, evidence, weight: 1 / sizes.get(text.story!)! }
  })
}

function holds({ level2 }: LabelledText, topic: DeepTopic, deep: readonly DeepTopic[]): boolean {
  return level2.some(
    (qcode) =>
      qcode === topic.qcode ||
      topic.broader.includes(qcode) ||
      deep.some((named) => named.qcode === qcode && named.broader.includes(topic.qcode)),
  )
}
