import { createKeyIndex } from '../text/key-index.ts'

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
      // A heap whose root is the least of those kept.
      const heap: number[] = []
      const size = index.size()
      for (let at = 0; at < size; at++) {
        if (heap.length < slotsMax) {
          heap.push(at)
          rise(heap, isBefore)
        } else if (isBefore(at, heap[0]!)) {
          heap[0] = at
          sink(heap, isBefore)
        }
      }
      return heap.sort((a, b) => (isBefore(a, b) ? -1 : 1)).map((at) => slots[at]!)
    },
  }
}

function grown<Numbers extends Uint32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}

type IsBefore = (a: number, b: number) => boolean

function rise(heap: number[], isBefore: IsBefore): void {
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1
    if (isBefore(heap[at]!, heap[parent]!)) return
    swap(heap, at, parent)
    at = parent
  }
}

function sink(heap: number[], isBefore: IsBefore): void {
  for (let at = 0; ; ) {
    let least = at
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && isBefore(heap[least]!, heap[child]!)) least = child
    }
    if (least === at) return
    swap(heap, at, least)
    at = least
  }
}

function swap(heap: number[], a: number, b: number): void {
  const moved = heap[a]!
  heap[a] = heap[b]!
  heap[b] = moved
}
