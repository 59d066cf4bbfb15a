import type { Neighbour } from '../stories/neighbours.ts'
import type { SecondLook } from '../stories/second-looks.ts'
import { comesFirst } from './comes-first.ts'
import { type CopyContext, NO_KEYS, retractUnlessCarried, takeOver } from './decide-copy.ts'
import { findCanonical } from './find-original.ts'

/** Likeness of two texts below which neither has carried the other in any set of training. */
const ALIKE_MIN = 0.25

/**
 * Looks again at whose copy an article is, by what has come since: its original may have come after it, and a text that took
 * in two wires may have come before the one it took more of. It moves to what comes first, by credit and time; what comes after
 * it becomes its copy.
 */
export function reviewCopy(context: CopyContext, { member, neighbours, isReleased }: SecondLook): void {
  const { state } = context
  // Nothing is known of words that were forgotten, and what a person has said stands.
  if (member.copyByPerson || member.sequence.end === member.sequence.start) return
  const isNew = ({ member: other, likeness }: Neighbour) => other.slot > member.slot && likeness >= ALIKE_MIN
  if (!isReleased && !neighbours.some(isNew)) return
  const original = member.copyOf === null ? undefined : state.member(member.copyOf)
  const match = findCanonical(state, { member, copyKeys: NO_KEYS, neighbours })
  if (match === null) {
    if (original !== undefined) retractUnlessCarried(context, member, original, 'its original does not say so')
    return
  }
  const { canonical } = match
  if (comesFirst(canonical, member)) {
    if (canonical !== original) takeOver(context, member, canonical)
  } else if (original === undefined) takeOver(context, canonical, member)
}
