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

/** Above this share of places taken, the table gets twice as many. */
const TAKEN_MAX = 0.8

/**
 * Lists are short at first, and move to a place of twice the length when they are full; from `listMax` on, the newest slot
 * takes the place of the oldest. Whenever half the window's articles have come, what has left the window is swept out: in place,
 * since a new table beside the old one would stay in memory long after.
 *
 * @param listMax the newest so many slots of a feature are kept.
 * @param articlesMax slots this far below the highest have left the window.
 */
export function createPostings(listMax: number, articlesMax: number): Postings {
  let table = new Uint32Array(ENTRY * 2 * FEATURES_AT_FIRST)
  let features = 0
  let lists = new Uint32Array(LIST_AT_FIRST * FEATURES_AT_FIRST)
  let used = 0
  /** By length, one more than the last place that a list has left, which holds the same of the one before it (0: none). */
  const vacant = new Map<number, number>()
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
    const left = vacant.get(length) ?? 0
    if (left > 0) {
      vacant.set(length, lists[left - 1]!)
      return left - 1
    }
    if (used + length > lists.length) lists = copied(lists, new Uint32Array(Math.ceil(1.5 * lists.length)))
    used += length
    return used - length
  }

  const leave = (place: number, length: number): void => {
    lists[place] = vacant.get(length) ?? 0
    vacant.set(length, place + 1)
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
      leave(start, count)
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
    if (features * ENTRY > TAKEN_MAX * table.length) growTable()
  }

  /** Takes the slots of one list that are still in the window to its front, or out of it where one is left. @returns how many. */
  const sweepList = (entry: number): number => {
    const start = table[entry + START]!
    const count = table[entry + COUNT]!
    if (count === 1) return start > highest - articlesMax ? 1 : 0
    let left = 0
    for (let at = Math.max(0, count - listMax); at < count; at++) {
      const slot = lists[start + (at % listMax)]!
      if (slot > highest - articlesMax) swept[left++] = slot
    }
    const [before, after] = [lengthOf(count), lengthOf(left)]
    if (left < 2 || after < before) leave(start, before)
    if (left < 2) table[entry + START] = swept[0]!
    else {
      if (after < before) table[entry + START] = allocate(after)
      lists.set(swept.subarray(0, left), table[entry + START]!)
    }
    return left
  }
  const swept = new Uint32Array(listMax)

  /**
   * From a free place on once around, each feature is put in anew: then all before it are where they belong, and it finds a place
   * that is free by now or its own.
   */
  const sweep = (): void => {
    const places = table.length / ENTRY
    let free = 0
    while (table[free * ENTRY + COUNT] !== 0) free++
    for (let step = 1; step < places; step++) {
      const from = ((free + step) & (places - 1)) * ENTRY
      if (table[from + COUNT] === 0) continue
      const left = sweepList(from)
      const feature = table[from]!
      const start = table[from + START]!
      table[from] = 0
      table[from + COUNT] = 0
      if (left === 0) {
        features--
        continue
      }
      const to = entryOf(feature)
      table[to] = feature
      table[to + START] = start
      table[to + COUNT] = left
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
