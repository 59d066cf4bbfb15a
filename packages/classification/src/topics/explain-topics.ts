import { leadsOf, probabilityOf } from './calibration.ts'
import { scoresOf, textVector } from './linear-model.ts'
import { termOf, textFeatures } from './text-features.ts'
import { SHIPPED_TOPICS, type TopicModel } from './topic-model.ts'

/** The whole computation behind one top level: its parts and the constant add up to the score. */
export type TopicExplanation = {
  readonly qcode: string
  readonly probability: number
  readonly score: number
  /** What the score is of a text without any known word. */
  readonly constant: number
  /** Every word and pair of words that the model knows, what spoke most for the topic first, what spoke against it last. */
  readonly parts: readonly { readonly term: string; readonly weight: number }[]
}

/**
 * How a text's scores come about, for all top levels, best first: what `classifyTopics` computes, part by part. Pure.
 *
 * @param text in the model's language; of others the sum says nothing.
 */
export function explainTopics(title: string, text: string, model: TopicModel = SHIPPED_TOPICS): TopicExplanation[] {
  const { planes, calibration, language } = model
  const { topics, weights, scales, biases } = planes
  const features = textFeatures(title, text, language)
  const vector = textVector(planes, features)
  const scores = scoresOf(planes, vector)
  const leads = leadsOf(scores)
  return topics
    .map((qcode, t) => ({
      qcode,
      probability: probabilityOf(calibration, scores[t]!, leads[t]!),
      score: scores[t]!,
      constant: biases[t]!,
      parts: Array.from(vector.value, (x, k) => ({
        term: termOf(features, vector.from[k]!),
        weight: weights[vector.at[k]! * topics.length + t]! * x * scales[t]!,
      })).sort((a, b) => b.weight - a.weight),
    }))
    .sort((a, b) => b.score - a.score)
}
