import type { Decision } from '../stories/document.ts'
import type { Member } from '../stories/member.ts'
import type { GroupingState, Remembered } from '../stories/state.ts'
import { carriedOf } from './carried-of.ts'
import { comesFirst } from './comes-first.ts'
import { copyRetracted, copyVerdict } from './copy-events.ts'
import { findCanonical, type Sought } from './find-original.ts'

type Context = {
  readonly state: GroupingState
  readonly decide: (stream: string, event: Decision['event']) => void
}

/** A larger family keeps its canonical item even if a better one turns up: every copy would have to be told. */
const REROOTED_MAX = 64

const NO_KEYS = new Uint32Array(0)

/**
 * Says whose copy an article is. The canonical item of a family is the one that credits its agency, then the earliest
 * published, then the first in the log; one that turns up later takes the family over. A copy whose new text does not carry
 * its original is none any more, nor is one of a text in whose place another has come. What a person has said stands.
 */
export function decideCopy(context: Context, remembered: Remembered): void {
  if (remembered.isReplaced) freeCopies(context, remembered.member)
  placeCopy(context, remembered)
}

function placeCopy({ state, decide }: Context, sought: Sought): void {
  const { member } = sought
  if (member.copyByPerson || state.copiesOf(member.articleId).size > 0) return
  const match = findCanonical(state, sought)
  if (match === null) {
    const original = member.copyOf === null ? undefined : state.member(member.copyOf)
    if (original !== undefined) retractUnlessCarried({ state, decide }, member, original, 'its text is another now')
    return
  }
  const { canonical } = match
  if (canonical.articleId === member.copyOf) return
  const copies = state.copiesOf(canonical.articleId)
  const isKept = member.copyOf !== null || comesFirst(canonical, member) || copies.size > REROOTED_MAX
  if (isKept) {
    decide(member.articleId, {
      type: 'CopyDetected',
      data: copyVerdict(member, canonical, carriedOf(state, member, canonical)),
    })
    return
  }
  for (const copy of [canonical, ...bySlot(copies)]) {
    decide(copy.articleId, { type: 'CopyDetected', data: copyVerdict(copy, member, carriedOf(state, copy, member)) })
  }
}

/** Copies of what an article does not say any more are placed anew: they may be copies of one another. */
function freeCopies(context: Context, original: Member): void {
  const copies = bySlot(context.state.copiesOf(original.articleId)).filter(({ copyByPerson }) => !copyByPerson)
  if (copies.length > REROOTED_MAX) return
  const freed = copies.filter((copy) =>
    retractUnlessCarried(context, copy, original, 'its original is another text now'),
  )
  for (const member of freed) {
    placeCopy(context, { member, copyKeys: NO_KEYS, neighbours: context.state.neighboursOf(member) })
  }
}

function retractUnlessCarried({ state, decide }: Context, copy: Member, original: Member, reason: string): boolean {
  const { found, isStill } = carriedOf(state, copy, original)
  if (!isStill) decide(copy.articleId, copyRetracted(original.articleId, reason, found))
  return !isStill
}

function bySlot(members: ReadonlySet<Member>): Member[] {
  return [...members].sort((a, b) => a.slot - b.slot)
}
