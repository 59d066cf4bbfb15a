import { type PairWeight, pairAt } from './pair.ts'
import type { CopySequence } from './sequence.ts'

/** Shares of one text that stand in another: 0 to 1, by weight of word pairs. */
export type Containment = {
  readonly ofA: number
  readonly ofB: number
  /** Word pairs that both have: their number, and their weight. */
  readonly shared: number
  readonly weight: number
  /** Word pairs of A. */
  readonly pairs: number
}

/** One text's distinct word pairs, ready to be compared with many others. */
export type PairTable = {
  /** Where its pairs stand that the other text has as well: a look-up a word, so it is asked once a text. */
  readonly shared: (other: CopySequence) => Shared
  /** Counts, for every pair that both have, one more origin. */
  readonly countOrigins: (shared: Shared) => void
  /** Divides each pair's weight by the number of its origins. */
  readonly discount: () => void
  readonly compare: (other: CopySequence, shared?: Shared) => Containment
  readonly pairs: number
}

/** Slots of a table, each once. */
export type Shared = Uint32Array

/** Slots of the hash table for each word pair: at most a quarter is taken, so that look-ups are short. */
const SLOTS_PER_PAIR = 4

/** An open-addressing table over typed arrays: comparing a text costs one look-up a word and allocates nothing. */
export function pairTable({ stems, start, end }: CopySequence, weight: PairWeight): PairTable {
  const shift = Math.clz32(Math.max(1, end - start) * SLOTS_PER_PAIR)
  const size = 2 ** (32 - shift)
  const keys = new Uint32Array(size)
  const weights = new Float64Array(size)
  const origins = new Uint16Array(size)
  // 0: the slot is free; else the number of the last text in which its pair was found.
  const lastFoundIn = new Uint16Array(size)
  let texts = 1
  let total = 0
  let pairs = 0
  for (let at = start + 1; at < end; at++) {
    const pair = pairAt(stems, at)
    const slot = slotOf(keys, lastFoundIn, pair, shift)
    if (lastFoundIn[slot] !== 0) continue
    keys[slot] = pair
    weights[slot] = weight(pair)
    lastFoundIn[slot] = texts
    total += weights[slot]!
    pairs++
  }

  const sharedWith = (other: CopySequence): Shared => {
    texts++
    const slots = new Uint32Array(Math.min(pairs, other.end - other.start))
    let found = 0
    for (let at = other.start + 1; at < other.end; at++) {
      const slot = slotOf(keys, lastFoundIn, pairAt(other.stems, at), shift)
      if (lastFoundIn[slot] === 0 || lastFoundIn[slot] === texts) continue
      lastFoundIn[slot] = texts
      slots[found++] = slot
    }
    return slots.subarray(0, found)
  }

  return {
    pairs,
    shared: sharedWith,
    countOrigins(slots) {
      for (const slot of slots) origins[slot]!++
    },
    discount() {
      for (let slot = 0; slot < size; slot++) {
        if (origins[slot]! < 2) continue
        total -= weights[slot]!
        weights[slot] = weights[slot]! / origins[slot]!
        total += weights[slot]!
      }
    },
    compare(other, slots = sharedWith(other)) {
      let sum = 0
      for (const slot of slots) sum += weights[slot]!
      const shared = slots.length
      return { ofA: sum / (total || 1), ofB: Math.min(1, sum / (other.weight || 1)), shared, weight: sum, pairs }
    },
  }
}

function slotOf(keys: Uint32Array, lastFoundIn: Uint16Array, pair: number, shift: number): number {
  let slot = Math.imul(pair, 0x9e3779b1) >>> shift
  while (lastFoundIn[slot] !== 0 && keys[slot] !== pair) slot = (slot + 1) & (keys.length - 1)
  return slot
}
