import { largest } from '../text/largest.ts'
import type { ArticleWindow } from './article-window.ts'
import type { Member } from './member.ts'
import type { Postings } from './postings.ts'
import { createTally } from './tally.ts'
import { cosineWith, VECTOR_FEATURES_MAX, type Vector } from './vector.ts'

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

export type Neighbour = { readonly member: Member; readonly likeness: number }

const tally = createTally()

/** The articles most like this one, best first. */
export function findNeighbours(postings: Postings, window: ArticleWindow, member: Member): Neighbour[] {
  const { vector, slot: own, language } = member
  tally.clear()
  for (const at of weightiestAt(vector, language === WEIGHED_LANGUAGE ? INDEXED_FEATURES : VECTOR_FEATURES_MAX)) {
    const weight = vector.weights[at]!
    postings.visit(vector.hashes[at]!, (slot) => {
      if (slot !== own && window.holds(slot)) tally.add(slot, weight)
    })
  }
  const likenessOf = cosineWith(vector)
  return tally
    .largest(NEIGHBOURS_MAX)
    .map((slot) => window.at(slot))
    .map((found) => ({ member: found, likeness: likenessOf(found.vector) }))
    .filter((neighbour) => neighbour.likeness >= leastLikeness(vector, neighbour.member.vector))
    .sort((a, b) => b.likeness - a.likeness || a.member.slot - b.member.slot)
}

function leastLikeness(a: Vector, b: Vector): number {
  return Math.min(a.end - a.start, b.end - b.start) <= SHORT_FEATURES_MAX ? LIKENESS_OF_SHORT_MIN : LIKENESS_MIN
}
