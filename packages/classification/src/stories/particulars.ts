import { mix32 } from '../text/hash.ts'
import { OPENS, type ReadText, TIED } from '../text/read-text.ts'
import type { WordForm } from '../text/word-forms.ts'

/** Distinct hashes, sorted: entries `start` to `end` of the array. */
export type Marks = { readonly hashes: Uint32Array; readonly start: number; readonly end: number }

/** What tells twin events apart: the numbers of a report, the names in its first words, and the weekdays there. */
export type Particulars = {
  /** Without years; a score ("2-1") is one number. */
  readonly numbers: Marks
  /** Capital words that are not common ones, each word of a name by itself; those that open a sentence, if they are very rare. */
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

/**
 * Rarity is the log of all texts by those that have the word. A word of one text in 90 says nothing of whom a report is about
 * ("Bank"); one that opens a sentence, and has a capital anyhow, is taken for a name if one text in 5,000 has it.
 */
const NAME_RARITY_MIN = 4.5
const OPENING_RARITY_MIN = 8.5

/** Shorter stems are of common words, or of names that look like one: "Ines" is "in". */
const NAME_CHARS_MIN = 3

/** @param rarityOf how rare a word is, by the hash of its stem. */
export function particularsOf({ forms, places }: ReadText, rarityOf: (hash: number) => number): Particulars {
  const numbers = new Set<number>()
  const names = new Set<number>()
  let weekdays = 0
  let score = 0
  for (let at = 0; at < forms.length; at++) {
    const { weekday, isNumber, isDigit, isCapital, term, hash } = forms[at]!
    if (weekday >= 0 && at < LEAD_WORDS) weekdays |= 1 << weekday
    else if (
      isCapital &&
      term.length >= NAME_CHARS_MIN &&
      at < NAME_WORDS &&
      names.size < NAMES_MAX &&
      rarityOf(hash) >= ((places[at]! & OPENS) === 0 ? NAME_RARITY_MIN : OPENING_RARITY_MIN)
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
