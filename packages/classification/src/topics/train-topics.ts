import { IDF_STEPS, type LinearModel, textVector } from './linear-model.ts'
import type { TextFeatures } from './text-features.ts'
import { type LinearTraining, trainLinear } from './train-linear.ts'

/** A text and what it is about. */
export type TopicExample = {
  readonly features: TextFeatures
  readonly topic: string
  /** Topics that are not wrong for it either: it speaks neither for nor against them. */
  readonly also?: readonly string[]
  /** How much it counts beside the others; 1: plain. */
  readonly weight?: number
}

export type TopicTraining = LinearTraining & {
  /** A feature must occur in so many texts. */
  readonly textsMin: number
  /** Only the strongest features are kept, and the planes are fitted again on them. */
  readonly featuresMax: number
  /** 0: examples count alike; 1: topics do. */
  readonly balance: number
  /** A topic's own examples count so much more than the others'. */
  readonly ownWeight: number
}

/** How much an example counts against a topic that it is about as well. */
const ALSO_WEIGHT = 1e-3

/** What balancing multiplies a thin topic's examples by at most. */
const BALANCE_MAX = 8

/** Fits one plane a topic. Deterministic: the same examples in the same order give the same model. */
export function trainTopics(examples: readonly TopicExample[], training: TopicTraining): LinearModel {
  const topics = [...new Set(examples.map(({ topic }) => topic))].sort()
  const first = fit(examples, topics, countFeatures(examples, training.textsMin), training)
  if (first.rows.size <= training.featuresMax) return first
  const strongest = [...first.rows]
    .map(([key, row]) => ({ key, strength: strengthOf(first, row) }))
    .sort((a, b) => b.strength - a.strength || a.key - b.key)
    .slice(0, training.featuresMax)
  const kept = new Set(strongest.map(({ key }) => key))
  const counts = [...countFeatures(examples, training.textsMin)].filter(([key]) => kept.has(key))
  return fit(examples, topics, new Map(counts), training)
}

function countFeatures(examples: readonly TopicExample[], textsMin: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { features } of examples) for (const key of features.keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const frequent = [...counts].filter(([, count]) => count >= textsMin)
  return new Map(frequent.sort((a, b) => a[0] - b[0]))
}

function strengthOf({ topics, weights }: LinearModel, row: number): number {
  let strongest = 0
  for (let t = 0; t < topics.length; t++) strongest = Math.max(strongest, Math.abs(weights[row * topics.length + t]!))
  return strongest
}

function fit(
  examples: readonly TopicExample[],
  topics: readonly string[],
  counts: ReadonlyMap<number, number>,
  training: TopicTraining,
): LinearModel {
  const rows = new Map([...counts.keys()].map((key, row) => [key, row]))
  // To two digits, so that a model file holds it exactly in one byte.
  const idf = Float64Array.from(
    counts.values(),
    (count) => Math.min(255, Math.round(IDF_STEPS * (1 + Math.log((1 + examples.length) / (1 + count))))) / IDF_STEPS,
  )
  const vectors = examples.map(({ features }) => textVector({ rows, idf }, features))
  const importance = importanceOf(examples, topics, training)
  const weights = new Float64Array(rows.size * topics.length)
  const biases = new Float64Array(topics.length)
  topics.forEach((topic, t) => {
    const target = Int8Array.from(examples, (example) => (example.topic === topic ? 1 : -1))
    const plane = trainLinear(vectors, target, importance(topic), rows.size, training)
    for (let row = 0; row < rows.size; row++) weights[row * topics.length + t] = plane.weights[row]!
    biases[t] = plane.bias
  })
  return { topics, rows, idf, weights, scales: new Float64Array(topics.length).fill(1), biases }
}

function importanceOf(examples: readonly TopicExample[], topics: readonly string[], training: TopicTraining) {
  const totals = new Map<string, number>(topics.map((topic) => [topic, 0]))
  for (const { topic, weight = 1 } of examples) totals.set(topic, totals.get(topic)! + weight)
  const mean = [...totals.values()].reduce((sum, total) => sum + total, 0) / topics.length
  return (topic: string) => {
    const own = Math.min(
      BALANCE_MAX,
      training.ownWeight * Math.sqrt(mean / totals.get(topic)!) ** (2 * training.balance),
    )
    return Float64Array.from(examples, (example) => {
      const weight = example.weight ?? 1
      if (example.topic === topic) return weight * own
      return example.also?.includes(topic) ? ALSO_WEIGHT : weight
    })
  }
}
