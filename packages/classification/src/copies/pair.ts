/** Weight of a word pair by its two stems, of 16 bits each. */
export type PairWeight = (pair: number) => number

/** The pair at a place of a sequence, of two stems of 16 bits. */
export function pairAt(stems: Uint16Array, at: number): number {
  return ((stems[at - 1]! << 16) | stems[at]!) >>> 0
}
