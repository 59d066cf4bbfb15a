import type { Classification } from '@dateline/domain'
import { type DeepEvidence, deepEvidence, deepProbability } from './deep-topics.ts'
import { type TextFeatures, termOf } from './text-features.ts'
import type { TopicModel } from './topic-model.ts'

type TopicVerdict = Classification['topics'][number]

/** A deep topic is named if it is likelier than not, given its top level. */
const PROBABILITY_MIN = 0.5

/** Below one top level. Topics above a named one come on top of that. */
const TOPICS_MAX = 2

const TERMS_MAX = 8

/**
 * Deep topics below the top levels that a text was given, best first. A topic's broader ones are named with it: their
 * probability is at least its own.
 */
export function nameDeepTopics(
  { planes, deep, deepCalibration }: TopicModel,
  tops: readonly TopicVerdict[],
  features: TextFeatures,
): TopicVerdict[] {
  if (tops.length === 0) return []
  const qcodes = tops.map(({ qcode }) => qcode)
  const all = deepEvidence(deep, planes, features, qcodes)
  return tops.flatMap((top) => {
    const found = all
      .filter(({ topic }) => topic.top === top.qcode)
      .map((evidence) => ({ evidence, probability: deepProbability(deepCalibration, evidence) }))
      .filter(({ probability }) => probability >= PROBABILITY_MIN)
      .sort((a, b) => b.probability - a.probability || (a.evidence.topic.qcode < b.evidence.topic.qcode ? -1 : 1))
      .slice(0, TOPICS_MAX)
    return withBroader(found, top.probability, features)
  })
}

function withBroader(
  found: readonly { evidence: DeepEvidence; probability: number }[],
  topProbability: number,
  features: TextFeatures,
): TopicVerdict[] {
  const verdicts = new Map<string, TopicVerdict>()
  for (const { evidence, probability } of found) {
    const terms = evidence.features.slice(0, TERMS_MAX).map((feature) => termOf(features, feature))
    for (const qcode of [evidence.topic.qcode, ...evidence.topic.broader]) {
      if (verdicts.has(qcode)) continue
      verdicts.set(qcode, { qcode, probability: Math.round(topProbability * probability * 1e3) / 1e3, terms })
    }
  }
  return [...verdicts.values()]
}
