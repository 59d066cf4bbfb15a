import type { Member } from './member.ts'
import type { Postings } from './postings.ts'
import { cosine, type Vector } from './vector.ts'

/** How many of an article's weightiest features lead to it. */
const INDEXED_FEATURES = 24

/** Entries read for each feature, and articles compared, for one article: the cost does not grow with the log. */
const POSTINGS_READ = 96
const NEIGHBOURS_MAX = 48

/** The hashes under which an article is found: its weightiest features. */
export function weightiest({ hashes, weights }: Vector): number[] {
  const order = Array.from(hashes.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b)
  return order.slice(0, INDEXED_FEATURES).map((at) => hashes[at]!)
}

export type Neighbour = { readonly member: Member; readonly likeness: number }

/** The articles most like this one, best first. */
export function findNeighbours(postings: Postings, members: readonly Member[], member: Member): Neighbour[] {
  const votes = new Map<number, number>()
  const { vector } = member
  const weights = new Map(Array.from(vector.hashes, (hash, at) => [hash, vector.weights[at]!]))
  for (const hash of weightiest(vector)) {
    postings.visit(hash, POSTINGS_READ, (slot) => {
      if (slot !== member.slot) votes.set(slot, (votes.get(slot) ?? 0) + weights.get(hash)!)
    })
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, NEIGHBOURS_MAX)
    .map(([slot]) => ({ member: members[slot]!, likeness: cosine(vector, members[slot]!.vector) }))
    .sort((a, b) => b.likeness - a.likeness || a.member.slot - b.member.slot)
}
