import type { Member } from '../stories/member.ts'
import { COPY_POSTINGS_MAX, type GroupingState, type Remembered } from '../stories/state.ts'
import { createTally } from '../stories/tally.ts'
import { comesFirst } from './comes-first.ts'
import { pairTable } from './containment.ts'
import { CONTAINMENT_MIN, isAnotherReport, isCopy, isOneSite, SHARED_PAIRS_MIN, strength } from './is-copy.ts'
import { sharesFurnitureOnly } from './shares-furniture-only.ts'
import { compareWithVersions } from './versions.ts'

/** A copy of a copy shares at least this part of that with the canonical item: else it shares foreign matter with the copy. */
export const CANONICAL_PART_MIN = 0.5

/** Articles compared in full for one new one. */
const COMPARED_MAX = 12

export type Sought = Pick<Remembered, 'member' | 'copyKeys' | 'neighbours'>

type Match = { readonly canonical: Member; readonly weight: number }

/** The canonical item of which this article carries a copy, or null. Never a copy itself: no chains. */
export function findCanonical(state: GroupingState, remembered: Sought): Match | null {
  const { member } = remembered
  if (member.sequence.end - member.sequence.start <= SHARED_PAIRS_MIN) return null
  const families = familiesOf(state, remembered)
  const weight = state.pairs.weightIn(member.language)
  const own = pairTable(member.sequence, weight)
  // A pair that stands in texts of several origins is the event's own wording, a name or a set phrase, and proves little.
  const shared = new Map([...families.keys()].map((canonical) => [canonical, own.shared(canonical.sequence)] as const))
  for (const slots of shared.values()) own.countOrigins(slots)
  own.discount()
  let best: Match | null = null
  for (const [canonical, copies] of families) {
    const { found, version } = compareWithVersions(own, canonical, shared.get(canonical))
    if (strength(found) < CONTAINMENT_MIN * CANONICAL_PART_MIN) continue
    let [most, nearest] = [found, version]
    for (const copy of copies) {
      const indirect = own.compare(copy.sequence)
      if (indirect.shared > most.shared) [most, nearest] = [indirect, copy.sequence]
    }
    if (best !== null && most.weight < best.weight) continue
    if (best !== null && most.weight === best.weight && comesFirst(best.canonical, canonical)) continue
    if (!isCopy(most, member.sequence, nearest) || isAnotherReport(member, canonical, most)) continue
    const texts = { a: member.sequence, b: nearest, weight, share: strength(most) }
    if (sharesFurnitureOnly(texts, isOneSite(member, canonical))) continue
    best = { canonical, weight: most.weight }
  }
  return best
}

/** Candidates by family: the canonical item, and those of its copies that came up. */
function familiesOf(state: GroupingState, remembered: Sought): Map<Member, Member[]> {
  const { member } = remembered
  const families = new Map<Member, Member[]>()
  const denied = new Set([...(member.noCopyOf ?? [])].map((id) => state.member(id)?.copyOf ?? id))
  for (const other of candidates(state, remembered)) {
    const canonical = other.copyOf === null ? other : (state.member(other.copyOf) ?? other)
    // Its own copies do not make the canonical item a copy; of a family that has one it is no copy of, it carries no copy.
    if (canonical === member || denied.has(canonical.articleId)) continue
    const copies = families.get(canonical) ?? []
    if (other !== canonical) copies.push(other)
    families.set(canonical, copies)
  }
  return families
}

const tally = createTally()
const slots = new Uint32Array(COPY_POSTINGS_MAX)

function candidates(state: GroupingState, { member, copyKeys, neighbours }: Sought): Set<Member> {
  tally.clear()
  for (const key of copyKeys) {
    const read = state.copyPostings.read(key, COPY_POSTINGS_MAX, slots)
    for (let place = 0; place < read; place++) {
      const slot = slots[place]!
      if (slot !== member.slot && state.holds(slot)) tally.add(slot, 1)
    }
  }
  const found = new Set(tally.largest(COMPARED_MAX).map((slot) => state.at(slot)))
  for (const { member: other } of neighbours.slice(0, COMPARED_MAX)) found.add(other)
  // What it counts as a copy of now must not lose for not being looked at.
  const original = member.copyOf === null ? undefined : state.member(member.copyOf)
  if (original !== undefined) found.add(original)
  return found
}
