import { createKeyIndex } from '../text/key-index.ts'
import { largest } from '../text/largest.ts'

/** Sums weights by slot of an article, text after text over the same typed arrays. */
export type Tally = {
  readonly clear: () => void
  readonly add: (slot: number, weight: number) => void
  /** The slots of the largest sums, largest first; on a tie the older article. */
  readonly largest: (slotsMax: number) => number[]
}

const SLOTS_AT_FIRST = 1 << 12

export function createTally(): Tally {
  const index = createKeyIndex()
  let slots = new Uint32Array(SLOTS_AT_FIRST)
  let sums = new Float64Array(SLOTS_AT_FIRST)
  const isBefore = (a: number, b: number) => (sums[a] !== sums[b] ? sums[a]! > sums[b]! : slots[a]! < slots[b]!)
  return {
    clear: () => index.clear(),
    add(slot, weight) {
      const size = index.size()
      const at = index.numberOf(slot)
      if (at < size) {
        sums[at]! += weight
        return
      }
      if (at === slots.length) {
        slots = grown(slots, new Uint32Array(2 * at))
        sums = grown(sums, new Float64Array(2 * at))
      }
      slots[at] = slot
      sums[at] = weight
    },
    largest(slotsMax) {
      return largest(index.size(), slotsMax, isBefore)
        .sort((a, b) => (isBefore(a, b) ? -1 : 1))
        .map((at) => slots[at]!)
    },
  }
}

function grown<Numbers extends Uint32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
