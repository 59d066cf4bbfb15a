import { createKeyIndex } from '../text/key-index.ts'
import { LISTED } from '../text/list-rows.ts'
import { GOES_ON, QUOTED, type ReadText } from '../text/read-text.ts'
import { type PairWeight, pairAt } from './pair.ts'

/** Of longer texts only the beginning is compared. */
export const TOKENS_MAX = 1_200

/** Of a text with fewer words of its own, the lists of figures count as well. */
const PROSE_MIN = 30

/** How many word pairs lead to a text: the same pairs of two texts are chosen, whichever they stand in. */
const KEYS_MAX = 32

/**
 * A text as copies are compared: the stems of its own words in order, quotations and lists of figures left out. Of a name only the last word
 * counts: names are facts, which every report on an event has in common, and not wording.
 */
export type CopySequence = {
  /** 16 bits of each stem's hash: a pair of them is as good as unique. */
  readonly stems: Uint16Array
  /** Entries `start` to `end` of the array. */
  readonly start: number
  readonly end: number
  /** Weight of its distinct word pairs together, when it was first seen. */
  readonly weight: number
}

const pairs = createKeyIndex()

/** @returns with the smallest hashes of its word pairs (a bottom-k sketch; Broder 1997), under which it is found. */
export function copySequenceOf(
  { forms, places }: ReadText,
  weightOf: PairWeight,
): { readonly sequence: CopySequence; readonly keys: Uint32Array } {
  const own = new Uint32Array(Math.min(TOKENS_MAX, forms.length))
  let tokens = put(forms, places, QUOTED | GOES_ON | LISTED, own)
  // A page of results alone has no other words.
  if (tokens < PROSE_MIN) tokens = put(forms, places, QUOTED | GOES_ON, own)
  const stems = new Uint16Array(own.subarray(0, tokens))
  pairs.clear()
  const smallest = createSmallest(KEYS_MAX)
  let weight = 0
  for (let at = 1; at < tokens; at++) {
    smallest.add((Math.imul(own[at - 1]!, 31) ^ own[at]!) >>> 0)
    const pair = pairAt(stems, at)
    const known = pairs.size()
    if (pairs.numberOf(pair) < known) continue
    weight += weightOf(pair)
  }
  return { sequence: { stems, start: 0, end: tokens, weight }, keys: smallest.found() }
}

/** Distinct word pairs of a text. */
export function pairsOf({ stems, start, end }: CopySequence): Set<number> {
  const pairs = new Set<number>()
  for (let at = start + 1; at < end; at++) pairs.add(pairAt(stems, at))
  return pairs
}

/** Puts the stems that stand in no such place. @returns how many. */
function put(forms: ReadText['forms'], places: ReadText['places'], except: number, into: Uint32Array): number {
  let tokens = 0
  for (let at = 0; at < forms.length && tokens < TOKENS_MAX; at++) {
    if ((places[at]! & except) === 0) into[tokens++] = forms[at]!.hash
  }
  return tokens
}

/** Keeps the smallest of the distinct numbers it is given, ascending. */
function createSmallest(most: number) {
  const kept = new Uint32Array(most)
  let count = 0
  return {
    add(key: number): void {
      if (count === most && key >= kept[most - 1]!) return
      let at = count
      while (at > 0 && kept[at - 1]! > key) at--
      if (at > 0 && kept[at - 1] === key) return
      if (count < most) count++
      kept.copyWithin(at + 1, at, count - 1)
      kept[at] = key
    },
    found: () => kept.slice(0, count),
  }
}
