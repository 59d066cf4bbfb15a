import { BUDDHIST_YEARS_AHEAD, type Day, isDay } from './calendars.ts'

/** A date in figures within folded text. `days`: every reading the figures allow, the likelier first; at least one. */
export type NumericDate = { start: number; end: number; days: Day[]; isMonth: boolean }

export type FieldOrder = 'dmy' | 'mdy' | 'ymd'

/** The first newspapers appeared in 1605. */
export const YEAR_MIN = 1605
const YEAR_MAX = 2200

// Neither part of a longer number, version, price, address or path: "Version 12.3.2024.1", "$2,024.03".
const figures =
  /(?<![\d.,$€£¥#_/-]|\d:|\bv\.?)(?<a>\d{1,4})(?<sep>\s?\.\s?|[/-])(?<b>\d{1,2})(?:\s?\.\s?|[/-])(?<c>\d{1,4})(?![\d_]|[.,/]\d|-\d(?!\d:\d\d)|-\p{L})/gu
const monthOnly = /(?<![\d.,$€£/-]|\d:)(?<month>\d{1,2})\/(?<year>\d{4})(?![\d/-])/u
const compact =
  /(?<!\d)(?<year>20[0-4]\d|19\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?=$|[t\s]|\d{1,2}:)/u

/**
 * Finds dates in figures.
 *
 * @param order which field comes first where figures alone do not say; null: not known, and then a date that can be read
 *   two ways has both readings.
 * @param century years of two figures are read no later than this year: the year after the capture.
 */
export function findNumericDates(folded: string, order: FieldOrder | null, century: number): NumericDate[] {
  const found: NumericDate[] = []
  for (const match of folded.matchAll(figures)) {
    const { a, b, c, sep } = match.groups as Record<'a' | 'b' | 'c' | 'sep', string>
    const between = match[0].slice(a.length + sep.length + b.length, match[0].length - c.length)
    if (between.trim() !== sep.trim()) continue
    const days = readings(a, b, c, sep.trim(), order, century)
    if (days.length > 0) found.push({ start: match.index, end: match.index + match[0].length, days, isMonth: false })
  }
  const short = compact.exec(folded)
  if (short !== null && found.length === 0) {
    const day = { year: Number(short.groups!.year), month: Number(short.groups!.month), day: Number(short.groups!.day) }
    if (isDay(day)) found.push({ start: short.index, end: short.index + 8, days: [day], isMonth: false })
  }
  const month = monthOnly.exec(folded)
  if (month !== null && found.length === 0) {
    const day = { year: Number(month.groups!.year), month: Number(month.groups!.month), day: 1 }
    if (isDay(day) && isYear(day.year))
      found.push({ start: month.index, end: month.index + month[0].length, days: [day], isMonth: true })
  }
  return found
}

function readings(a: string, b: string, c: string, sep: string, order: FieldOrder | null, century: number): Day[] {
  if (a.length === 4) return valid([{ year: Number(a), month: Number(b), day: Number(c) }])
  if (a.length === 3 || c.length === 3 || c.length === 1) return []
  const year = fullYear(c, century)
  const dmy = { year, month: Number(b), day: Number(a) }
  const mdy = { year, month: Number(a), day: Number(b) }
  // "21-03-05" may begin with its year, in languages that write so.
  const ymd = c.length === 2 && a.length === 2 ? { year: fullYear(a, century), month: Number(b), day: Number(c) } : null
  if (order === 'ymd' && ymd !== null && sep !== '.') return valid([ymd, dmy])
  if (sep === '.') return valid([dmy, mdy]).slice(0, 1)
  const both = valid(order === 'mdy' ? [mdy, dmy] : [dmy, mdy])
  return order === null ? both : both.slice(0, 1)
}

function valid(days: readonly Day[]): Day[] {
  const seen = new Set<string>()
  return days.map(withoutBuddha).filter((day) => {
    const key = `${day.year}-${day.month}-${day.day}`
    if (!isDay(day) || !isYear(day.year) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function withoutBuddha(day: Day): Day {
  return day.year >= 2400 && day.year <= 2700 ? { ...day, year: day.year - BUDDHIST_YEARS_AHEAD } : day
}

export function isYear(year: number): boolean {
  return year >= YEAR_MIN && year <= YEAR_MAX
}

/** "24" → 2024, "96" → 1996. */
export function fullYear(figures: string, century: number): number {
  const year = Number(figures)
  if (figures.length !== 2) return year
  const base = Math.floor(century / 100) * 100
  return base + year <= century ? base + year : base - 100 + year
}
