import { ngramsData } from '../../node_modules/eld/src/ngrams/large.js'

/**
 * Scores of 60 languages for 245,000 n-grams of UTF-8: those of the package `eld` (its large set), which holds each as an object
 * of its own: 110 MB over which every whole collection of garbage walks. Here they are 10 MB of numbers.
 */
export type NgramTable = {
  /** Codes of the languages, by number. */
  readonly languages: readonly string[]
  /** Adds to each language's sum what an n-gram of up to six bytes says, `first` the first four of them and `rest` the others. */
  readonly add: (sums: Int32Array, first: number, rest: number) => void
}

/** What the package leaves out of each score to keep its file small. */
const BASE_SCORE = 53

/** Of each slot both halves of an n-gram, where its scores begin, and how many they are (0: free), side by side. */
const ENTRY = 4
const REST = 1
const START = 2
const COUNT = 3

export const NGRAMS: NgramTable = openTable()

function openTable(): NgramTable {
  const { languages, ngrams } = ngramsData
  const codes = Object.values(languages)
  const all = Object.keys(ngrams)
  // At most half of the slots are taken.
  const shift = Math.clz32(2 * all.length)
  const mask = 2 ** (32 - shift) - 1
  const slots = new Uint32Array(ENTRY * (mask + 1))
  const scored: number[] = []

  const slotOf = (first: number, rest: number): number => {
    let slot = Math.imul(first ^ Math.imul(rest, 0x85ebca6b), 0x9e3779b1) >>> shift
    for (; ; slot = (slot + 1) & mask) {
      const at = slot * ENTRY
      if (slots[at + COUNT] === 0 || (slots[at] === first && slots[at + REST] === rest)) return at
    }
  }

  for (const ngram of all) {
    const first = packed(ngram, 0, 4)
    const rest = packed(ngram, 4, ngram.length)
    const at = slotOf(first, rest)
    const scores = ngrams[ngram]!
    slots[at] = first
    slots[at + REST] = rest
    slots[at + START] = scored.length
    for (let language = 0; language < codes.length; language++) {
      const score = scores[language]
      if (score === undefined) continue
      scored.push(language, score + BASE_SCORE)
      slots[at + COUNT]!++
    }
  }
  // Nobody else reads them, and they are freed.
  ngramsData.ngrams = {}
  const scores = Uint16Array.from(scored)

  return {
    languages: codes,
    add(sums, first, rest) {
      const entry = slotOf(first, rest)
      const start = slots[entry + START]!
      for (let at = start, end = start + 2 * slots[entry + COUNT]!; at < end; at += 2)
        sums[scores[at]!]! += scores[at + 1]!
    },
  }
}

/** Up to four bytes as one number. None of them is zero, so it tells how many they are. */
function packed(bytes: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < Math.min(to, bytes.length); at++) number = (number << 8) | bytes.charCodeAt(at)
  return number >>> 0
}
