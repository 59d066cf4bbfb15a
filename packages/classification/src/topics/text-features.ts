import { hash32, mix32 } from '../text/hash.ts'
import { stem } from '../text/stem.ts'
import { type Word, wordsOf } from '../text/words.ts'

/** A news text says what it is about in its first screens; the rest is background and furniture. */
const TEXT_CHARS_MAX = 6_000

/** A title's word counts as if it stood so many times in the text. */
const TITLE_WEIGHT = 3

/** Hashes of stems remembered, so that a common word is stemmed and hashed once. Forgetting them changes no answer. */
const REMEMBERED_MAX = 50_000

/**
 * What a linear model reads of a text: stems and pairs of neighbouring stems, by their 32-bit hash.
 *
 * Feature i has hash `keys[i]`, occurs `counts[i]` times (a title's words weigh more), and stands first at
 * `words[firsts[i]]`; it is `widths[i]` words wide (1 or 2).
 */
export type TextFeatures = {
  readonly words: readonly Word[]
  readonly keys: number[]
  readonly counts: number[]
  readonly firsts: number[]
  readonly widths: number[]
}

export function textFeatures(title: string, text: string, language: string | null): TextFeatures {
  const titleWords = wordsOf(title)
  const words = [...titleWords, ...wordsOf(text.length > TEXT_CHARS_MAX ? text.slice(0, TEXT_CHARS_MAX) : text)]
  const known = new Map<number, number>()
  const features: TextFeatures = { words, keys: [], counts: [], firsts: [], widths: [] }
  const add = (key: number, first: number, width: number) => {
    const weight = first < titleWords.length ? TITLE_WEIGHT : 1
    const at = known.get(key)
    if (at !== undefined) {
      features.counts[at]! += weight
      return
    }
    known.set(key, features.keys.length)
    features.keys.push(key)
    features.counts.push(weight)
    features.firsts.push(first)
    features.widths.push(width)
  }
  let before = 0
  for (let at = 0; at < words.length; at++) {
    const key = wordKey(words[at]!.raw, language)
    add(key, at, 1)
    if (at > 0 && at !== titleWords.length) add(pairKey(before, key), at - 1, 2)
    before = key
  }
  return features
}

/** The words of a feature as the text prints them. */
export function termOf({ words, firsts, widths }: TextFeatures, feature: number): string {
  const first = words[firsts[feature]!]!.raw
  return widths[feature] === 1 ? first : `${first} ${words[firsts[feature]! + 1]!.raw}`
}

export function pairKey(first: number, second: number): number {
  return mix32(Math.imul(first, 31) ^ second)
}

const remembered = new Map<string, number>()

/** Hash of a word's stem, or of a number's shape. */
export function wordKey(raw: string, language: string | null): number {
  const name = language === 'en' ? raw : `${raw}/${language}`
  const known = remembered.get(name)
  if (known !== undefined) return known
  const word = raw.toLowerCase()
  const first = word.charCodeAt(0)
  const found = hash32(first >= 48 && first <= 57 ? shapeOfNumber(word) : stem(word, language))
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(name, found)
  return found
}

/** Numbers say nothing of a topic by their digits, but much by their form: "2014", "3-1", "10.5", "4x". */
function shapeOfNumber(word: string): string {
  return /^(?:1[89]|20)\d\d$/.test(word) ? '#year' : `#${word.replace(/\d/g, '0')}`
}
