import { fold } from '../text/fold.ts'
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
const DIGIT = /^\p{N}/u
const YEAR = /^(?:19|20)\p{N}{2}$/u

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    'monday tuesday wednesday thursday friday saturday sunday',
    'montag dienstag mittwoch donnerstag freitag samstag sonntag',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
    'lunes martes miercoles jueves viernes sabado domingo',
    'lunedi martedi mercoledi giovedi venerdi sabato domenica',
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    'понедельник вторник среду четверг пятницу субботу воскресенье',
  ].flatMap((days) => days.split(' ').map((name, day) => [name, day] as const)),
)

export function particularsOf({ stems, hashes, lower, tied }: ReadText): Particulars {
  const numbers = new Set<number>()
  let weekdays = 0
  for (let at = 0; at < stems.length; at++) {
    const stem = stems[at]!
    const day = at < LEAD_WORDS ? WEEKDAYS.get(fold(lower[at]!)) : undefined
    if (day !== undefined) weekdays |= 1 << day
    if (numbers.size >= NUMBERS_MAX || !DIGIT.test(stem)) continue
    if (tied[at] === 1) numbers.add(mix32(Math.imul(hashes[at]!, 31) ^ hashes[++at]!))
    else if (!YEAR.test(stem)) numbers.add(hashes[at]!)
  }
  return { numbers: Uint32Array.from(numbers).sort(), weekdays }
}

/** Day, since 1970, of the last such weekday (0: Monday) before the end of a day. 1970 began on a Thursday. */
export function lastWeekday(day: number, weekday: number): number {
  const whole = Math.floor(day)
  return whole - ((((whole + 3 - weekday) % 7) + 7) % 7)
}
