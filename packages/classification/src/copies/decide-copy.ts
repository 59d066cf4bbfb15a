import type { Decision } from '../stories/document.ts'
import type { Member } from '../stories/member.ts'
import type { GroupingState, Remembered } from '../stories/state.ts'
import { pairTable } from './containment.ts'
import { copyVerdict, findCanonical } from './find-original.ts'

type Context = {
  readonly state: GroupingState
  readonly decide: (stream: string, event: Decision['event']) => void
}

/** A larger family keeps its canonical item even if a better one turns up: every copy would have to be told. */
const REROOTED_MAX = 64

/**
 * Says whose copy an article is. The canonical item of a family is the one that credits its agency, then the earliest
 * published, then the first in the log; one that turns up later takes the family over.
 */
export function decideCopy({ state, decide }: Context, remembered: Remembered): void {
  const { member } = remembered
  if (state.copiesOf(member.articleId).size > 0) return
  const match = findCanonical(state, remembered)
  if (match === null || match.canonical.articleId === member.copyOf) return
  const { canonical, found } = match
  const copies = state.copiesOf(canonical.articleId)
  const isKept = member.copyOf !== null || comesFirst(canonical, member) || copies.size > REROOTED_MAX
  if (isKept) {
    decide(member.articleId, { type: 'CopyDetected', data: copyVerdict(member, canonical, found) })
    return
  }
  for (const copy of [canonical, ...[...copies].sort((a, b) => a.slot - b.slot)]) {
    const share = pairTable(copy.sequence, state.pairs.weightIn(copy.language)).compare(member.sequence)
    decide(copy.articleId, { type: 'CopyDetected', data: copyVerdict(copy, member, share) })
  }
}

function comesFirst(a: Member, b: Member): boolean {
  const credits = ({ agency }: Member) => (agency?.basis === 'explicit' ? 0 : 1)
  if (credits(a) !== credits(b)) return credits(a) < credits(b)
  // A page that names only the day may have come at any time of it: the fuller text is the original.
  const isSameDay = Math.floor(a.day) === Math.floor(b.day)
  const isDayOnly = Number.isInteger(a.day) || Number.isInteger(b.day)
  if (isSameDay && isDayOnly && a.sequence.weight !== b.sequence.weight) return a.sequence.weight > b.sequence.weight
  return a.day < b.day || (!(b.day < a.day) && a.slot < b.slot)
}
