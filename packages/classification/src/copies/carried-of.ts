import type { Member } from '../stories/member.ts'
import type { GroupingState } from '../stories/state.ts'
import { type Containment, pairTable } from './containment.ts'
import { CANONICAL_PART_MIN } from './find-original.ts'
import { CONTAINMENT_MIN, isAnotherReport, isOneSite, strength } from './is-copy.ts'
import { sharesFurnitureOnly } from './shares-furniture-only.ts'
import { compareWithVersions, isSameText } from './versions.ts'

/** How much of a copy stands in its original, of what that says or has said, and whether they are the same word for word. */
export function carriedOf(
  state: GroupingState,
  copy: Member,
  original: Member,
): { readonly found: Containment; readonly isSame: boolean } {
  const table = pairTable(copy.sequence, state.pairs.weightIn(copy.language))
  const { found, version } = compareWithVersions(table, original)
  return { found, isSame: isSameText(copy.sequence, version) }
}

/**
 * Whether a copy still holds, and how much of it stands in its original. Asked of the two alone: what was found among many
 * candidates, and discounted for what these share, is taken back only where nothing speaks for it.
 */
export function stillCarries(
  state: GroupingState,
  copy: Member,
  original: Member,
): { readonly found: Containment; readonly isStill: boolean } {
  const weight = state.pairs.weightIn(copy.language)
  const table = pairTable(copy.sequence, weight)
  const { found, version } = compareWithVersions(table, original)
  // Its words were forgotten: nothing can be said.
  if (original.sequence.end === original.sequence.start) return { found, isStill: true }
  let [most, nearest] = [found, version]
  if (strength(found) >= CONTAINMENT_MIN * CANONICAL_PART_MIN) {
    for (const sibling of state.copiesOf(original.articleId)) {
      if (sibling === copy) continue
      const indirect = table.compare(sibling.sequence)
      if (indirect.shared > most.shared) [most, nearest] = [indirect, sibling.sequence]
    }
  }
  const isStill =
    strength(most) >= CONTAINMENT_MIN &&
    !isAnotherReport(copy, original, most) &&
    !sharesFurnitureOnly({ a: copy.sequence, b: nearest, weight, share: strength(most) }, isOneSite(copy, original))
  return { found, isStill }
}
