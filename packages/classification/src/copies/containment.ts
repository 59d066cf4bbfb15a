import type { CopySequence } from './sequence.ts'

/** Weight of a word pair by its two stems, of 16 bits each. */
export type PairWeight = (pair: number) => number

/** Shares of one text that stand in another: 0 to 1, by weight of word pairs. */
export type Containment = { readonly ofA: number; readonly ofB: number; readonly shared: number }

/** The distinct word pairs of a text with their weights. */
export type WeighedPairs = { readonly pairs: ReadonlyMap<number, number>; readonly total: number }

export function weighedPairs({ stems }: CopySequence, weight: PairWeight): WeighedPairs {
  const pairs = new Map<number, number>()
  let total = 0
  for (let at = 1; at < stems.length; at++) {
    const pair = ((stems[at - 1]! << 16) | stems[at]!) >>> 0
    if (pairs.has(pair)) continue
    const found = weight(pair)
    pairs.set(pair, found)
    total += found
  }
  return { pairs, total }
}

export function containment(a: WeighedPairs, b: WeighedPairs): Containment {
  const [small, large] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a]
  let shared = 0
  let count = 0
  for (const [pair, weight] of small.pairs) {
    if (!large.pairs.has(pair)) continue
    shared += weight
    count++
  }
  return { ofA: shared / (a.total || 1), ofB: shared / (b.total || 1), shared: count }
}
