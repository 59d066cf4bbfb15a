import { largest } from '../text/largest.ts'

/** Sums weights by slot of an article, text after text over the same typed arrays: small enough to stay close to the processor. */
export type Tally = {
  readonly clear: () => void
  /** @param weight a whole number; the sums of one text are below 2^20. */
  readonly add: (slot: number, weight: number) => void
  /**
   * The slots of the largest sums, largest first; on a tie the older article.
   *
   * @param leastPart sums below this part of the largest are left out; 0: none.
   */
  readonly largest: (slotsMax: number, leastPart?: number) => number[]
}

const SLOTS_AT_FIRST = 1 << 10

export function createTally(): Tally {
  // Open addressing: of each place one more than its slot (0: free), and the sum, side by side.
  let table = new Uint32Array(4 * SLOTS_AT_FIRST)
  /** Places taken, in order of arrival. */
  let taken = new Uint32Array(SLOTS_AT_FIRST)
  let ranks = new Float64Array(SLOTS_AT_FIRST)
  let size = 0

  const placeOf = (slot: number): number => {
    const places = table.length / 2
    let place = Math.imul(slot, 0x9e3779b1) >>> Math.clz32(places - 1)
    while (table[2 * place] !== 0 && table[2 * place] !== slot + 1) place = (place + 1) & (places - 1)
    return 2 * place
  }

  const grow = (): void => {
    const old = table
    table = new Uint32Array(2 * old.length)
    taken = taken.map((from) => {
      const place = placeOf(old[from]! - 1)
      table[place] = old[from]!
      table[place + 1] = old[from + 1]!
      return place
    })
    const before = taken
    taken = new Uint32Array(2 * before.length)
    taken.set(before)
  }

  return {
    clear() {
      table.fill(0)
      size = 0
    },
    add(slot, weight) {
      const place = placeOf(slot)
      if (table[place] === 0) {
        table[place] = slot + 1
        taken[size++] = place
      }
      table[place + 1]! += weight
      if (size === taken.length) grow()
    },
    largest(slotsMax, leastPart = 0) {
      let most = 0
      for (let at = 0; at < size; at++) most = Math.max(most, table[taken[at]! + 1]!)
      if (ranks.length < size) ranks = new Float64Array(taken.length)
      // One number to compare: the sum, and the older article before the newer: its lower 32 bits are one more than the slot, negated.
      let kept = 0
      for (let at = 0; at < size; at++) {
        const sum = table[taken[at]! + 1]!
        if (sum >= leastPart * most) ranks[kept++] = sum * 2 ** 32 - table[taken[at]!]!
      }
      return largest(kept, slotsMax, (a, b) => ranks[a]! > ranks[b]!)
        .sort((a, b) => ranks[b]! - ranks[a]!)
        .map((at) => (-ranks[at]! >>> 0) - 1)
    },
  }
}
