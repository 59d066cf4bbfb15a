import type { Member } from '../stories/member.ts'
import type { Containment, PairTable, Shared } from './containment.ts'
import { CONTAINMENT_MIN, strength } from './is-copy.ts'
import type { CopySequence } from './sequence.ts'

/** Versions of a text kept beside the present one, the newest: a page carries the one that it was sent. */
export const EARLIER_MAX = 4

/** How much of a text stands in an article: as it is now, or in the version that has most of it. */
export function compareWithVersions(
  table: PairTable,
  { sequence, earlier }: Pick<Member, 'sequence' | 'earlier'>,
  shared?: Shared,
): { readonly found: Containment; readonly version: CopySequence } {
  let most = { found: table.compare(sequence, shared), version: sequence }
  for (const { sequence: version } of earlier ?? []) {
    const found = table.compare(version)
    if (strength(found) > strength(most.found)) most = { found, version }
  }
  return most
}

export function isSameText(one: CopySequence, other: CopySequence): boolean {
  const length = one.end - one.start
  if (length !== other.end - other.start) return false
  for (let at = 0; at < length; at++) if (one.stems[one.start + at] !== other.stems[other.start + at]) return false
  return true
}

/** Whether a text goes on from another: as much of the one stands in the other as of a copy in its original. */
export function isVersionOf(now: PairTable, before: CopySequence): boolean {
  return strength(now.compare(before)) >= CONTAINMENT_MIN
}
