import { avgScore } from '../../node_modules/eld/src/avgScore.js'
import { dictionary } from '../../node_modules/eld/src/dictionary.js'
import { NGRAMS } from './ngram-table.ts'

/** What the n-grams of a text say of its language. */
export type NgramVerdict = {
  /** ISO 639-1; "": nothing. */
  readonly language: string
  /** There are several n-grams, and they speak for the language nearly as much as those of its texts do on average. */
  readonly isReliable: boolean
  /** How much they speak for a language: 0 to 1. */
  readonly scoreOf: (code: string) => number
}

const CHARS_MAX = 1_000
/** A text ends with the first word, or within the word, behind so many bytes; of a word, so many are read in n-grams. */
const BYTES_TO_END_OF_WORD = 350
const BYTES_MAX = 380
const WORD_BYTES_MAX = 70

const NGRAMS_MIN = 3
const SHARE_OF_AVERAGE_MIN = 0.75
/** Scales scores to 0 to 1. */
const SCALE = 25

/** Runs of what is no letter of Unicode's first plane, without the apostrophes at their end: these open a word. */
const SEPARATORS = /[\P{L}\u{10000}-\u{10ffff}]+(?<!['`’])/gv

/**
 * The language of a text by the n-grams of its first 350 bytes or so: the method of the package `eld` 2.1 (Nito T.M., Apache-2.0) on its
 * n-grams, to the same numbers, but without an object for each n-gram of the text.
 */
export function readNgrams(text: string): NgramVerdict {
  const sums = new Int32Array(NGRAMS.languages.length)
  const count = addNgrams(sums, text.slice(0, CHARS_MAX).replace(SEPARATORS, ' ').trim().toLowerCase())
  const shares = (sum: number) => sum / count / (sum / count + SCALE)
  const most = Math.max(...sums)
  const language = most > 0 ? NGRAMS.languages[sums.indexOf(most)]! : ''
  return {
    language,
    isReliable: count >= NGRAMS_MIN && most > 0 && shares(most) >= avgScore[language]! * SHARE_OF_AVERAGE_MIN,
    scoreOf(code) {
      const sum = sums[NGRAMS.languages.indexOf(code)] ?? 0
      return sum > 0 ? shares(sum) : 0
    },
  }
}

/** A word with a blank before and behind it, each byte as the n-grams write it. */
const BLANK = 0x20
const word = new Uint8Array(1 + BYTES_MAX + 3 + 1)
word[0] = BLANK

/** How the n-grams write each byte above ASCII. */
const WRITTEN = Uint8Array.from(dictionary, (char) => char.charCodeAt(0))

/** Adds the scores of a text's distinct n-grams. @returns how many n-grams they are. */
function addNgrams(sums: Int32Array, text: string): number {
  seen.fill(0)
  let count = 0
  let bytes = 0
  let length = 0
  const put = (byte: number): void => {
    word[++length] = WRITTEN[byte]!
  }
  for (let at = 0; at < text.length && bytes <= BYTES_MAX; at++) {
    const unit = text.charCodeAt(at)
    if (unit === BLANK) {
      if (length > 0) count += addWord(sums, length)
      length = 0
      if (bytes > BYTES_TO_END_OF_WORD) break
      bytes++
    } else if (unit < 0x80) {
      word[++length] = unit
      bytes++
    } else if (unit < 0x800) {
      put(0xc0 | (unit >> 6))
      put(0x80 | (unit & 0x3f))
      bytes += 2
    } else {
      put(0xe0 | (unit >> 12))
      put(0x80 | ((unit >> 6) & 0x3f))
      put(0x80 | (unit & 0x3f))
      bytes += 3
    }
  }
  if (length > 0) count += addWord(sums, length)
  return count
}

/** Four bytes, every three bytes, and the last four; with the blank before the word or behind it where they are at its ends. */
function addWord(sums: Int32Array, length: number): number {
  word[length + 1] = BLANK
  const read = Math.min(length, WORD_BYTES_MAX)
  let count = 0
  let at = 0
  for (; at + 4 < read; at += 3) count += addNgram(sums, at === 0 ? 0 : at + 1, at + 5)
  return count + addNgram(sums, at === 0 ? 0 : read - 3, length + 2)
}

/** N-grams of a text, at most one for two of its bytes: of each slot the first four bytes, and one more than the rest (0: free). */
const seen = new Uint32Array(2 * 512)

/** @returns 1; 0: the text has had it before. */
function addNgram(sums: Int32Array, start: number, end: number): 0 | 1 {
  let first = 0
  for (let at = start; at < Math.min(start + 4, end); at++) first = (first << 8) | word[at]!
  let rest = 0
  for (let at = start + 4; at < end; at++) rest = (rest << 8) | word[at]!
  const [a, b] = [first >>> 0, (rest >>> 0) + 1]
  let slot = Math.imul(first ^ rest, 0x9e3779b1) >>> 23
  for (; seen[2 * slot + 1] !== 0; slot = (slot + 1) & 511)
    if (seen[2 * slot] === a && seen[2 * slot + 1] === b) return 0
  seen[2 * slot] = a
  seen[2 * slot + 1] = b
  NGRAMS.add(sums, a, rest >>> 0)
  return 1
}
