import { largest } from '../text/largest.ts'
import type { ArticleWindow } from './article-window.ts'
import type { Member } from './member.ts'
import type { Postings } from './postings.ts'
import { createTally } from './tally.ts'
import { cosineWith, VECTOR_FEATURES_MAX, type Vector } from './vector.ts'
import type { VectorStore } from './vector-store.ts'

/** How many of an article's weightiest features lead to it. */
const INDEXED_FEATURES = 24

/**
 * In a language without a background every word is as rare as another at first: what would be found under its names, an
 * article in another language above all, is looked for under every word.
 */
const WEIGHED_LANGUAGE = 'en'

/** Articles compared with one: the cost does not grow with the log. */
const NEIGHBOURS_MAX = 48

/** The hashes under which an article is found: its weightiest features. */
export function weightiest(vector: Vector): number[] {
  return weightiestAt(vector, INDEXED_FEATURES).map((at) => vector.hashes[at]!)
}

function weightiestAt({ weights, start, end }: Vector, featuresMax: number): number[] {
  const isBefore = (a: number, b: number) => {
    const difference = weights[start + a]! - weights[start + b]!
    return difference > 0 || (difference === 0 && a < b)
  }
  return largest(end - start, featuresMax, isBefore)
    .sort((a, b) => a - b)
    .map((at) => start + at)
}

/** Articles that have less in common are never of one story, and a look at them costs as much; headlines have few words. */
const LIKENESS_MIN = 0.08
const LIKENESS_OF_SHORT_MIN = 0.04
const SHORT_FEATURES_MAX = 30

/**
 * Articles that have less than this part of what the likest has under the weightiest features are not looked at: the fuller
 * the window, the more of them have a word in common by chance. Headlines have too few words to tell. An eighth changes no
 * grouping of the sets of training, a fifth does.
 */
const LEAST_PART = 1 / 8

export type Neighbour = { readonly member: Member; readonly likeness: number }

/**
 * Articles read for one, over the lists of all its features: what a look costs is bounded long before the window is full. Each
 * list may have an equal part of them, its newest first, and leaves what it does not need to longer ones: rare features, which
 * tell more, are read to the end. Four times as many change no grouping of the sets of training.
 */
const POSTINGS_MAX = 512

const tally = createTally()
const slots = new Uint32Array(POSTINGS_MAX)

/** The articles most like this one, best first. */
export function findNeighbours(
  postings: Postings,
  window: ArticleWindow,
  vectors: VectorStore,
  member: Member,
): Neighbour[] {
  const { vector, slot: own, language } = member
  const featuresMax = language === WEIGHED_LANGUAGE ? INDEXED_FEATURES : VECTOR_FEATURES_MAX
  const lists = weightiestAt(vector, featuresMax)
    .map((at) => ({ at, length: postings.lengthOf(vector.hashes[at]!) }))
    .sort((a, b) => a.length - b.length)
  tally.clear()
  let left = POSTINGS_MAX
  lists.forEach(({ at }, before) => {
    const read = postings.read(vector.hashes[at]!, Math.ceil(left / (lists.length - before)), slots)
    left -= read
    for (let place = 0; place < read; place++) {
      const slot = slots[place]!
      if (slot !== own && window.holds(slot)) tally.add(slot, vector.weights[at]!)
    }
  })
  const likenessOf = cosineWith(vector)
  const neighbours: Neighbour[] = []
  const isShort = vector.end - vector.start <= SHORT_FEATURES_MAX
  for (const slot of tally.largest(NEIGHBOURS_MAX, isShort ? 0 : LEAST_PART)) {
    const other = vectors.at(slot)
    const likeness = likenessOf(other)
    if (likeness >= leastLikeness(vector, other)) neighbours.push({ member: window.at(slot), likeness })
  }
  return neighbours.sort((a, b) => b.likeness - a.likeness || a.member.slot - b.member.slot)
}

function leastLikeness(a: Vector, b: Vector): number {
  return Math.min(a.end - a.start, b.end - b.start) <= SHORT_FEATURES_MAX ? LIKENESS_OF_SHORT_MIN : LIKENESS_MIN
}
