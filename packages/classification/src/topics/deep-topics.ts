import { createKeyTable, type KeyTable } from '../text/key-table.ts'
import { logarithmic } from '../text/logarithmic.ts'
import { type Calibration, probabilityOf } from './calibration.ts'
import { IDF_STEPS, type LinearModel, tableOf } from './linear-model.ts'
import { type TextFeatures, textFeatures } from './text-features.ts'

/** A topic below the top level, and the words and phrases that speak for it in a text of its top level. */
export type DeepTopic = {
  readonly qcode: string
  readonly top: string
  /** Topics above it and below the top level, nearest first. */
  readonly broader: readonly string[]
  readonly terms: readonly string[]
}

/** Deep topics by the hash of each of their terms. */
export type DeepIndex = {
  readonly topics: readonly DeepTopic[]
  readonly keys: readonly number[]
  readonly table: KeyTable
  /** Numbers of the topics for which the term of the key at a place speaks. */
  readonly topicsOf: readonly (readonly number[])[]
}

/** Terms of one deep topic found in a text. */
export type DeepEvidence = {
  readonly topic: DeepTopic
  /** What they say, beside the length of the text. */
  readonly share: number
  /** How much more they say (logarithm) than those of the next topic that is neither above nor below this one. */
  readonly lead: number
  /** Features of the text, strongest first. */
  readonly features: readonly number[]
}

/** A phrase is known by its first two words that are no function words. */
export function indexDeepTopics(topics: readonly DeepTopic[], language = 'en'): DeepIndex {
  const byKey = new Map<number, number[]>()
  topics.forEach(({ terms }, number) => {
    for (const term of terms) {
      const key = keyOfTerm(term, language)
      // Two terms may have one stem: "diplomat", "diplomatic". It counts once.
      if (key !== null) byKey.set(key, [...new Set([...(byKey.get(key) ?? []), number])])
    }
  })
  const keys = [...byKey.keys()]
  return { topics, keys, table: createKeyTable(keys), topicsOf: [...byKey.values()] }
}

/** null: the term is made of function words only. */
export function keyOfTerm(term: string, language = 'en'): number | null {
  const { keys, widths } = textFeatures('', term, language)
  return keys[widths.findIndex((width) => width > 1)] ?? keys[0] ?? null
}

/** What is known of a term that the texts of training do not hold. */
const IDF_MAX = 255 / IDF_STEPS

/**
 * Evidence for each deep topic of which a term is found.
 *
 * @param tops top levels below which it is looked for; null: all.
 */
export function deepEvidence(
  index: DeepIndex,
  { rows, idf }: LinearModel,
  features: TextFeatures,
  tops: readonly string[] | null = null,
): DeepEvidence[] {
  const { placeOf } = tableOf(rows)
  const found = new Map<number, { feature: number; strength: number }[]>()
  let all = 0
  for (let i = 0; i < features.keys.length; i++) {
    if (features.widths[i] === 1) all++
    const place = index.table.placeOf(features.keys[i]!)
    if (place < 0) continue
    const topics = index.topicsOf[place]!
    const row = placeOf(features.keys[i]!)
    const strength = logarithmic(features.counts[i]!) * (row < 0 ? IDF_MAX : idf[row]!)
    for (const topic of topics) {
      if (tops !== null && !tops.includes(index.topics[topic]!.top)) continue
      const terms = found.get(topic)
      if (terms === undefined) found.set(topic, [{ feature: i, strength }])
      else terms.push({ feature: i, strength })
    }
  }
  const evidence = [...found].map(([topic, terms]) => ({
    topic: index.topics[topic]!,
    sum: terms.reduce((total, { strength }) => total + strength, 0),
    features: terms.sort((a, b) => b.strength - a.strength || a.feature - b.feature).map(({ feature }) => feature),
  }))
  return evidence.map(({ topic, sum, features: terms }) => {
    let rival = 0
    for (const other of evidence) if (other.sum > rival && isRival(topic, other.topic)) rival = other.sum
    return { topic, share: sum / Math.sqrt(1 + all), lead: Math.log(1 + sum) - Math.log(1 + rival), features: terms }
  })
}

function isRival(topic: DeepTopic, other: DeepTopic): boolean {
  return (
    other.top === topic.top &&
    other !== topic &&
    !other.broader.includes(topic.qcode) &&
    !topic.broader.includes(other.qcode)
  )
}

/** How likely a deep topic holds for a text of its top level. */
export function deepProbability(calibration: Calibration, { share, lead }: DeepEvidence): number {
  return probabilityOf(calibration, share, lead)
}
