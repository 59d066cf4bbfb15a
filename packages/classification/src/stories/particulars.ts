import { mix32 } from '../text/hash.ts'
import type { ReadText } from '../text/read-text.ts'

/** Distinct hashes in the order in which they stand in a text: entries `start` to `end` of the array. */
export type Marks = { readonly hashes: Uint32Array; readonly start: number; readonly end: number }

/** What tells twin events apart: the numbers of a report, the names in its first words, and the weekdays there. */
export type Particulars = {
  /** Without years; a score ("2-1") is one number. */
  readonly numbers: Marks
  /** Capital words that open no sentence, each word of a name by itself. */
  readonly names: Marks
  /** One bit a day, Monday first. */
  readonly weekdays: number
}

export const NUMBERS_MAX = 24
export const NAMES_MAX = 24

/** Weekdays, and names, are those of so many first words. */
const LEAD_WORDS = 80
const NAME_WORDS = 120

export function particularsOf({ forms, tied, opens }: ReadText): Particulars {
  const numbers = new Set<number>()
  const names = new Set<number>()
  let weekdays = 0
  for (let at = 0; at < forms.length; at++) {
    const { weekday, isNumber, isDigit, isCapital, term, hash } = forms[at]!
    if (weekday >= 0 && at < LEAD_WORDS) weekdays |= 1 << weekday
    else if (isCapital && at < NAME_WORDS && opens[at] === 0 && term !== '' && names.size < NAMES_MAX) names.add(hash)
    if (numbers.size >= NUMBERS_MAX) continue
    if (isDigit && tied[at] === 1) numbers.add(mix32(Math.imul(hash, 31) ^ forms[++at]!.hash))
    else if (isNumber) numbers.add(hash)
  }
  return { numbers: marksOf(numbers), names: marksOf(names), weekdays }
}

function marksOf(hashes: ReadonlySet<number>): Marks {
  return { hashes: Uint32Array.from(hashes), start: 0, end: hashes.size }
}

/** Day, since 1970, of the last such weekday (0: Monday) before the end of a day. 1970 began on a Thursday. */
export function lastWeekday(day: number, weekday: number): number {
  const whole = Math.floor(day)
  return whole - ((((whole + 3 - weekday) % 7) + 7) % 7)
}
