import type { StoryDocument } from '../stories/document.ts'
import { hash32 } from '../text/hash.ts'
import { withoutQuotations } from '../text/quotations.ts'
import { stem } from '../text/stem.ts'
import { wordsOf } from '../text/words.ts'

/** Of longer texts only the beginning is compared. */
const TOKENS_MAX = 1_200

/** How many word pairs lead to a text: the same pairs of two texts are chosen, whichever they stand in. */
const KEYS_MAX = 32

/** A text as copies are compared: the stems of its own words in order, quotations left out. */
export type CopySequence = {
  /** 16 bits of each stem's hash: a pair of them is as good as unique. */
  readonly stems: Uint16Array
  /** The smallest hashes of its word pairs (a bottom-k sketch; Broder 1997). */
  readonly keys: Uint32Array
}

export function copySequenceOf({ text, language }: Pick<StoryDocument, 'text' | 'language'>): CopySequence {
  const words = wordsOf(withoutQuotations(text))
  const length = Math.min(words.length, TOKENS_MAX)
  const stems = new Uint16Array(length)
  const pairs = new Set<number>()
  let before = 0
  for (let at = 0; at < length; at++) {
    const hash = hash32(stem(words[at]!.raw.toLowerCase(), language))
    stems[at] = hash & 0xffff
    if (at > 0) pairs.add((Math.imul(before, 31) ^ hash) >>> 0)
    before = hash
  }
  return { stems, keys: Uint32Array.from(pairs).sort().slice(0, KEYS_MAX) }
}
