import type { Member } from '../stories/member.ts'

/** Whether one of two pages with the same text is the original rather than the other: by credit, then time, then the log. */
export function comesFirst(a: Member, b: Member): boolean {
  if (creditsAgency(a) !== creditsAgency(b)) return creditsAgency(a)
  // A page that names only the day may have come at any time of it: the fuller text is the original.
  const isSameDay = Math.floor(a.day) === Math.floor(b.day)
  const isDayOnly = Number.isInteger(a.day) || Number.isInteger(b.day)
  if (isSameDay && isDayOnly && a.sequence.weight !== b.sequence.weight) return a.sequence.weight > b.sequence.weight
  return a.day < b.day || (!(b.day < a.day) && a.slot < b.slot)
}

export function creditsAgency({ agency }: Pick<Member, 'agency'>): boolean {
  return agency?.basis === 'explicit'
}
