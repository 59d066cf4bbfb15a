/**
 * Whole numbers by keys of 32 bits, in rising order of the keys: entries of two arrays, which may be parts of larger ones that
 * others use too. Never changed: sums are made anew, so that one article's are its own numbers as they are kept.
 */
export type Sums = {
  readonly keys: Uint32Array
  readonly keysFrom: number
  readonly values: Uint16Array | Int32Array
  readonly valuesFrom: number
  readonly size: number
}

export const NO_SUMS: Sums = {
  keys: new Uint32Array(0),
  keysFrom: 0,
  values: new Int32Array(0),
  valuesFrom: 0,
  size: 0,
}

/** Two arrays that many sums share, from their beginning on: a small array costs more for its bookkeeping than for its numbers. */
export type Room = { readonly keys: Uint32Array; readonly values: Int32Array; used: number }

export function roomFor(entries: number): Room {
  return { keys: new Uint32Array(entries), values: new Int32Array(entries), used: 0 }
}

/** Of the sums of some twenty groups: a room stays in memory for as long as one of them does. */
const ROOM_ENTRIES = 1 << 13

/** Gives a room with place for so many entries more: the same one until it is full. */
export function createRooms(): (entries: number) => Room {
  let room = roomFor(0)
  return (entries) => {
    if (room.used + entries > room.keys.length) room = roomFor(Math.max(entries, ROOM_ENTRIES))
    return room
  }
}

/**
 * @param sign -1: the second is taken away, and was once added. Keys without a value are left out.
 * @param room with place for as many entries as both have.
 */
export function combine(a: Sums, b: Sums, sign: 1 | -1, room: Room = roomFor(a.size + b.size)): Sums {
  const { keys, values, used: from } = room
  let end = from
  let inB = 0
  const put = (key: number, value: number): void => {
    if (value === 0) return
    keys[end] = key
    values[end++] = value
  }
  for (let inA = 0; inA < a.size; inA++) {
    const key = a.keys[a.keysFrom + inA]!
    while (inB < b.size && b.keys[b.keysFrom + inB]! < key) {
      put(b.keys[b.keysFrom + inB]!, sign * b.values[b.valuesFrom + inB]!)
      inB++
    }
    const isInBoth = inB < b.size && b.keys[b.keysFrom + inB] === key
    put(key, a.values[a.valuesFrom + inA]! + (isInBoth ? sign * b.values[b.valuesFrom + inB++]! : 0))
  }
  for (; inB < b.size; inB++) put(b.keys[b.keysFrom + inB]!, sign * b.values[b.valuesFrom + inB]!)
  room.used = end
  return { keys, keysFrom: from, values, valuesFrom: from, size: end - from }
}

/** The value of a key; 0: it has none. */
export function sumAt({ keys, keysFrom, values, valuesFrom, size }: Sums, key: number): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[keysFrom + middle]! < key) low = middle + 1
    else high = middle
  }
  return low < size && keys[keysFrom + low] === key ? values[valuesFrom + low]! : 0
}

/** The other may have so many times the entries before each key is looked up in it. */
const MERGED_MAX = 8

/** Sum of the products of the values that both have, and the largest of them. */
export function product(one: Sums, other: Sums): { readonly sum: number; readonly most: number } {
  const [a, b] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  let most = 0
  let inB = 0
  const isMerged = b.size <= MERGED_MAX * a.size
  for (let inA = 0; inA < a.size; inA++) {
    const key = a.keys[a.keysFrom + inA]!
    let value = 0
    if (isMerged) {
      while (inB < b.size && b.keys[b.keysFrom + inB]! < key) inB++
      if (inB === b.size) break
      if (b.keys[b.keysFrom + inB] === key) value = b.values[b.valuesFrom + inB]!
    } else value = sumAt(b, key)
    const part = a.values[a.valuesFrom + inA]! * value
    sum += part
    if (part > most) most = part
  }
  return { sum, most }
}

export function squaredLength({ values, valuesFrom, size }: Sums): number {
  let squares = 0
  for (let at = valuesFrom; at < valuesFrom + size; at++) squares += values[at]! * values[at]!
  return squares
}

export function total({ values, valuesFrom, size }: Sums): number {
  let all = 0
  for (let at = valuesFrom; at < valuesFrom + size; at++) all += values[at]!
  return all
}
