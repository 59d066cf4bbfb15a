import {
  BUDDHIST_YEARS_AHEAD,
  type Day,
  fromCalendar,
  isDay,
  type OtherCalendar,
  utcMs,
  weekdayOf,
} from './calendars.ts'
import type { Meaning } from './lexicon.ts'
import { fullYear, isYear } from './numeric-date.ts'
import { meaningIn, type Token } from './tokens.ts'

/**
 * A date with its month in words. `day` null: the words name a day the calendar has not ("31 February"), and the text
 * must not be read otherwise. `isYearGiven` false: the nearest year before the reference was taken.
 */
export type WordDate = { start: number; end: number; day: Day | null; precision: 'day' | 'month'; isYearGiven: boolean }

export type YearChoice = { referenceMs: number | null; century: number; isFutureAllowed: boolean }

type Part =
  | { role: 'number'; token: Token & { kind: 'number' }; isApostrophe: boolean; isDash: boolean; hasWord: boolean }
  | { role: 'month'; token: Token; month: number; calendar: OtherCalendar | null; isDash: boolean }
  | { role: 'weekday'; token: Token; weekday: number }

const PARTS_MAX = 7
const GAP_MAX = 4
const FUTURE_WEIGHT = 1.3
const DAY_MS = 86_400_000

/**
 * The first date with a month in words, in one language. A day of the moon's calendar gives way to another one beside it: countries
 * see the new moon on different days.
 */
export function findWordDate(tokens: readonly Token[], language: number, years: YearChoice): WordDate | null {
  let lunar: WordDate | null = null
  for (let index = 0; index < tokens.length; index += 1) {
    const parts = partsFrom(tokens, index, language)
    // "30.01.202430. Januar": figures glued to the date make it unreadable.
    const before = tokens[index - 1]
    if (before?.kind === 'number' && before.digits > 4 && before.end >= tokens[index]!.start - 2) continue
    const first = parts[0]
    if (first === undefined || first.token !== tokens[index]) continue
    const found = readParts(parts, years)
    if (found === null) continue
    if (!parts.some((part) => part.role === 'month' && part.calendar === 'islamic-umalqura')) return found
    lunar ??= found
  }
  return lunar
}

/** Numbers, months and days of the week that follow each other with nothing but small words and marks between. */
function partsFrom(tokens: readonly Token[], from: number, language: number): Part[] {
  const parts: Part[] = []
  let gap = 0
  let isApostrophe = false
  let isDash = false
  let hasWord = false
  for (let index = from; index < tokens.length && parts.length < PARTS_MAX; index += 1) {
    const token = tokens[index]!
    const part = partOf(token, language, { isApostrophe, isDash, hasWord })
    if (part !== null) {
      parts.push(part)
      gap = 0
      isApostrophe = false
      isDash = false
      hasWord = false
      continue
    }
    if (parts.length === 0 || !isBetween(token, tokens[index - 1]!, language)) break
    if (token.kind === 'mark' && token.text === "'") isApostrophe = true
    else if (token.kind === 'mark' && /[-–—~ー]/u.test(token.text)) isDash = true
    else if (meaningIn(token, language, 'range') !== null) isDash = true
    else if (token.kind === 'word') hasWord = true
    gap += 1
    if (gap > GAP_MAX) break
  }
  return parts
}

type Between = { isApostrophe: boolean; isDash: boolean; hasWord: boolean }

function partOf(token: Token, language: number, { isApostrophe, isDash, hasWord }: Between): Part | null {
  if (token.kind === 'number')
    return token.digits <= 4 ? { role: 'number', token, isApostrophe, isDash, hasWord } : null
  const month = meaningIn(token, language, 'month') as Extract<Meaning, { kind: 'month' }> | null
  if (month !== null) return { role: 'month', token, month: month.value, calendar: month.calendar ?? null, isDash }
  const weekday = meaningIn(token, language, 'weekday') as Extract<Meaning, { kind: 'weekday' }> | null
  return weekday === null ? null : { role: 'weekday', token, weekday: weekday.value }
}

/** Marks, small words of dates, and the ending of an ordinal: "3rd", "1er", "12de". */
function isBetween(token: Token, before: Token, language: number): boolean {
  if (token.kind === 'mark') return /[.,'()/\-–—~ー・·]/u.test(token.text)
  if (token.kind === 'word')
    return meaningIn(token, language, 'filler') !== null || meaningIn(token, language, 'range') !== null
  return (
    token.kind === 'unknown' && before.kind === 'number' && before.end === token.start && token.end - token.start <= 4
  )
}

function readParts(all: readonly Part[], years: YearChoice): WordDate | null {
  const weekday = all.find((part) => part.role === 'weekday')?.weekday ?? null
  const parts = all.filter((part) => part.role !== 'weekday')
  const [a, b, c, d] = parts
  if (a === undefined || b === undefined) return null
  const year = (part: Part | undefined) => yearOf(part, years.century)
  if (a.role === 'number' && a.token.digits <= 2) {
    if (b.role === 'month')
      return year(c) !== null ? whole(a, b, c!, [a, b, c!], years) : withoutYear(a, b, parts.slice(2), weekday, years)
    // "10 - 22 August 2012": the first of the days.
    if (b.role === 'number' && b.isDash && c?.role === 'month')
      return year(d) !== null ? whole(a, c, d!, [a, b, c, d!], years) : withoutYear(a, c, [], weekday, years)
  }
  if (a.role === 'month' && b.role === 'number') {
    if (b.token.digits === 4) return monthOf(a, b, years)
    if (b.token.digits > 2) return null
    if (c?.role === 'number' && c.token.digits === 4) return whole(b, a, c, [a, b, c], years)
    if (c?.role === 'number' && c.isApostrophe && c.token.digits === 2) return whole(b, a, c, [a, b, c], years)
    if (c?.role === 'number' && c.isDash && d?.role === 'number' && d.token.digits === 4)
      return whole(b, a, d, [a, b, c, d], years)
    return withoutYear(b, a, parts.slice(2), weekday, years)
  }
  if (a.role === 'number' && a.token.digits === 4) {
    if (b.role === 'month' && c?.role === 'number' && c.token.digits <= 2) return whole(c, b, a, [a, b, c], years)
    // "2011 წლის 17 მარტი", "2021. gada 5. maijs": never without the word for year.
    if (b.role === 'number' && b.token.digits <= 2 && b.hasWord && c?.role === 'month')
      return whole(b, c, a, [a, b, c], years)
    if (b.role === 'month' && !b.isDash) return monthOf(b, a, years)
  }
  return null
}

type MonthPart = Extract<Part, { role: 'month' }>
type NumberPart = Extract<Part, { role: 'number' }>

function yearOf(part: Part | undefined, century: number): number | null {
  if (part?.role !== 'number') return null
  const { digits, value } = part.token
  if (digits === 4) return value >= 2400 && value <= 2700 ? value - BUDDHIST_YEARS_AHEAD : value
  return digits === 2 && !part.isDash ? fullYear(String(value).padStart(2, '0'), century) : null
}

function whole(
  day: NumberPart,
  month: MonthPart,
  year: Part,
  used: readonly Part[],
  years: YearChoice,
): WordDate | null {
  const given = yearOf(year, years.century)
  if (given === null) return null
  const read = { year: given, month: month.month, day: day.token.value }
  const common = month.calendar !== null ? fromCalendar(month.calendar, read) : isDay(read) ? read : null
  if (common !== null && !isYear(common.year)) return null
  return { ...stretch(used), day: common, precision: 'day', isYearGiven: true }
}

function monthOf(month: MonthPart, year: NumberPart, years: YearChoice): WordDate | null {
  const given = yearOf(year, years.century)
  if (given === null || month.calendar !== null || !isYear(given)) return null
  return {
    ...stretch([month, year]),
    day: { year: given, month: month.month, day: 1 },
    precision: 'month',
    isYearGiven: true,
  }
}

/** "10 March": the year is the last that has it before the reference, or the one in which the day of the week is right. */
function withoutYear(
  day: NumberPart,
  month: MonthPart,
  rest: readonly Part[],
  weekday: number | null,
  years: YearChoice,
): WordDate | null {
  const used = [day, month]
  const [otherDay, otherMonth, otherYear] = rest[0]?.role === 'month' ? [rest[1], rest[0], rest[2]] : rest
  if (
    otherDay?.role === 'number' &&
    otherMonth?.role === 'month' &&
    otherYear?.role === 'number' &&
    otherYear.token.digits === 4
  ) {
    return whole(day, month, otherYear, used, years) // "10 August - 12 September 2013"
  }
  if (years.referenceMs === null || month.calendar !== null) return null
  const now = new Date(years.referenceMs).getUTCFullYear()
  const all = [now - 3, now - 2, now - 1, now, now + 1]
    .map((year) => ({ year, month: month.month, day: day.token.value }))
    .filter(isDay)
  const right = weekday === null ? all : all.filter((each) => weekdayOf(each) === weekday)
  const choices = years.isFutureAllowed
    ? all.filter(({ year }) => year >= now - 1)
    : (right.length > 0 ? right : all).filter((each) => utcMs(each) <= years.referenceMs! + DAY_MS)
  // People name days of this year without it, past ones rather than those to come.
  const distance = (each: Day) => {
    const ahead = utcMs(each) - years.referenceMs!
    return ahead > 0 ? ahead * FUTURE_WEIGHT : -ahead
  }
  const near = choices.sort((one, other) => distance(one) - distance(other))
  return near[0] === undefined ? null : { ...stretch(used), day: near[0], precision: 'day', isYearGiven: false }
}

function stretch(parts: readonly Part[]): { start: number; end: number } {
  return {
    start: Math.min(...parts.map(({ token }) => token.start)),
    end: Math.max(...parts.map(({ token }) => token.end)),
  }
}
