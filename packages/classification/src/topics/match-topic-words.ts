import type { Classification } from '@dateline/domain'
import { fold } from '../text/fold.ts'
import { type Word, wordsOf } from '../text/words.ts'
import { TOPIC_WORDS } from './topic-words.ts'

type TopicVerdict = Classification['topics'][number]

/** A news text says what it is about in its first screens. */
const WORDS_MAX = 400

/** A title's word counts as if it stood so many times in the text. */
const TITLE_WEIGHT = 2

/** Different words that must speak for a topic, and how much more than for the next one. */
const WORDS_MIN = 3
const LEAD_MIN = 1.5

/** Below it the words do not say: of texts in French that nobody had seen, one in four verdicts below it was wrong. */
const PROBABILITY_MIN = 0.5

const TERMS_MAX = 8
const BEGINNING_CHARS_MAX = 12

/** By language: beginning of a word → topics that it speaks for. */
const indexes = new Map<string, ReadonlyMap<string, readonly string[]>>()

function indexOf(language: string): ReadonlyMap<string, readonly string[]> | null {
  const lists = TOPIC_WORDS[language]
  if (lists === undefined) return null
  let index = indexes.get(language)
  if (index === undefined) {
    const byBeginning = new Map<string, string[]>()
    for (const [digits, words] of Object.entries(lists)) {
      for (const word of words.split(' ').map(fold)) byBeginning.set(word, [...(byBeginning.get(word) ?? []), digits])
    }
    index = byBeginning
    indexes.set(language, index)
  }
  return index
}

/**
 * The top level that the words of a text in another language than English speak for: at most one, and none unless several
 * different words do and few speak for another. The probability is not learned: it is the share of the topic's words among all
 * that speak, less for few words, and never more than 0.9. Where it could be measured, it promised less than it held.
 */
export function matchTopicWords(title: string, text: string, language: string | null): TopicVerdict[] {
  const index = language === null ? null : indexOf(language)
  if (index === null) return []
  const counts = new Map<string, { printed: string; count: number; topics: readonly string[] }>()
  const read = (words: readonly Word[], weight: number) => {
    for (const { raw } of words) {
      const found = longestBeginning(index, fold(raw))
      if (found === null) continue
      const known = counts.get(found)
      if (known === undefined) counts.set(found, { printed: raw, count: weight, topics: index.get(found)! })
      else known.count += weight
    }
  }
  read(wordsOf(title, WORDS_MAX), TITLE_WEIGHT)
  read(wordsOf(text, WORDS_MAX), 1)
  const sums = new Map<string, { sum: number; words: number }>()
  for (const { count, topics } of counts.values()) {
    for (const topic of topics) {
      const { sum, words } = sums.get(topic) ?? { sum: 0, words: 0 }
      sums.set(topic, { sum: sum + (1 + Math.log(count)) / topics.length, words: words + 1 })
    }
  }
  const [best, second] = [...sums].sort((a, b) => b[1].sum - a[1].sum || (a[0] < b[0] ? -1 : 1))
  if (best === undefined || best[1].words < WORDS_MIN || best[1].sum < LEAD_MIN * (second?.[1].sum ?? 0)) return []
  const all = [...sums.values()].reduce((total, { sum }) => total + sum, 0)
  const probability = Math.min(0.9, (best[1].sum / all) * (1 - 1 / (1 + best[1].words)) + 0.1)
  if (probability < PROBABILITY_MIN) return []
  const terms = [...counts.values()]
    .filter(({ topics }) => topics.includes(best[0]))
    .sort((a, b) => b.count - a.count)
    .slice(0, TERMS_MAX)
    .map(({ printed }) => printed)
  return [{ qcode: `medtop:${best[0]}000000`, probability: Math.round(probability * 1e3) / 1e3, terms }]
}

/** Arabic writes "and" and the article before the word. */
const ARABIC_PREFIX = /^(?:و|ف|ب|ل)?ال|^[وفبل](?=\p{L}{3})/u

function longestBeginning(index: ReadonlyMap<string, readonly string[]>, word: string): string | null {
  for (const form of [word, word.replace(ARABIC_PREFIX, '')]) {
    for (let length = Math.min(form.length, BEGINNING_CHARS_MAX); length > 2; length--) {
      const beginning = form.slice(0, length)
      // Short beginnings count only for words that are hardly longer: "can", "gol".
      if (index.has(beginning) && (length > 4 || form.length - length <= 2)) return beginning
    }
  }
  return null
}
