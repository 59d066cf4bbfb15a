import { fold } from '../text/fold.ts'
import type { ReadText } from '../text/read-text.ts'

/** What tells twin events apart: the numbers of a report, and the weekdays of its first words. */
export type Particulars = {
  /** Hashes, ascending, without years. */
  readonly numbers: Uint32Array
  /** One bit a day, Monday first. */
  readonly weekdays: number
}

const NUMBERS_MAX = 24
const LEAD_WORDS = 80
const DIGIT = /^\p{N}/u
const YEAR = /^(?:19|20)\p{N}{2}$/u

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    'monday tuesday wednesday thursday friday saturday sunday',
    'montag dienstag mittwoch donnerstag freitag samstag sonntag',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
    'lunes martes miercoles jueves viernes sabado domingo',
  ].flatMap((days) => days.split(' ').map((name, day) => [name, day] as const)),
)

export function particularsOf({ stems, hashes, lower }: ReadText): Particulars {
  const numbers = new Set<number>()
  let weekdays = 0
  for (let at = 0; at < stems.length; at++) {
    const stem = stems[at]!
    if (numbers.size < NUMBERS_MAX && DIGIT.test(stem) && !YEAR.test(stem)) numbers.add(hashes[at]!)
    const day = at < LEAD_WORDS ? WEEKDAYS.get(fold(lower[at]!)) : undefined
    if (day !== undefined) weekdays |= 1 << day
  }
  return { numbers: Uint32Array.from(numbers).sort(), weekdays }
}
