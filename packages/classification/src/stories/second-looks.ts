import type { Member } from './member.ts'
import type { Neighbour } from './neighbours.ts'

/** Which articles are looked at again: some hours after they came, by the clock of the log. */
export type SecondLooks = {
  /** Takes in an article seen on a day (days since 1970). @returns those whose second look is due. */
  readonly add: (member: Member, seenDay: number) => Member[]
}

/** An earlier article that is looked at again. */
export type SecondLook = {
  readonly member: Member
  /** The articles nearest to it now. */
  readonly neighbours: readonly Neighbour[]
  /** A person has left it to automatic decisions; else its time has come. */
  readonly isReleased: boolean
}

const AFTER_DAYS = 0.25

/** Looks for one new article. */
const DUE_MAX = 4

/** Articles that wait at most: where many are taken in within hours, as from an archive, the first do not wait so long. */
const WAITING_MAX = 20_000

export function createSecondLooks(): SecondLooks {
  const waiting: { member: Member; dueDay: number }[] = []
  let next = 0
  let now = 0
  return {
    add(member, seenDay) {
      now = Math.max(now, seenDay)
      waiting.push({ member, dueDay: now + AFTER_DAYS })
      const due: Member[] = []
      while (due.length < DUE_MAX && (waiting[next]!.dueDay <= now || waiting.length - next > WAITING_MAX)) {
        due.push(waiting[next++]!.member)
      }
      if (next >= WAITING_MAX) next -= waiting.splice(0, next).length
      return due
    },
  }
}
