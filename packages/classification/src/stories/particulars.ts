import { mix32 } from '../text/hash.ts'
import type { ReadText } from '../text/read-text.ts'

/** What tells twin events apart: the numbers of a report, and the weekdays of its first words. */
export type Particulars = {
  /** Hashes, ascending, without years; a score ("2-1") is one number. */
  readonly numbers: Uint32Array
  /** One bit a day, Monday first. */
  readonly weekdays: number
}

const NUMBERS_MAX = 24
const LEAD_WORDS = 80
export function particularsOf({ forms, tied }: ReadText): Particulars {
  const numbers = new Set<number>()
  let weekdays = 0
  for (let at = 0; at < forms.length; at++) {
    const { weekday, isNumber, isDigit, hash } = forms[at]!
    if (weekday >= 0 && at < LEAD_WORDS) weekdays |= 1 << weekday
    if (numbers.size >= NUMBERS_MAX) continue
    if (isDigit && tied[at] === 1) numbers.add(mix32(Math.imul(hash, 31) ^ forms[++at]!.hash))
    else if (isNumber) numbers.add(hash)
  }
  return { numbers: Uint32Array.from(numbers).sort(), weekdays }
}

/** Day, since 1970, of the last such weekday (0: Monday) before the end of a day. 1970 began on a Thursday. */
export function lastWeekday(day: number, weekday: number): number {
  const whole = Math.floor(day)
  return whole - ((((whole + 3 - weekday) % 7) + 7) % 7)
}
