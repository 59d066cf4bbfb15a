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
  const slots = new Uint32Array(size)
  const places = new Int32Array(size).fill(-1)
  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x9e3779b1) >>> shift
    while (places[slot] !== -1 && slots[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
  keys.forEach((key, place) => {
    const slot = slotOf(key >>> 0)
    slots[slot] = key
    places[slot] = place
  })
  return { placeOf: (key) => places[slotOf(key)]! }
}
