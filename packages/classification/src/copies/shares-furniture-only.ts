import { createKeyIndex } from '../text/key-index.ts'
import { CONTAINMENT_MIN, SHARED_PAIRS_MIN } from './is-copy.ts'
import { type PairWeight, pairAt } from './pair.ts'
import { type CopySequence, pairsOf } from './sequence.ts'

/** Words in a row that one foot has and the other has not, and words that follow it: a credit, a link. */
const GAP_MAX = 4
const AFTER_MAX = 15

/** A text with fewer words above its foot has no more than a headline of its own: the foot is the text. */
const REST_MIN = 20

/** Words of a paragraph or two: what a site prints above each follow-up. More is the beginning of a text. */
const HEAD_MAX = 150

/** From this share of a text on, its foot is what it is about, if what stands above was written on the same event. */
const MAIN_PART_MIN = 2 / 3

/** A text of which so much, by weight, stands in the other has next to nothing of its own. */
const WHOLE_MIN = 0.85

/** Common words of what stands above the feet, by weight: two leads on one event have a third and more, two on one company a tenth. */
const RELATED_MIN = 0.25

type Pair = { readonly a: CopySequence; readonly b: CopySequence; readonly weight: PairWeight }

/** With the greater share of a text that stands in the other. */
type Texts = Pair & { readonly share: number }

/**
 * Whether what two texts share is furniture: a paragraph at the foot of both, below texts of their own (about the company, how to
 * donate, a disclaimer, the background); on one site, also one at the head of both, which is repeated in each follow-up. Wires
 * are cut from the foot and keep their head, so a copy shares more than its foot, and of two sites a head may well be a copy.
 */
export function sharesFurnitureOnly({ share, ...pair }: Texts, isOneSite: boolean): boolean {
  if (share >= WHOLE_MIN) return false
  if (sharesFootOnly(pair, Number.POSITIVE_INFINITY)) return true
  return isOneSite && sharesFootOnly({ ...pair, a: reversed(pair.a), b: reversed(pair.b) }, HEAD_MAX)
}

function sharesFootOnly({ a, b, weight }: Pair, footMax: number): boolean {
  const mostOfA = footOf(a, b)
  if (mostOfA === a.end) return false
  const mostOfB = footOf(b, a)
  if (mostOfB === b.end) return false
  const aboveA = { ...a, end: footOf(a, { ...b, start: mostOfB }) }
  const aboveB = { ...b, end: footOf(b, { ...a, start: mostOfA }) }
  const [footOfA, footOfB] = [a.end - aboveA.end, b.end - aboveB.end]
  if (Math.min(footOfA, footOfB) === 0 || footOfA > footMax) return false
  if (Math.min(lengthOf(aboveA), lengthOf(aboveB)) <= REST_MIN) return false
  const carried = sharedBy(pairsOf(aboveA), pairsOf(aboveB), weight)
  if (carried.count >= SHARED_PAIRS_MIN && carried.share >= CONTAINMENT_MIN) return false
  if (Math.max(footOfA / lengthOf(a), footOfB / lengthOf(b)) < MAIN_PART_MIN) return true
  return sharedBy(stemsOf(aboveA), stemsOf(aboveB), (stem) => weight((stem << 16) | stem)).share < RELATED_MIN
}

const pairs = createKeyIndex()

/** Where the last stretch begins that the other has as well; the end: nowhere. */
function footOf({ stems, start, end }: CopySequence, other: CopySequence): number {
  pairs.clear()
  for (let at = other.start + 1; at < other.end; at++) pairs.numberOf(pairAt(other.stems, at))
  let foot = end
  for (let at = end - 1; at > start; at--) {
    if (pairs.has(pairAt(stems, at))) foot = at - 1
    else if (foot - at > (foot === end ? AFTER_MAX : GAP_MAX)) break
  }
  return foot
}

/** How many keys two texts have in common, and what share of the lighter one's weight. */
function sharedBy(a: ReadonlySet<number>, b: ReadonlySet<number>, weight: PairWeight) {
  const common = a.intersection(b)
  const weighed = (keys: ReadonlySet<number>): number => {
    let sum = 0
    for (const key of keys) sum += weight(key)
    return sum
  }
  return { count: common.size, share: weighed(common) / (Math.min(weighed(a), weighed(b)) || 1) }
}

function stemsOf({ stems, start, end }: CopySequence): Set<number> {
  return new Set(stems.subarray(start, end))
}

/** The pairs of two reversed texts weigh the same: a pair weighs what its stems weigh. */
function reversed({ stems, start, end, weight }: CopySequence): CopySequence {
  return { stems: stems.slice(start, end).reverse(), start: 0, end: end - start, weight }
}

function lengthOf({ start, end }: CopySequence): number {
  return end - start
}
