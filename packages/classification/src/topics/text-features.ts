import { hash32, mix32 } from '../text/hash.ts'
import { createKeyIndex } from '../text/key-index.ts'
import { stem } from '../text/stem.ts'
import type { WordForm } from '../text/word-forms.ts'
import { WORDS_MAX, wordsOfText } from '../text/words-of-text.ts'
import { FUNCTION_WORDS } from './function-words.ts'

/** A news text says what it is about in its first screens; the rest is background and furniture. */
const TEXT_CHARS_MAX = 6_000

/** A title's word counts as if it stood so many times in the text. */
const TITLE_WEIGHT = 3

/** Hashes of stems remembered, so that a common word is stemmed and hashed once. Forgetting them changes no answer. */
const REMEMBERED_MAX = 50_000

/** Function words that may stand within a pair: "Bank of England", "war in the Gulf". */
const WORDS_BETWEEN_MAX = 2

/**
 * What a linear model reads of a text: stems and pairs of neighbouring stems, by their 32-bit hash. Function words are
 * passed over.
 *
 * Feature i has hash `keys[i]`, occurs `counts[i]` times (a title's words weigh more), and stands first at
 * `words[firsts[i]]` to `words[firsts[i] + widths[i] - 1]`.
 */
export type TextFeatures = {
  readonly words: readonly Pick<WordForm, 'raw'>[]
  readonly keys: Uint32Array
  readonly counts: Uint16Array
  readonly firsts: Uint16Array
  readonly widths: Uint8Array
}

/** Of the text that is being read: a feature for each word of its title and text at most, and for each pair. */
const read = {
  keys: new Uint32Array(4 * WORDS_MAX),
  counts: new Uint16Array(4 * WORDS_MAX),
  firsts: new Uint16Array(4 * WORDS_MAX),
  widths: new Uint8Array(4 * WORDS_MAX),
}

export function textFeatures(title: string, text: string, language: string | null): TextFeatures {
  const words: WordForm[] = [...wordsOfText(title, language).forms]
  const titleWords = words.length
  const { forms, starts } = wordsOfText(text, language)
  for (let at = 0; at < forms.length && starts[at]! < TEXT_CHARS_MAX; at++) words.push(forms[at]!)
  known.clear()
  const add = (key: number, first: number, width: number) => {
    const weight = first < titleWords ? TITLE_WEIGHT : 1
    const before = known.size()
    const at = known.numberOf(key)
    if (at < before) {
      read.counts[at]! += weight
      return
    }
    read.keys[at] = key
    read.counts[at] = weight
    read.firsts[at] = first
    read.widths[at] = width
  }
  let before = 0
  let beforeAt = Number.NEGATIVE_INFINITY
  for (let at = 0; at < words.length; at++) {
    if (at === titleWords) beforeAt = Number.NEGATIVE_INFINITY
    const word = words[at]!
    word.topicKey ??= keyOf(word.lower, language) | 0
    const key = word.topicKey >>> 0
    if (key === FUNCTION_WORD) continue
    add(key, at, 1)
    if (at - beforeAt <= 1 + WORDS_BETWEEN_MAX) add(pairKey(before, key), beforeAt, at - beforeAt + 1)
    before = key
    beforeAt = at
  }
  const size = known.size()
  return {
    words,
    keys: read.keys.slice(0, size),
    counts: read.counts.slice(0, size),
    firsts: read.firsts.slice(0, size),
    widths: read.widths.slice(0, size),
  }
}

const known = createKeyIndex()

/** The words of a feature as the text prints them. */
export function termOf({ words, firsts, widths }: TextFeatures, feature: number): string {
  const first = firsts[feature]!
  if (widths[feature] === 1) return words[first]!.raw
  return words
    .slice(first, first + widths[feature]!)
    .map(({ raw }) => raw)
    .join(' ')
}

export function pairKey(first: number, second: number): number {
  return mix32(Math.imul(first, 31) ^ second)
}

/** Key of every function word. */
export const FUNCTION_WORD = 0

const remembered = new Map<string, number>()

/** Hash of a word's stem, or of a number's shape; FUNCTION_WORD for words that say nothing. */
export function wordKey(raw: string, language: string | null): number {
  const name = language === 'en' ? raw : `${raw}/${language}`
  const known = remembered.get(name)
  if (known !== undefined) return known
  const found = keyOf(raw.toLowerCase(), language)
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(name, found)
  return found
}

function keyOf(word: string, language: string | null): number {
  const first = word.charCodeAt(0)
  if (first >= 48 && first <= 57) return hash32(shapeOfNumber(word))
  if (language === 'en' && FUNCTION_WORDS.has(word.replace('’', "'"))) return FUNCTION_WORD
  return hash32(stem(word, language))
}

/** Numbers say nothing of a topic by their digits, but much by their form: "2014", "3-1", "10.5", "4x". */
function shapeOfNumber(word: string): string {
  return /^(?:1[89]|20)\d\d$/.test(word) ? '#year' : `#${word.replace(/\d/g, '0')}`
}
