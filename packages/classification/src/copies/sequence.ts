import type { ReadText } from '../text/read-text.ts'
import { type PairWeight, pairAt } from './pair.ts'

/** Of longer texts only the beginning is compared. */
const TOKENS_MAX = 1_200

/** How many word pairs lead to a text: the same pairs of two texts are chosen, whichever they stand in. */
const KEYS_MAX = 32

/**
 * A text as copies are compared: the stems of its own words in order, quotations left out. Of a name only the last word
 * counts: names are facts, which every report on an event has in common, and not wording.
 */
export type CopySequence = {
  /** 16 bits of each stem's hash: a pair of them is as good as unique. */
  readonly stems: Uint16Array
  /** Weight of its distinct word pairs together, when it was first seen. */
  readonly weight: number
}

/** @returns with the smallest hashes of its word pairs (a bottom-k sketch; Broder 1997), under which it is found. */
export function copySequenceOf(
  { hashes, quoted, goesOn }: ReadText,
  weightOf: PairWeight,
): { readonly sequence: CopySequence; readonly keys: Uint32Array } {
  const own = hashes.filter((_, at) => quoted[at] === 0 && goesOn[at] === 0).subarray(0, TOKENS_MAX)
  const stems = Uint16Array.from(own, (hash) => hash & 0xffff)
  const keys = new Uint32Array(Math.max(0, own.length - 1))
  const pairs = new Set<number>()
  let weight = 0
  for (let at = 1; at < own.length; at++) {
    keys[at - 1] = (Math.imul(own[at - 1]!, 31) ^ own[at]!) >>> 0
    const pair = pairAt(stems, at)
    if (pairs.has(pair)) continue
    pairs.add(pair)
    weight += weightOf(pair)
  }
  return { sequence: { stems, weight }, keys: smallest(keys) }
}

function smallest(keys: Uint32Array): Uint32Array {
  const found: number[] = []
  for (const key of keys.sort()) {
    if (found.length >= KEYS_MAX) break
    if (key !== found.at(-1)) found.push(key)
  }
  return Uint32Array.from(found)
}
