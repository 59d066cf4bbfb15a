import type { CopyEvent } from '../stories/document.ts'
import type { GroupingState, Member } from '../stories/state.ts'
import { type Containment, containment, type WeighedPairs, weighedPairs } from './containment.ts'

/** Says which code compared the texts; a change of any threshold below is a new version. */
export const MATCHER = 'copies/1'

/**
 * Share of the shorter text's weighed word pairs, quotations left out, from which one text is a copy of the other. Rival
 * agencies on one event share names and phrases, at most about a quarter; a rewrite keeps more than a third.
 */
const CONTAINMENT_MIN = 0.34

/** Fewer shared word pairs are a headline's worth of words. */
const SHARED_PAIRS_MIN = 12

/** Articles compared in full for one new one. */
const COMPARED_MAX = 12

const POSTINGS_READ = 24

/** The article of which this one carries a copy, or null. Copies of copies are led back to the canonical item. */
export function findOriginal(
  state: GroupingState,
  member: Member,
  neighbours: readonly Member[],
): CopyEvent['data'] | null {
  const weight = (pair: number) => state.pairs.weight(pair)
  const own = weighedPairs(member.sequence, weight)
  let best: { original: Member; found: Containment } | null = null
  for (const other of candidates(state, member, neighbours)) {
    // Its own copies do not make the canonical item a copy.
    if (other.copyOf === member.articleId) continue
    const found = containment(own, weighedPairs(other.sequence, weight))
    if (!isCopy(found)) continue
    if (best === null || strength(found) > strength(best.found)) best = { original: other, found }
  }
  if (best === null) return null
  const canonical = best.original.copyOf === null ? undefined : state.member(best.original.copyOf)
  if (canonical !== undefined && canonical !== member) {
    best = { original: canonical, found: containment(own, weighedPairs(canonical.sequence, weight)) }
  }
  return verdict(member, best.original, best.found, own)
}

function isCopy({ ofA, ofB, shared }: Containment): boolean {
  return shared >= SHARED_PAIRS_MIN && Math.max(ofA, ofB) >= CONTAINMENT_MIN
}

function strength({ ofA, ofB }: Containment): number {
  return Math.max(ofA, ofB) + Math.min(ofA, ofB) / 4
}

function candidates(state: GroupingState, member: Member, neighbours: readonly Member[]): Member[] {
  const votes = new Map<number, number>()
  for (const key of member.sequence.keys) {
    state.copyPostings.visit(key, POSTINGS_READ, (slot) => {
      if (slot !== member.slot) votes.set(slot, (votes.get(slot) ?? 0) + 1)
    })
  }
  const voted = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COMPARED_MAX)
  const found = voted.map(([slot]) => state.at(slot))
  for (const other of neighbours.slice(0, COMPARED_MAX)) if (!found.includes(other)) found.push(other)
  return found
}

function verdict(member: Member, original: Member, found: Containment, own: WeighedPairs): CopyEvent['data'] {
  const share = found.ofA
  const kind =
    share > 0.995 && found.ofB > 0.995 ? 'exact' : share > 0.8 ? (found.ofB > 0.8 ? 'edited' : 'partial') : 'reworded'
  const inferred = member.agency === null && original.agency !== null ? original.agency.id : null
  return {
    originalArticleId: original.articleId,
    kind,
    containment: Math.round(share * 1_000) / 1_000,
    inferredAgency: inferred,
    evidence: `${found.shared} of ${own.pairs.size} word pairs outside quotations stand in the original (${percent(share)} by weight; ${percent(found.ofB)} of the original)`,
    matcher: MATCHER,
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
