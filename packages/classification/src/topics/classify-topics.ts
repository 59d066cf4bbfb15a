import type { Classification } from '@dateline/domain'
import { largest } from '../text/largest.ts'
import { leadsOf, probabilityOf } from './calibration.ts'
import { type LinearModel, scoresOf, type TextVector, textVector } from './linear-model.ts'
import { matchTopicWords } from './match-topic-words.ts'
import { nameDeepTopics } from './name-deep-topics.ts'
import { type TextFeatures, termOf, textFeatures } from './text-features.ts'
import { SHIPPED_TOPICS, type TopicModel } from './topic-model.ts'

type TopicVerdict = Classification['topics'][number]

/** Below it the best topic is not named: the model abstains. */
const BEST_PROBABILITY_MIN = 0.35

/** A further topic is named if it is likelier than not. */
const FURTHER_PROBABILITY_MIN = 0.5

const TOPICS_MAX = 4

/** Words of a text that the model must know: fewer are no evidence. */
const KNOWN_WORDS_MIN = 3

/** Share of words that the model must know before a text whose language is unknown is read as one of its own. */
const KNOWN_SHARE_MIN = 0.6

const TERMS_MAX = 8

/**
 * IPTC Media Topics of a text in the model's language (English, for the one that ships), best first: up to 4 top levels, each
 * followed by what is known below it; none: the words do not say, or the text is in another language.
 *
 * Of the languages in `topic-words.ts` the shipped model names one top level by our own lists of words; in all others it abstains.
 *
 * A top level's verdict is a sum over the text's words and pairs of words, and `terms` are the largest parts of that sum;
 * a deep topic's terms are those of its own that the text holds.
 */
export function classifyTopics(
  title: string,
  text: string,
  language: string | null,
  model: TopicModel = SHIPPED_TOPICS,
): TopicVerdict[] {
  if (language !== model.language && language !== null) {
    return model === SHIPPED_TOPICS ? matchTopicWords(title, text, language) : []
  }
  const features = textFeatures(title, text, model.language)
  const vector = textVector(model.planes, features)
  if (!isReadable(features, vector, language)) return []
  const tops = nameTopLevels(model, features, vector)
  const deep = nameDeepTopics(model, tops, features)
  return [...tops, ...deep].sort((a, b) => b.probability - a.probability)
}

function isReadable({ widths }: TextFeatures, { from }: TextVector, language: string | null): boolean {
  let known = 0
  for (let k = 0; k < from.length; k++) if (widths[from[k]!] === 1) known++
  let all = 0
  for (let i = 0; i < widths.length; i++) if (widths[i] === 1) all++
  return known >= KNOWN_WORDS_MIN && (language !== null || known >= KNOWN_SHARE_MIN * all)
}

function nameTopLevels(
  { planes, calibration }: TopicModel,
  features: TextFeatures,
  vector: TextVector,
): TopicVerdict[] {
  const scores = scoresOf(planes, vector)
  const leads = leadsOf(scores)
  return planes.topics
    .map((qcode, t) => ({ qcode, t, probability: probabilityOf(calibration, scores[t]!, leads[t]!) }))
    .sort((a, b) => scores[b.t]! - scores[a.t]! || a.t - b.t)
    .slice(0, TOPICS_MAX)
    .filter(({ probability }, rank) => probability >= (rank === 0 ? BEST_PROBABILITY_MIN : FURTHER_PROBABILITY_MIN))
    .map(({ qcode, t, probability }) => ({
      qcode,
      probability: Math.round(probability * 1e3) / 1e3,
      terms: decisiveTerms(planes, t, features, vector),
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
