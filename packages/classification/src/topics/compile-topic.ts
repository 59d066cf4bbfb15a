import { indexDeepTopics, keyOfTerm } from './deep-topics.ts'
import { IDF_STEPS } from './linear-model.ts'
import { type TextFeatures, termOf, textFeatures } from './text-features.ts'
import { topicModel } from './topic-model.ts'

/** A topic that an operator wants: words or phrases, example texts, or both. No code is needed. */
export type TopicDefinition = {
  /** Any name the operator's house uses, e.g. "house:harbour". */
  readonly id: string
  /** Words and phrases of which each speaks for the topic, e.g. ["harbour", "port authority"]. At most 200. */
  readonly query?: readonly string[]
  /** About 20 texts on the topic; at least 5, at most 500. */
  readonly examples?: readonly { readonly title: string; readonly text: string }[]
}

export type OwnTopic = {
  readonly id: string
  /** Weight a feature of a text, by its hash. */
  readonly weights: ReadonlyMap<number, number>
  /** Score from which a text is on the topic; null: only the query decides. */
  readonly scoreMin: number | null
  /** Features of which one is enough. */
  readonly query: ReadonlySet<number>
}

export type OwnTopicVerdict = { readonly id: string; readonly score: number; readonly terms: readonly string[] }

/** Why a definition cannot be used. */
export type TopicProblem = { readonly problem: string }

const QUERY_TERMS_MAX = 200
const EXAMPLES_MIN = 5
const EXAMPLES_MAX = 500

/** A feature belongs to a topic if so great a share of the examples have it, and so few of all texts (natural logarithm). */
const EXAMPLE_SHARE_MIN = 0.25
const IDF_MIN = 3.5
const FEATURES_MAX = 150

/** A text is on the topic if it scores so much of what the examples score in the middle. */
const MEDIAN_SHARE = 0.4

const IDF_MAX = 255 / IDF_STEPS

const TERMS_MAX = 8

/** Makes a topic out of its definition, or says what is wrong with it. Pure: the same definition gives the same topic. */
export function compileTopic({ id, query = [], examples = [] }: TopicDefinition): OwnTopic | TopicProblem {
  if (query.length === 0 && examples.length === 0)
    return { problem: `Topic ${id} has neither query nor examples: give words in "query" or texts in "examples".` }
  if (query.length > QUERY_TERMS_MAX)
    return { problem: `Topic ${id} has ${query.length} query terms; at most ${QUERY_TERMS_MAX} are used.` }
  if (examples.length > EXAMPLES_MAX || (examples.length > 0 && examples.length < EXAMPLES_MIN))
    return { problem: `Topic ${id} has ${examples.length} examples; give ${EXAMPLES_MIN} to ${EXAMPLES_MAX}.` }
  const empty = query.find((term) => keyOfTerm(term) === null)
  if (empty !== undefined) return { problem: `Topic ${id}: "${empty}" has only words that stand in every text.` }
  const texts = examples.map(({ title, text }) => textFeatures(title, text, 'en'))
  const weights = weightsOf(texts)
  if (examples.length > 0 && weights.size === 0 && query.length === 0)
    return { problem: `Topic ${id}: its examples share no telling word; give more of them, or a query.` }
  const median = middleOf(texts.map((features) => scoreOf(weights, features)))
  return { id, weights, scoreMin: weights.size > 0 ? MEDIAN_SHARE * median : null, query: new Set(queryKeys(query)) }
}

/** Whether a text is on an operator's topic, and by which of its words. null: it is not. */
export function matchTopic({ id, weights, scoreMin, query }: OwnTopic, features: TextFeatures): OwnTopicVerdict | null {
  const score = scoreOf(weights, features)
  const isAsked = features.keys.some((key) => query.has(key))
  if (!isAsked && (scoreMin === null || score < scoreMin)) return null
  const parts = Array.from(features.keys, (key, feature) => ({ feature, part: partOf(key, features.counts[feature]!) }))
    .filter(({ part }) => part > 0)
    .sort((a, b) => b.part - a.part || a.feature - b.feature)
  const terms = [...new Set(parts.map(({ feature }) => termOf(features, feature)))].slice(0, TERMS_MAX)
  return { id, score: Math.round(score * 1e3) / 1e3, terms }

  function partOf(key: number, count: number): number {
    return query.has(key) ? IDF_MAX * countWeight(count) : (weights.get(key) ?? 0) * countWeight(count)
  }
}

/** How like a topic's examples a text is: from the topic's `scoreMin` on it is on the topic. 0: it has no examples. */
export function likenessToExamples({ weights }: OwnTopic, features: TextFeatures): number {
  return Math.round(scoreOf(weights, features) * 1e3) / 1e3
}

function queryKeys(query: readonly string[]): readonly number[] {
  return indexDeepTopics([{ qcode: '', top: '', broader: [], terms: query }]).keys
}

/** Features that many examples share and few other texts have: share of the examples × idf of the shipped model. */
function weightsOf(texts: readonly TextFeatures[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { keys } of texts) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const shared = [...counts].flatMap(([key, count]) => {
    const row = topicModel.rows.get(key)
    const idf = row === undefined ? IDF_MAX : topicModel.idf[row]!
    const share = count / texts.length
    return share >= EXAMPLE_SHARE_MIN && idf >= IDF_MIN ? [{ key, weight: share * idf }] : []
  })
  shared.sort((a, b) => b.weight - a.weight || a.key - b.key)
  return new Map(shared.slice(0, FEATURES_MAX).map(({ key, weight }) => [key, weight]))
}

/** What a text's features say for a topic, beside the length of the text. */
function scoreOf(weights: ReadonlyMap<number, number>, { keys, counts }: TextFeatures): number {
  let score = 0
  for (let i = 0; i < keys.length; i++) {
    const weight = weights.get(keys[i]!)
    if (weight !== undefined) score += weight * countWeight(counts[i]!)
  }
  return score / Math.sqrt(1 + keys.length)
}

function countWeight(count: number): number {
  return 1 + Math.log(count)
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
