import type { Member } from './member.ts'
import type { Postings } from './postings.ts'
import { createTally } from './tally.ts'
import { cosine, type Vector } from './vector.ts'

/** How many of an article's weightiest features lead to it. */
const INDEXED_FEATURES = 24

/** Entries read for each feature, and articles compared, for one article: the cost does not grow with the log. */
const POSTINGS_READ = 96
const NEIGHBOURS_MAX = 48

/** The hashes under which an article is found: its weightiest features. */
export function weightiest(vector: Vector): number[] {
  return weightiestAt(vector).map((at) => vector.hashes[at]!)
}

function weightiestAt({ weights, start, end }: Vector): number[] {
  const order = Array.from({ length: end - start }, (_, at) => start + at).sort(
    (a, b) => weights[b]! - weights[a]! || a - b,
  )
  return order.slice(0, INDEXED_FEATURES)
}

export type Neighbour = { readonly member: Member; readonly likeness: number }

const tally = createTally()

/** The articles most like this one, best first. */
export function findNeighbours(postings: Postings, members: readonly Member[], member: Member): Neighbour[] {
  const { vector, slot: own } = member
  tally.clear()
  for (const at of weightiestAt(vector)) {
    const weight = vector.weights[at]!
    postings.visit(vector.hashes[at]!, POSTINGS_READ, (slot) => {
      if (slot !== own) tally.add(slot, weight)
    })
  }
  return tally
    .largest(NEIGHBOURS_MAX)
    .map((slot) => ({ member: members[slot]!, likeness: cosine(vector, members[slot]!.vector) }))
    .sort((a, b) => b.likeness - a.likeness || a.member.slot - b.member.slot)
}
