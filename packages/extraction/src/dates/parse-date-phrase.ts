import type { When } from '@dateline/domain'
import { type Day, dayOf, utcMs, withCommonYears } from './calendars.ts'
import { type ClockTime, findTimes, instantOf } from './find-times.ts'
import { fold } from './fold.ts'
import { type Lexicon, lexicon } from './lexicon.ts'
import { type FieldOrder, findNumericDates, type NumericDate } from './numeric-date.ts'
import { findRelativeDate, findTemplate, type RelativeDate } from './relative-date.ts'
import { DATE_CHARS_MAX, languagesOf, meaningIn, type Token, tokenize } from './tokens.ts'
import { findWordDate, type WordDate } from './word-date.ts'

export type DatePhrase = {
  /** A line or value that holds a date: "Dec 29,2021 - Last updated at 10:15 PM". Read up to DATE_CHARS_MAX characters. */
  text: string
  /** When the page was captured, RFC 3339. "6 days ago" counts from it and nothing lies after it; null: not known. */
  reference: string | null
  /** BCP 47, of the page. A region decides between 3/4 and 4/3. */
  language?: string | null | undefined
  /** What kind of text it is. "spoken" also reads the future, bare durations and lone weekdays; news pages never need it. */
  grammar?: 'printed' | 'spoken'
}

const DAY_MS = 86_400_000
/** Local days are up to this far ahead of UTC. */
const AHEAD_MS = 14 * 3_600_000
const LANGUAGES_MAX = 12
/** People who speak of '82 and '34 mean years half a century around. */
const SPOKEN_YEARS_AHEAD = 49
/** "Posted 6 days ago" may hold a word or two besides; a sentence holds more. */
const STRANGERS_MAX = 1

type Found = { start: number; end: number; day: Day; precision: 'day' | 'month' }

/**
 * Reads the first date of a phrase, in any of the languages ICU knows.
 *
 * Never the clock, never a day after the reference, never one of two possible readings by guess: 01/02/03 needs a
 * region (or a reference that rules one reading out). A false date is worse than none.
 *
 * @returns null where there is no date, or no sure one.
 */
export function parseDatePhrase({ text, reference, language = null, grammar = 'printed' }: DatePhrase): When | null {
  const folded = digitsOfHan(withCommonYears(fold(text).slice(0, DATE_CHARS_MAX)))
    .replace(/(?<!\d)0(?=\d[月월])/gu, '')
    .trim()
  const referenceMs = reference === null ? null : Date.parse(reference)
  if (folded === '' || (referenceMs !== null && Number.isNaN(referenceMs))) return null
  if (!/[\d\p{L}]/u.test(folded)) return null
  const isSpoken = grammar === 'spoken'
  const epoch = ofEpoch(folded)
  if (epoch !== null)
    return checked({ at: iso(epoch), precision: 'second', zone: 'stated' }, epoch, referenceMs, isSpoken)
  if (isBrokenStamp(folded)) return null
  const context = {
    referenceMs,
    isSpoken,
    language,
    known: lexicon(isSpoken ? 'all' : 'press'),
    century: centuryOf(referenceMs) + (isSpoken ? SPOKEN_YEARS_AHEAD : 0),
  }
  const counted =
    referenceMs === null || !/\d/.test(folded) ? null : findExactRelative(untilAgo(folded), { ...context, referenceMs })
  if (counted !== null) return counted
  const absolute = findAbsolute(folded, context)
  if (absolute === 'impossible') return null
  if (absolute !== null) return absolute
  return referenceMs === null ? null : findRelative(untilAgo(folded), { ...context, referenceMs })
}

const STAMP =
  /^\d{4}-\d\d-\d\dt([01]\d|2[0-4]):?[0-5]\d(:?[0-5]\d([.,]\d{1,9})?)?\s?(z|utc|gmt|[+-](0\d|1[0-4])(:?[0-5]\d)?)?(?![\d\p{L}:+-])/u

/** A machine's date that breaks its own form says nothing: "2003-12-31T25:14:55Z", "1:2:3:4". */
function isBrokenStamp(folded: string): boolean {
  if (/^\d{4}-\d\d-\d\dt\d/.test(folded)) return !STAMP.test(folded)
  return /\d:\d{1,2}:\d{1,2}:\d|[+-]zz:/.test(folded)
}

type Context = {
  referenceMs: number | null
  isSpoken: boolean
  language: string | null
  century: number
  known: Lexicon
}

/** "3 hours ago 4 comments" is no 4 August, though Spain, Italy and Portugal write "ago" for it. */
const ENGLISH_AGO =
  /(?<=\b(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|mos|months?|y|yrs?|years?|moments?|while)\.? {1,3})ago\b/g

/** "12 minutes ago 3 min read" was not 15 minutes ago. */
function untilAgo(folded: string): string {
  const at = folded.search(ENGLISH_AGO)
  return at < 0 ? folded : folded.slice(0, at + 'ago'.length)
}

function findAbsolute(folded: string, context: Context): When | 'impossible' | null {
  const numeric = findNumericDates(folded, fieldOrder(context.language, context.isSpoken), context.century)[0]
  const masked = numeric === undefined ? folded : blank(folded, numeric.start, numeric.end)
  const times = findTimes(masked, folded)
  const bare = times.reduce((rest, time) => blank(rest, time.start, time.end), masked).replace(ENGLISH_AGO, '   ')
  const tokens = tokenize(bare, context.known)
  const word = inLikeliestLanguage(tokens, context)
  if (word === 'ambiguous') return 'impossible'
  if (word !== null && word.day === null) return 'impossible'
  const found = earlier(choose(numeric, context), word as (WordDate & Found) | null)
  if (found === 'impossible' || found === null) return found
  return withTime(found, times, folded, context)
}

/** The reading that lies before the reference; "impossible" if two remain or none. */
function choose(numeric: NumericDate | undefined, { referenceMs, isSpoken }: Context): Found | 'impossible' | null {
  if (numeric === undefined) return null
  const before =
    referenceMs === null ? numeric.days : numeric.days.filter((day) => utcMs(day) <= referenceMs + AHEAD_MS)
  const past = isSpoken && before.length === 0 ? numeric.days : before
  const [day, other] = past
  if (day === undefined || other !== undefined) return 'impossible'
  return { start: numeric.start, end: numeric.end, day, precision: numeric.isMonth ? 'month' : 'day' }
}

function earlier(numeric: Found | 'impossible' | null, word: Found | null): Found | 'impossible' | null {
  if (word === null) return numeric
  if (numeric === null || numeric === 'impossible') return word
  if (numeric.precision !== word.precision) return numeric.precision === 'day' ? numeric : word
  return numeric.start < word.start ? numeric : word
}

/**
 * Words may belong to several languages that disagree: "5. listopada" is November in Polish and October in Croatian.
 * Equally likely languages must then agree, unless the page says which it is.
 */
function inLikeliestLanguage(tokens: readonly Token[], context: Context): WordDate | 'ambiguous' | null {
  const years = { referenceMs: context.referenceMs, century: context.century, isFutureAllowed: context.isSpoken }
  let best: { date: WordDate; known: number } | null = null
  const { commonCount } = context.known
  for (const { language, known } of languagesOf(tokens, context.language, context.known).slice(0, LANGUAGES_MAX * 4)) {
    if (best !== null && (known < best.known || language >= commonCount)) continue
    const date = findWordDate(tokens, language, years)
    if (date === null || (!date.isYearGiven && language >= commonCount)) continue
    if (best === null) {
      best = { date, known }
      if (context.language !== null || date.day === null) return date
    } else if (
      date.day !== null &&
      best.date.day !== null &&
      date.start === best.date.start &&
      utcMs(date.day) !== utcMs(best.date.day)
    ) {
      return 'ambiguous'
    }
  }
  return best?.date ?? null
}

function withTime(found: Found, times: readonly ClockTime[], folded: string, context: Context): When | 'impossible' {
  const { referenceMs, isSpoken } = context
  const midnight = utcMs(found.day)
  if (found.precision === 'month') {
    return (
      checked(
        { at: isoDay(found.day).slice(0, 7), precision: 'month', zone: 'none' },
        midnight,
        referenceMs,
        isSpoken,
      ) ?? 'impossible'
    )
  }
  const time = times.find((each) => isBeside(each, found, folded))
  const isStamp = /^t\d/.test(folded.slice(found.end)) // "2003-12-31t25:14": broken as a whole
  if (time === undefined) {
    if (isStamp) return 'impossible'
    return (
      checked({ at: isoDay(found.day), precision: 'day', zone: 'none' }, midnight - AHEAD_MS, referenceMs, isSpoken) ??
      'impossible'
    )
  }
  const { ms, offsetMinutes } = instantOf(midnight, time)
  // Programs write the start of 1970 where they have no date.
  if (Math.abs(ms) < DAY_MS) return 'impossible'
  const when = instant(ms, offsetMinutes, time.second === null ? 'minute' : 'second')
  const early = offsetMinutes === null ? ms - AHEAD_MS : ms
  return checked(when, early, referenceMs, isSpoken) ?? 'impossible'
}

/** A time belongs to the date if nothing but marks and small words stand between. */
function isBeside(time: ClockTime, date: Found, folded: string): boolean {
  const between = time.start >= date.end ? folded.slice(date.end, time.start) : folded.slice(time.end, date.start)
  if (between.length > 22) return false
  const words = between.match(/[\p{L}\p{M}]+/gu) ?? []
  return (
    words.length <= 3 &&
    words.every((word) => word.length <= 4 || WEEKDAYISH.test(word) || /^(?:today|year|time)$/.test(word))
  )
}

const WEEKDAYISH = /day$|tag$|woch$|abend$|年|日/u

/** "1d ago": every word belongs to a relative date of one common language. It goes before "1 August", said in another. */
function findExactRelative(folded: string, context: Context & { referenceMs: number }): When | null {
  if (/\d{3}|[:/]/.test(folded)) return null
  const tokens = tokenize(folded, context.known)
  const { commonCount } = context.known
  for (const { language } of languagesOf(tokens, context.language, context.known).slice(0, LANGUAGES_MAX)) {
    const isMarked =
      tokens.some((token) => meaningIn(token, language, 'past') !== null) &&
      tokens.some((token) => meaningIn(token, language, 'unit') !== null)
    if (language >= commonCount || !isMarked || strangersOf(tokens, language) > 0) continue
    const found = findRelativeDate(tokens, language, context)
    if (found !== null) return ofRelative(found, [], folded, context)
  }
  return null
}

function findRelative(folded: string, context: Context & { referenceMs: number }): When | null {
  const { referenceMs, isSpoken } = context
  const times = findTimes(folded)
  const exact = findTemplate(folded, context.known, context)
  if (exact !== null) return ofRelative(exact, [], folded, context)
  const bare = times
    .filter((time) => time.minute > 0 || time.zone !== null || /:/.test(folded.slice(time.start, time.end)))
    .reduce((rest, time) => blank(rest, time.start, time.end), folded)
  const tokens = tokenize(bare, context.known)
  const { commonCount } = context.known
  for (const { language } of languagesOf(tokens, context.language, context.known).slice(0, LANGUAGES_MAX)) {
    // "no" means now in some language; a line of text is no date because of it.
    if (!isSpoken && (language >= commonCount || strangersOf(tokens, language) > STRANGERS_MAX)) continue
    const found = findRelativeDate(tokens, language, { referenceMs, isSpoken })
    if (found !== null) return ofRelative(found, times, folded, context)
  }
  const time = isSpoken ? times[0] : undefined
  return time === undefined
    ? null
    : ofRelative({ start: 0, end: 0, ms: referenceMs, unit: 'day' }, [{ ...time, start: 0 }], folded, context)
}

/** Words that a date phrase of the language would not hold. */
function strangersOf(tokens: readonly Token[], language: number): number {
  return tokens.filter(
    (token) => token.kind === 'unknown' || (token.kind === 'word' && meaningIn(token, language) === null),
  ).length
}

function ofRelative(
  found: RelativeDate,
  times: readonly ClockTime[],
  folded: string,
  { referenceMs, isSpoken }: Context,
): When | null {
  const isInstant = found.unit === 'hour' || found.unit === 'minute' || found.unit === 'second'
  if (isInstant)
    return checked({ at: iso(found.ms), precision: 'minute', zone: 'stated' }, found.ms, referenceMs, isSpoken)
  const day = dayOf(found.ms)
  const time = times.find((each) => each.start === 0 || isBeside(each, { ...found, day, precision: 'day' }, folded))
  if (time === undefined)
    return checked({ at: isoDay(day), precision: 'day', zone: 'none' }, utcMs(day), referenceMs, isSpoken)
  const { ms, offsetMinutes } = instantOf(utcMs(day), time)
  const early = offsetMinutes === null ? ms - AHEAD_MS : ms
  return checked(instant(ms, offsetMinutes, 'minute'), early, referenceMs, isSpoken)
}

function instant(ms: number, offsetMinutes: number | null, precision: 'minute' | 'second'): When {
  const when: When = { at: iso(ms), precision, zone: offsetMinutes === null ? 'assumed' : 'stated' }
  if (offsetMinutes === null || offsetMinutes === 0) return when
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60]
  const offset = `${offsetMinutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
  return { ...when, offset }
}

/** Nothing lies after the capture. */
function checked(when: When, earliestMs: number, referenceMs: number | null, isSpoken: boolean): When | null {
  return isSpoken || referenceMs === null || earliestMs <= referenceMs ? when : null
}

const orders = new Map<string, FieldOrder | null>()
const ORDERS_MAX = 500

/** Which figure comes first, by the page's language and region. English alone does not say. Kept, since ICU is slow to ask. */
function fieldOrder(language: string | null, isSpoken: boolean): FieldOrder | null {
  if (language === null) return null
  const [primary, ...rest] = language.split(/[-_]/)
  const region = rest.find((part) => /^[A-Za-z]{2}$/.test(part))
  if (primary?.toLowerCase() === 'en' && region === undefined) return isSpoken ? 'mdy' : null
  const known = orders.get(language)
  if (known !== undefined) return known
  const order = orderOf(language)
  if (orders.size >= ORDERS_MAX) orders.clear()
  orders.set(language, order)
  return order
}

function orderOf(language: string): FieldOrder | null {
  try {
    const parts = new Intl.DateTimeFormat(language.replace(/_/g, '-'), { calendar: 'gregory' })
      .formatToParts(0)
      .map(({ type }) => type[0])
    const order = parts.filter((letter) => letter === 'd' || letter === 'm' || letter === 'y').join('')
    return order === 'mdy' ? 'mdy' : order === 'ymd' ? 'ymd' : 'dmy'
  } catch {
    return null // not a language tag
  }
}

const centuryOf = (referenceMs: number | null): number =>
  referenceMs === null ? 2049 : new Date(referenceMs).getUTCFullYear() + 1

/** Unix time in seconds or milliseconds, standing alone. */
function ofEpoch(folded: string): number | null {
  const match = /^(1[0-9]{9}|[1-9]\d{11,12})$/.exec(folded)
  if (match === null) return null
  const value = Number(match[1])
  return value > 100_000_000_000 ? value : value * 1000
}

const HAN_DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** "二零一六年九月三号" → "2016年9月3号"; numbers up to 99, and years figure by figure. */
function digitsOfHan(text: string): string {
  return text.replace(
    /(?<![周週期拜])[〇零一二三四五六七八九十廿]{1,4}(?=[年月日号號點点時时分秒天]|個月|个月|小時|小时)/gu,
    (figures) => {
      if (!/[十廿]/u.test(figures)) return [...figures].map((figure) => HAN_DIGITS[figure]).join('')
      const [tens, ones] = figures.replace('廿', '二十').split('十')
      return String((tens === '' ? 1 : (HAN_DIGITS[tens!] ?? 0)) * 10 + (ones === '' ? 0 : (HAN_DIGITS[ones!] ?? 0)))
    },
  )
}

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')
const isoDay = (day: Day): string => new Date(utcMs(day)).toISOString().slice(0, 10)
