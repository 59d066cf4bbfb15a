import { type PairWeight, pairAt } from './pair.ts'
import { type CopySequence, TOKENS_MAX } from './sequence.ts'

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

/** One text's distinct word pairs, ready to be compared with many others, until the next table is made. */
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

/** Slots of a table, each once: entries `start` to `end` of `listed`. */
export type Shared = { readonly start: number; readonly end: number }

/** Slots of the hash table for each word pair: at most a quarter is taken, so that look-ups are short. */
const SLOTS_PER_PAIR = 4

const SLOTS_MAX = 2 ** Math.ceil(Math.log2(SLOTS_PER_PAIR * TOKENS_MAX))

const keys = new Uint32Array(SLOTS_MAX)
const weights = new Float64Array(SLOTS_MAX)
const origins = new Uint16Array(SLOTS_MAX)
/** 0: the slot is free; else the number of the last text in which its pair was found. */
const lastFoundIn = new Uint16Array(SLOTS_MAX)
let listed = new Uint32Array(32 * TOKENS_MAX)

/**
 * An open-addressing table over typed arrays that serve one table after the other: comparing a text costs one look-up a word
 * and allocates nothing.
 */
export function pairTable({ stems, start, end }: CopySequence, weight: PairWeight): PairTable {
  const shift = Math.clz32(Math.max(1, end - start) * SLOTS_PER_PAIR)
  const size = 2 ** (32 - shift)
  origins.fill(0, 0, size)
  lastFoundIn.fill(0, 0, size)
  let listEnd = 0
  let texts = 1
  let total = 0
  let pairs = 0
  for (let at = start + 1; at < end; at++) {
    const pair = pairAt(stems, at)
    const slot = slotOf(pair, shift)
    if (lastFoundIn[slot] !== 0) continue
    keys[slot] = pair
    weights[slot] = weight(pair)
    lastFoundIn[slot] = texts
    total += weights[slot]!
    pairs++
  }

  const sharedWith = (other: CopySequence): Shared => {
    const { stems: others } = other
    const text = ++texts
    const from = listEnd
    if (from + pairs > listed.length) listed = copied(listed, new Uint32Array(2 * (from + pairs)))
    // Names of its own for what does not change: this is the busiest loop of all that grouping does.
    const into = listed
    let to = from
    for (let at = other.start + 1, last = other.end; at < last; at++) {
      const slot = slotOf(pairAt(others, at), shift)
      const foundIn = lastFoundIn[slot]!
      if (foundIn === 0 || foundIn === text) continue
      lastFoundIn[slot] = text
      into[to++] = slot
    }
    listEnd = to
    return { start: from, end: to }
  }

  return {
    pairs,
    shared: sharedWith,
    countOrigins(shared) {
      for (let at = shared.start; at < shared.end; at++) origins[listed[at]!]!++
    },
    discount() {
      for (let slot = 0; slot < size; slot++) {
        if (origins[slot]! < 2) continue
        total -= weights[slot]!
        weights[slot] = weights[slot]! / origins[slot]!
        total += weights[slot]!
      }
    },
    compare(other, found = sharedWith(other)) {
      let sum = 0
      for (let at = found.start; at < found.end; at++) sum += weights[listed[at]!]!
      const shared = found.end - found.start
      return { ofA: sum / (total || 1), ofB: Math.min(1, sum / (other.weight || 1)), shared, weight: sum, pairs }
    },
  }
}

function slotOf(pair: number, shift: number): number {
  const mask = 0xffff_ffff >>> shift
  let slot = Math.imul(pair, 0x9e3779b1) >>> shift
  while (lastFoundIn[slot] !== 0 && keys[slot] !== pair) slot = (slot + 1) & mask
  return slot
}

function copied(from: Uint32Array, to: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  to.set(from)
  return to
}
