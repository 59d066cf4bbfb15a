import type { Classification } from '@dateline/domain'
import { matchTopic, type OwnTopic } from './compile-topic.ts'
import { textFeatures } from './text-features.ts'

/** Own topics one text is given at most: the likeliest. */
const MATCHES_MAX = 20

/**
 * Topics of the operators' own that a text is on, with the terms that decided. A term of the query is certain (1); likeness
 * to the examples is 0.5 where it just suffices, and rises with the score.
 */
export function matchOwnTopics(
  topics: readonly OwnTopic[],
  { title, standfirst, text }: { readonly title: string; readonly standfirst: string | null; readonly text: string },
): Classification['topics'] {
  if (topics.length === 0) return []
  const features = textFeatures(title, standfirst === null ? text : `${standfirst}\n\n${text}`, 'en')
  return topics
    .flatMap((topic) => {
      const verdict = matchTopic(topic, features)
      if (verdict === null) return []
      const { scoreMin } = topic
      const isLike = scoreMin !== null && verdict.score >= scoreMin
      const probability = isLike ? verdict.score / (verdict.score + scoreMin) : 1
      return [{ qcode: topic.id, probability: Math.round(probability * 1e3) / 1e3, terms: [...verdict.terms] }]
    })
    .sort((a, b) => b.probability - a.probability || (a.qcode < b.qcode ? -1 : 1))
    .slice(0, MATCHES_MAX)
}
