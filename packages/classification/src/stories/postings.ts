/**
 * Which articles have a feature, newest first: a list of slots for each feature, side by side in one large array, so that a
 * look-up reads one stretch of memory, of bounded length, however many articles there are.
 */
export type Postings = {
  readonly add: (feature: number, slot: number) => void
  /** How many slots `read` gives at most. */
  readonly lengthOf: (feature: number) => number
  /**
   * Puts the slots of the newest articles that have the feature, newest first, into an array with room for them.
   *
   * @returns how many: up to `most`.
   */
  readonly read: (feature: number, most: number, into: Uint32Array) => number
}

const FEATURES_AT_FIRST = 1 << 10
const LIST_AT_FIRST = 2

/**
 * Of each feature: the feature itself, where its list starts, and how many slots were ever put into the list (0: free). Most
 * features have one slot: it stands in the place of the start.
 */
const ENTRY = 3
const START = 1
const COUNT = 2

/**
 * Lists are short at first, and move to a place of twice the length when they are full; from `listMax` on, the newest slot
 * takes the place of the oldest. Whenever half the window's articles have come, what has left the window is swept out.
 *
 * @param listMax the newest so many slots of a feature are kept.
 * @param articlesMax slots this far below the highest have left the window.
 */
export function createPostings(listMax: number, articlesMax: number): Postings {
  let table = new Uint32Array(ENTRY * 2 * FEATURES_AT_FIRST)
  let features = 0
  let lists = new Uint32Array(LIST_AT_FIRST * FEATURES_AT_FIRST)
  let used = 0
  /** Places of lists that have moved, by their length. */
  let vacant = new Map<number, number[]>()
  let highest = 0
  let sweepAt = articlesMax

  const lengthOf = (count: number): number =>
    Math.min(listMax, Math.max(LIST_AT_FIRST, 2 ** (32 - Math.clz32(count - 1))))

  const entryOf = (feature: number): number => {
    const places = table.length / ENTRY
    let place = Math.imul(feature, 0x9e3779b1) >>> Math.clz32(places - 1)
    for (; ; place = (place + 1) & (places - 1)) {
      const entry = place * ENTRY
      if (table[entry] === feature || table[entry + COUNT] === 0) return entry
    }
  }

  const allocate = (length: number): number => {
    const place = vacant.get(length)?.pop()
    if (place !== undefined) return place
    if (used + length > lists.length) lists = copied(lists, new Uint32Array(2 * lists.length))
    used += length
    return used - length
  }

  /** Where the list of a feature starts that has had `count` slots, at least one, and gets one more: moved if it is full. */
  const startOf = (entry: number, count: number): number => {
    const start = table[entry + START]!
    if (count === 1) {
      table[entry + START] = allocate(LIST_AT_FIRST)
      lists[table[entry + START]!] = start
    } else if (count < listMax && count === lengthOf(count)) {
      table[entry + START] = allocate(lengthOf(count + 1))
      lists.copyWithin(table[entry + START]!, start, start + count)
      const left = vacant.get(count)
      if (left === undefined) vacant.set(count, [start])
      else left.push(start)
    }
    return table[entry + START]!
  }

  const growTable = (): void => {
    const old = table
    table = new Uint32Array(2 * old.length)
    for (let from = 0; from < old.length; from += ENTRY) {
      if (old[from + COUNT] === 0) continue
      const to = entryOf(old[from]!)
      for (let part = 0; part < ENTRY; part++) table[to + part] = old[from + part]!
    }
  }

  const add = (feature: number, slot: number): void => {
    const entry = entryOf(feature)
    const count = table[entry + COUNT]!
    table[entry + COUNT] = count + 1
    if (count > 0) {
      // Before `lists` is looked at: it may be replaced.
      const start = startOf(entry, count)
      lists[start + (count % listMax)] = slot
      return
    }
    table[entry] = feature
    table[entry + START] = slot
    features++
    if (features * 2 * ENTRY > table.length) growTable()
  }

  const sweep = (): void => {
    const [oldTable, oldLists] = [table, lists]
    // As large as it was: features come in the order of their places, and would crowd at the front of a table still small.
    table = new Uint32Array(oldTable.length)
    lists = new Uint32Array(LIST_AT_FIRST * FEATURES_AT_FIRST)
    vacant = new Map()
    features = 0
    used = 0
    for (let entry = 0; entry < oldTable.length; entry += ENTRY) {
      const start = oldTable[entry + START]!
      const count = oldTable[entry + COUNT]!
      for (let at = Math.max(0, count - listMax); at < count; at++) {
        const slot = count === 1 ? start : oldLists[start + (at % listMax)]!
        if (slot > highest - articlesMax) add(oldTable[entry]!, slot)
      }
    }
  }

  return {
    add(feature, slot) {
      if (slot > highest) highest = slot
      if (highest >= sweepAt) {
        sweep()
        sweepAt = highest + Math.ceil(articlesMax / 2)
      }
      add(feature, slot)
    },
    lengthOf: (feature) => Math.min(listMax, table[entryOf(feature) + COUNT]!),
    read(feature, most, into) {
      const entry = entryOf(feature)
      const start = table[entry + START]!
      const count = table[entry + COUNT]!
      const length = Math.min(count, listMax, most)
      if (count === 1 && length === 1) into[0] = start
      else if (count <= listMax) for (let at = 0; at < length; at++) into[at] = lists[start + count - 1 - at]!
      else for (let at = 0; at < length; at++) into[at] = lists[start + ((count - 1 - at) % listMax)]!
      return length
    },
  }
}

function copied(from: Uint32Array, to: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  to.set(from)
  return to
}
