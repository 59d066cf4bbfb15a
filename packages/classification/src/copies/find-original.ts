import type { CopyEvent } from '../stories/document.ts'
import type { Member } from '../stories/member.ts'
import { numberConflict, profileOfOne } from '../stories/profile.ts'
import { COPY_POSTINGS_MAX, type GroupingState, type Remembered } from '../stories/state.ts'
import { createTally } from '../stories/tally.ts'
import { type Containment, pairTable } from './containment.ts'

/** Says which code compared the texts; a change of any threshold below is a new version. */
export const MATCHER = 'copies/4'

/**
 * Share of a text's weighed word pairs, quotations left out, from which it is a copy. Rival agencies on one event share
 *  names and set phrases, but those are discounted; rewrites keep a fifth and more.
 */
const CONTAINMENT_MIN = 0.2

/**
 * The more a text says, the more of another stands in it by chance. Of wires and rivals' reports on the same events that have a fifth
 * to a quarter in common, two in three are copies where the other text is less than twice as long, and one in twenty where it is
 * more than three times: from LONGER_MIN times on, the share that is asked for grows with this power of the proportion.
 */
const LONGER_MIN = 1.5
const LONGER_POWER = 0.4

/** A copy of a copy shares at least this part of that with the canonical item: else it shares foreign matter with the copy. */
const CANONICAL_PART_MIN = 0.5

/**
 * Reports of one desk on events of one kind, as on the results of a company every quarter, follow a pattern, and later reports
 * on a matter repeat its background: they may share more than that. Wires are carried within days. Of two that share less than
 * PARTIAL_MAX, and that are LATER_DAYS_MIN apart, a copy has kept most numbers of its original; PAST_DAYS_MIN apart none is one.
 */
const PARTIAL_MAX = 0.7
const LATER_DAYS_MIN = 3
const PAST_DAYS_MIN = 14
const OTHER_NUMBERS_MIN = 0.6

/** Fewer shared word pairs are a headline's worth of words. */
const SHARED_PAIRS_MIN = 12

/** Articles compared in full for one new one. */
const COMPARED_MAX = 12

type Sought = Pick<Remembered, 'member' | 'copyKeys' | 'neighbours'>

type Match = { readonly canonical: Member; readonly found: Containment }

/** The canonical item of which this article carries a copy, or null. Never a copy itself: no chains. */
export function findCanonical(state: GroupingState, remembered: Sought): Match | null {
  const { member } = remembered
  if (member.sequence.end - member.sequence.start <= SHARED_PAIRS_MIN) return null
  const families = familiesOf(state, remembered)
  const own = pairTable(member.sequence, state.pairs.weightIn(member.language))
  // A pair that stands in texts of several origins is the event's own wording, a name or a set phrase, and proves little.
  const shared = new Map([...families.keys()].map((canonical) => [canonical, own.shared(canonical.sequence)] as const))
  for (const slots of shared.values()) own.countOrigins(slots)
  own.discount()
  let best: (Match & { readonly weight: number }) | null = null
  for (const [canonical, copies] of families) {
    const found = own.compare(canonical.sequence, shared.get(canonical))
    if (strength(found) < CONTAINMENT_MIN * CANONICAL_PART_MIN) continue
    let most = found
    let nearest = canonical
    for (const copy of copies) {
      const indirect = own.compare(copy.sequence)
      if (indirect.shared > most.shared) [most, nearest] = [indirect, copy]
    }
    if (
      !isCopy(most, member, nearest) ||
      isAnotherReport(member, canonical, most) ||
      (best !== null && most.weight <= best.weight)
    )
      continue
    best = { canonical, found, weight: most.weight }
  }
  return best
}

function isCopy({ shared, ofA, ofB }: Containment, a: Member, b: Member): boolean {
  const [lengthA, lengthB] = [a, b].map(({ sequence: { start, end } }) => end - start) as [number, number]
  return shared >= SHARED_PAIRS_MIN && (ofA >= shareMin(lengthB / lengthA) || ofB >= shareMin(lengthA / lengthB))
}

/** Of a text, to stand in one that is so many times as long. */
function shareMin(longer: number): number {
  return CONTAINMENT_MIN * Math.max(1, longer / LONGER_MIN) ** LONGER_POWER
}

function isAnotherReport(member: Member, canonical: Member, found: Containment): boolean {
  const days = Math.abs(member.day - canonical.day)
  if (strength(found) >= PARTIAL_MAX || !(days >= LATER_DAYS_MIN)) return false
  return days >= PAST_DAYS_MIN || numberConflict(profileOfOne(member), profileOfOne(canonical)) >= OTHER_NUMBERS_MIN
}

function strength({ ofA, ofB }: Containment): number {
  return Math.max(ofA, ofB)
}

/** Candidates by family: the canonical item, and those of its copies that came up. */
function familiesOf(state: GroupingState, remembered: Sought): Map<Member, Member[]> {
  const { member } = remembered
  const families = new Map<Member, Member[]>()
  for (const other of candidates(state, remembered)) {
    const canonical = other.copyOf === null ? other : (state.member(other.copyOf) ?? other)
    // Its own copies do not make the canonical item a copy.
    if (canonical === member) continue
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
  return found
}

/** What is recorded of a copy. */
export function copyVerdict(copy: Member, canonical: Member, found: Containment): CopyEvent['data'] {
  const { ofA, ofB, shared, pairs } = found
  const isWhole = ofA > 0.8
  const kind = ofA > 0.995 && ofB > 0.995 ? 'exact' : isWhole ? (ofB > 0.8 ? 'edited' : 'partial') : 'reworded'
  const isCredited = canonical.agency?.basis === 'explicit'
  return {
    originalArticleId: canonical.articleId,
    kind,
    containment: Math.round(ofA * 1_000) / 1_000,
    inferredAgency: copy.agency === null && isCredited ? canonical.agency!.id : null,
    evidence: `${shared} of ${pairs} word pairs outside quotations stand in the original (${percent(ofA)} by weight; ${percent(ofB)} of the original)`,
    matcher: MATCHER,
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
