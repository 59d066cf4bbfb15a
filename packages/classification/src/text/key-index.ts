/** Numbers distinct keys in the order in which they come up: over typed arrays that are used again text after text. */
export type KeyIndex = {
  readonly clear: () => void
  /** Number of a key; a new key gets the next one. */
  readonly numberOf: (key: number) => number
  /** Whether a key has a number: it gets none by being asked for. */
  readonly has: (key: number) => boolean
  /** How many keys there are. */
  readonly size: () => number
}

const SLOTS_AT_FIRST = 1 << 12

/** Keys are whole numbers of 32 bits. */
export function createKeyIndex(): KeyIndex {
  let mask = SLOTS_AT_FIRST - 1
  let keys = new Uint32Array(SLOTS_AT_FIRST)
  let numbers = new Int32Array(SLOTS_AT_FIRST)
  // A slot is taken if it carries the round of now: clearing is counting on.
  let rounds = new Uint32Array(SLOTS_AT_FIRST)
  let round = 1
  let count = 0

  const slotOf = (key: number): number => {
    let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) & mask
    while (rounds[slot] === round && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  const grow = (): void => {
    const [oldKeys, oldNumbers, oldRounds] = [keys, numbers, rounds]
    const slots = keys.length * 2
    mask = slots - 1
    keys = new Uint32Array(slots)
    numbers = new Int32Array(slots)
    rounds = new Uint32Array(slots)
    for (let at = 0; at < oldKeys.length; at++) {
      if (oldRounds[at] !== round) continue
      const slot = slotOf(oldKeys[at]!)
      keys[slot] = oldKeys[at]!
      numbers[slot] = oldNumbers[at]!
      rounds[slot] = round
    }
  }

  return {
    clear() {
      round++
      count = 0
    },
    numberOf(key) {
      const slot = slotOf(key)
      if (rounds[slot] === round) return numbers[slot]!
      keys[slot] = key
      rounds[slot] = round
      numbers[slot] = count
      if (2 * ++count > keys.length) grow()
      return count - 1
    },
    has: (key) => rounds[slotOf(key)] === round,
    size: () => count,
  }
}
