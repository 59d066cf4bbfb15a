import type { Decision } from '../stories/document.ts'
import type { Member } from '../stories/member.ts'
import type { GroupingState, Remembered } from '../stories/state.ts'
import { carriedOf, stillCarries } from './carried-of.ts'
import { comesFirst, creditsAgency } from './comes-first.ts'
import { copyRetracted, copyVerdict } from './copy-events.ts'
import { findCanonical, type Sought } from './find-original.ts'

export type CopyContext = {
  readonly state: GroupingState
  readonly decide: (stream: string, event: Decision['event']) => void
}

/** A larger family keeps its canonical item even if a better one turns up: every copy would have to be told. */
const REROOTED_MAX = 64

export const NO_KEYS = new Uint32Array(0)

/**
 * Says whose copy an article is. The canonical item of a family is the one that credits its agency, then the earliest
 * published, then the first in the log; one that turns up later takes the family over. A copy whose new text does not carry
 * its original is none any more, nor is one of a text in whose place another has come. What a person has said stands.
 */
export function decideCopy(context: CopyContext, remembered: Remembered): void {
  if (remembered.isReplaced) freeCopies(context, remembered.member)
  placeCopy(context, remembered)
}

function placeCopy(context: CopyContext, sought: Sought): void {
  const { state, decide } = context
  const { member } = sought
  if (member.copyByPerson || state.copiesOf(member.articleId).size > 0) return
  const match = findCanonical(state, sought)
  if (match === null) {
    const original = member.copyOf === null ? undefined : state.member(member.copyOf)
    if (original !== undefined) retractUnlessCarried(context, member, original, 'its text is another now')
    return
  }
  const { canonical } = match
  if (canonical.articleId === member.copyOf) {
    // A page may name its source in a later version only.
    if (creditsAgency(member) && !creditsAgency(canonical)) takeOver(context, canonical, member)
    return
  }
  const isKept = member.copyOf !== null || comesFirst(canonical, member)
  if (!isKept && takeOver(context, canonical, member)) return
  decide(member.articleId, {
    type: 'CopyDetected',
    data: copyVerdict(member, canonical, carriedOf(state, member, canonical)),
  })
}

/**
 * An article and its copies become copies of another, which may have been one of them.
 *
 * @returns false: nothing was decided, since they are too many, or one of them is none of its copies as a person has said.
 */
export function takeOver({ state, decide }: CopyContext, from: Member, to: Member): boolean {
  const copies = bySlot(state.copiesOf(from.articleId)).filter((copy) => copy !== to)
  if (copies.length > REROOTED_MAX || copies.some(({ noCopyOf }) => noCopyOf?.has(to.articleId) === true)) return false
  if (to.copyOf !== null) {
    const { found } = carriedOf(state, to, from)
    decide(to.articleId, copyRetracted(to.copyOf, 'it credits an agency, which its original does not', found))
  }
  for (const copy of [from, ...copies]) {
    decide(copy.articleId, { type: 'CopyDetected', data: copyVerdict(copy, to, carriedOf(state, copy, to)) })
  }
  return true
}

/** Copies of what an article does not say any more are placed anew: they may be copies of one another. */
function freeCopies(context: CopyContext, original: Member): void {
  const copies = bySlot(context.state.copiesOf(original.articleId)).filter(({ copyByPerson }) => !copyByPerson)
  if (copies.length > REROOTED_MAX) return
  const freed = copies.filter((copy) =>
    retractUnlessCarried(context, copy, original, 'its original is another text now'),
  )
  for (const member of freed) {
    placeCopy(context, { member, copyKeys: NO_KEYS, neighbours: context.state.neighboursOf(member) })
  }
}

export function retractUnlessCarried(
  { state, decide }: CopyContext,
  copy: Member,
  original: Member,
  reason: string,
): boolean {
  const { found, isStill } = stillCarries(state, copy, original)
  if (!isStill) decide(copy.articleId, copyRetracted(original.articleId, reason, found))
  return !isStill
}

function bySlot(members: ReadonlySet<Member>): Member[] {
  return [...members].sort((a, b) => a.slot - b.slot)
}
