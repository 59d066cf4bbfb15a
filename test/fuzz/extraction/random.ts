export type Random = {
  /** 0 up to 1. */
  next(): number
  /** 0 up to, not including, `below`. */
  int(below: number): number
  pick<Item>(items: readonly Item[]): Item
}

/** Mulberry32: seeded, so that every page can be made again. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (below: number) => Math.floor(next() * below)
  return { next, int, pick: (items) => items[int(items.length)]! }
}
