/** A table that does not change, from whole numbers of 32 bits to the place of each: faster and smaller than a Map. */
export type KeyTable = {
  /** Place of a key among those that the table was made of; -1: it is none of them. */
  readonly placeOf: (key: number) => number
}

/** Open addressing over typed arrays, at most half of which are taken. */
export function createKeyTable(keys: readonly number[]): KeyTable {
  const shift = Math.clz32(Math.max(1, keys.length) * 2)
  const size = 2 ** (32 - shift)
  const mask = size - 1
  // Of each slot its key, and one more than its place (0: free), side by side: a look-up reads one stretch of memory.
  const slots = new Int32Array(2 * size)
  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x9e3779b1) >>> shift
    while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== key) slot = (slot + 1) & mask
    return 2 * slot
  }
  keys.forEach((key, place) => {
    const slot = slotOf(key | 0)
    slots[slot] = key
    slots[slot + 1] = place + 1
  })
  return { placeOf: (key) => slots[slotOf(key | 0) + 1]! - 1 }
}
