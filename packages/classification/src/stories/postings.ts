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

/** @param entriesMax the newest so many are kept. */
export function createPostings(entriesMax: number): Postings {
  let ring = allocate(Math.min(ENTRIES_AT_FIRST, entriesMax))
  let written = 0

  const link = (feature: number, slot: number): void => {
    const at = written % ring.capacity
    const head = feature & ring.headMask
    ring.features[at] = feature
    ring.slots[at] = slot
    ring.previous[at] = ring.heads[head]!
    ring.heads[head] = written
    written++
  }

  const grow = (): void => {
    const old = ring
    const count = written
    ring = allocate(Math.min(2 * old.capacity, entriesMax))
    written = 0
    for (let at = 0; at < count; at++) link(old.features[at]!, old.slots[at]!)
  }

  return {
    add(feature, slot) {
      if (written === ring.capacity && ring.capacity < entriesMax) grow()
      link(feature, slot)
    },
    visit(feature, limit, visit) {
      let entry = ring.heads[feature & ring.headMask]!
      // Chains of several features share a head: foreign entries cost a step as well.
      let steps = limit * 4
      let found = 0
      while (entry !== NONE && entry + ring.capacity >= written && steps-- > 0) {
        const at = entry % ring.capacity
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
  const heads = 2 ** Math.ceil(Math.log2(capacity))
  return {
    capacity,
    headMask: heads - 1,
    features: new Uint32Array(capacity),
    slots: new Uint32Array(capacity),
    previous: new Uint32Array(capacity).fill(NONE),
    heads: new Uint32Array(heads).fill(NONE),
  }
}
