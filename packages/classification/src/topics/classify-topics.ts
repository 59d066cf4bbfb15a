import type { Classification } from '@dateline/domain'
import { largest } from '../text/largest.ts'
import { leadsOf, probabilityOf } from './calibration.ts'
import { type LinearModel, scoresOf, type TextVector, textVector } from './linear-model.ts'
import { nameDeepTopics } from './name-deep-topics.ts'
import { type TextFeatures, termOf, textFeatures } from './text-features.ts'
import { topicCalibration, topicModel } from './topic-model.ts'

type TopicVerdict = Classification['topics'][number]

/** Below it the best topic is not named: the model abstains. */
const BEST_PROBABILITY_MIN = 0.35

/** A further topic is named if it is likelier than not. */
const FURTHER_PROBABILITY_MIN = 0.5

const TOPICS_MAX = 4

/** Words of a text that the model must know: fewer are no evidence. */
const KNOWN_WORDS_MIN = 3

/** Share of words that the model must know before a text whose language is unknown is read as English. */
const KNOWN_SHARE_MIN = 0.6

const TERMS_MAX = 8

/**
 * IPTC Media Topics of an English text, best first: up to 4 top levels, each followed by what is known below it; none: the
 * words do not say, or the text is in another language.
 *
 * A top level's verdict is a sum over the text's words and pairs of words, and `terms` are the largest parts of that sum;
 * a deep topic's terms are those of its own that the text holds.
 */
export function classifyTopics(title: string, text: string, language: string | null): TopicVerdict[] {
  if (language !== 'en' && language !== null) return []
  const features = textFeatures(title, text, 'en')
  const vector = textVector(topicModel, features)
  if (!isReadable(features, vector, language)) return []
  const tops = nameTopLevels(features, vector)
  const deep = nameDeepTopics(tops, features)
  return [...tops, ...deep].sort((a, b) => b.probability - a.probability)
}

function isReadable({ widths }: TextFeatures, { from }: TextVector, language: string | null): boolean {
  const known = from.reduce((sum, feature) => sum + (widths[feature] === 1 ? 1 : 0), 0)
  const all = widths.reduce((sum, width) => sum + (width === 1 ? 1 : 0), 0)
  return known >= KNOWN_WORDS_MIN && (language !== null || known >= KNOWN_SHARE_MIN * all)
}

function nameTopLevels(features: TextFeatures, vector: TextVector): TopicVerdict[] {
  const scores = scoresOf(topicModel, vector)
  const leads = leadsOf(scores)
  return topicModel.topics
    .map((qcode, t) => ({ qcode, t, probability: probabilityOf(topicCalibration, scores[t]!, leads[t]!) }))
    .sort((a, b) => scores[b.t]! - scores[a.t]! || a.t - b.t)
    .slice(0, TOPICS_MAX)
    .filter(({ probability }, rank) => probability >= (rank === 0 ? BEST_PROBABILITY_MIN : FURTHER_PROBABILITY_MIN))
    .map(({ qcode, t, probability }) => ({
      qcode,
      probability: Math.round(probability * 1e3) / 1e3,
      terms: decisiveTerms(topicModel, t, features, vector),
    }))
}

/** Words and pairs that spoke most for a topic, as the text prints them. */
function decisiveTerms(
  { topics, weights }: LinearModel,
  topic: number,
  features: TextFeatures,
  { at, value, from }: TextVector,
): string[] {
  const parts = value.map((x, k) => weights[at[k]! * topics.length + topic]! * x)
  const most = largest(parts.length, 2 * TERMS_MAX, (a, b) => parts[a]! > parts[b]! || (parts[a] === parts[b] && a < b))
    .filter((k) => parts[k]! > 0)
    .sort((a, b) => parts[b]! - parts[a]! || a - b)
  return [...new Set(most.map((k) => termOf(features, from[k]!)))].slice(0, TERMS_MAX)
}
