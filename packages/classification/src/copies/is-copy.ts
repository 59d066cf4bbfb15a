import type { Member } from '../stories/member.ts'
import { numberConflict, profileOfOne } from '../stories/profile.ts'
import type { Containment } from './containment.ts'
import type { CopySequence } from './sequence.ts'

/**
 * Share of a text's weighed word pairs, quotations left out, from which it is a copy. Rival agencies on one event share
 *  names and set phrases, but those are discounted; rewrites keep a fifth and more.
 */
export const CONTAINMENT_MIN = 0.2

/**
 * The more a text says, the more of another stands in it by chance. Of wires and rivals' reports on the same events that have a fifth
 * to a quarter in common, two in three are copies where the other text is less than twice as long, and one in twenty where it is
 * more than three times: from LONGER_MIN times on, the share that is asked for grows with this power of the proportion.
 */
const LONGER_MIN = 2
const LONGER_POWER = 0.5

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
export const SHARED_PAIRS_MIN = 12

/** @param found how much text `a` and text `b` have in common. */
export function isCopy({ shared, ofA, ofB }: Containment, a: CopySequence, b: CopySequence): boolean {
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start]
  return shared >= SHARED_PAIRS_MIN && (ofA >= shareMin(lengthB / lengthA) || ofB >= shareMin(lengthA / lengthB))
}

/** Of a text, to stand in one that is so many times as long. */
function shareMin(longer: number): number {
  return CONTAINMENT_MIN * Math.max(1, longer / LONGER_MIN) ** LONGER_POWER
}

export function isAnotherReport(member: Member, canonical: Member, found: Containment): boolean {
  const days = Math.abs(member.day - canonical.day)
  if (strength(found) >= PARTIAL_MAX || !(days >= LATER_DAYS_MIN)) return false
  return days >= PAST_DAYS_MIN || numberConflict(profileOfOne(member), profileOfOne(canonical)) >= OTHER_NUMBERS_MIN
}

export function isOneSite(a: Pick<Member, 'host'>, b: Pick<Member, 'host'>): boolean {
  return a.host !== null && a.host === b.host
}

export function strength({ ofA, ofB }: Pick<Containment, 'ofA' | 'ofB'>): number {
  return Math.max(ofA, ofB)
}
