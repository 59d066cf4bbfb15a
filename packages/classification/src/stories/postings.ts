/**
 * Which articles have a feature, newest first: chains through one ring of entries, so that memory is bounded, the oldest
 * entries make room for new ones, and a look-up reads a bounded number of entries however many articles there are.
 */
export type Postings = {
  readonly add: (feature: number, slot: number) => void
  /** Calls `visit` with up to `limit` slots that have the feature, newest first. */
  readonly visit: (feature: number, limit: number, visit: (slot: number) => void) => void
}

const ENTRIES_AT_FIRST = 1 << 12
const NONE = 0xffff_ffff

/** @param entriesMax a power of two. */
export function createPostings(entriesMax: number): Postings {
  let capacity = Math.min(ENTRIES_AT_FIRST, entriesMax)
  let ring = allocate(capacity)
  let written = 0

  const link = (feature: number, slot: number): void => {
    const at = written % capacity
    const head = feature & (capacity - 1)
    ring.features[at] = feature
    ring.slots[at] = slot
    ring.previous[at] = ring.heads[head]!
    ring.heads[head] = written
    written++
  }

  const grow = (): void => {
    const old = ring
    const count = written
    capacity *= 2
    ring = allocate(capacity)
    written = 0
    for (let at = 0; at < count; at++) link(old.features[at]!, old.slots[at]!)
  }

  return {
    add(feature, slot) {
      if (written === capacity && capacity < entriesMax) grow()
      link(feature, slot)
    },
    visit(feature, limit, visit) {
      let entry = ring.heads[feature & (capacity - 1)]!
      // Chains of several features share a head: foreign entries cost a step as well.
      let steps = limit * 4
      let found = 0
      while (entry !== NONE && entry + capacity >= written && steps-- > 0) {
        const at = entry % capacity
        if (ring.features[at] === feature) {
          visit(ring.slots[at]!)
          if (++found >= limit) return
        }
        entry = ring.previous[at]!
      }
    },
  }
}

function allocate(capacity: number) {
  return {
    features: new Uint32Array(capacity),
    slots: new Uint32Array(capacity),
    previous: new Uint32Array(capacity).fill(NONE),
    heads: new Uint32Array(capacity).fill(NONE),
  }
}
