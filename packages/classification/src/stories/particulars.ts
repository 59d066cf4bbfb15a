import { mix32 } from '../text/hash.ts'
import { OPENS, type ReadText, TIED } from '../text/read-text.ts'
import type { WordForm } from '../text/word-forms.ts'

/** Distinct hashes, sorted: entries `start` to `end` of the array. */
export type Marks = { readonly hashes: Uint32Array; readonly start: number; readonly end: number }

/** What tells twin events apart: the numbers of a report, the names in its first words, and the weekdays there. */
export type Particulars = {
  /** Without years; a score ("2-1") is one number. */
  readonly numbers: Marks
  /** Capital words that open no sentence, each word of a name by itself. */
  readonly names: Marks
  /** One bit a day, Monday first. */
  readonly weekdays: number
  /** The first score ("2-1"): that of the match which is told of; others are of earlier ones. 0: none. */
  readonly score: number
}

export const NUMBERS_MAX = 24
export const NAMES_MAX = 24

/** Weekdays, and names, are those of so many first words. */
const LEAD_WORDS = 80
const NAME_WORDS = 120

/** Shorter stems are of common words, or of names that look like one: "Ines" is "in". */
const NAME_CHARS_MIN = 3

export function particularsOf({ forms, places }: ReadText): Particulars {
  const numbers = new Set<number>()
  const names = new Set<number>()
  let weekdays = 0
  let score = 0
  for (let at = 0; at < forms.length; at++) {
    const { weekday, isNumber, isDigit, isCapital, term, hash } = forms[at]!
    if (weekday >= 0 && at < LEAD_WORDS) weekdays |= 1 << weekday
    else if (
      isCapital &&
      (places[at]! & OPENS) === 0 &&
      term.length >= NAME_CHARS_MIN &&
      at < NAME_WORDS &&
      names.size < NAMES_MAX
    ) {
      names.add(hash >>> 0)
    }
    if (isDigit && (places[at]! & TIED) !== 0) {
      const both = mix32(Math.imul(hash, 31) ^ forms[++at]!.hash)
      if (score === 0 && isGoals(forms[at - 1]!) && isGoals(forms[at]!)) score = both
      if (numbers.size < NUMBERS_MAX) numbers.add(both)
    } else if (isNumber && numbers.size < NUMBERS_MAX) numbers.add(hash >>> 0)
  }
  return { numbers: marksOf(numbers), names: marksOf(names), weekdays, score }
}

/** Points of one side of a match have up to three digits. */
function isGoals({ raw }: WordForm): boolean {
  return raw.length <= 3
}

function marksOf(hashes: ReadonlySet<number>): Marks {
  return { hashes: Uint32Array.from(hashes).sort(), start: 0, end: hashes.size }
}

/** Day, since 1970, of the last such weekday (0: Monday) before the end of a day. 1970 began on a Thursday. */
export function lastWeekday(day: number, weekday: number): number {
  const whole = Math.floor(day)
  return whole - ((((whole + 3 - weekday) % 7) + 7) % 7)
}
