/** A day of the common calendar; `month` 1 to 12. */
export type Day = { year: number; month: number; day: number }

const DAY_MS = 86_400_000

/** Whether the calendar has this day. */
export function isDay({ year, month, day }: Day): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  return new Date(utcMs({ year, month, day })).getUTCDate() === day
}

/** Milliseconds at the day's midnight in UTC; years below 100 are meant as they stand. */
export function utcMs({ year, month, day }: Day): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime()
}

export function dayOf(ms: number): Day {
  const date = new Date(ms)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 0 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(utcMs(day)).getUTCDay()
}

/** Calendars beside the common one that newspapers date by, as ICU names them. */
export type OtherCalendar = 'persian' | 'islamic-umalqura'

const formatOf = (calendar: OtherCalendar) =>
  new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  })
const formats = { persian: formatOf('persian'), 'islamic-umalqura': formatOf('islamic-umalqura') }

/** The first day of 1447 after the Hijra, by the calendar of Umm al-Qura; its years are 354.367 days long on average. */
const HIJRI_1447_MS = Date.UTC(2025, 5, 26)

/** The common day of one of another calendar, by ICU. Null if that calendar has no such day. */
export function fromCalendar(calendar: OtherCalendar, { year, month, day }: Day): Day | null {
  if (year < 1200 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 31) return null
  // Nowruz falls on 19 to 22 March; months have 31 days up to the sixth, then 30.
  const guess =
    calendar === 'persian'
      ? Date.UTC(year + 621, 2, 21) + ((month - 1) * 30 + Math.min(month - 1, 6) + day - 1) * DAY_MS
      : HIJRI_1447_MS + Math.round((year - 1447) * 354.367 + (month - 1) * 29.53 + day - 1) * DAY_MS
  for (let off = -3; off <= 3; off += 1) {
    const parts = Object.fromEntries(
      formats[calendar]
        .formatToParts(guess + off * DAY_MS)
        .map(({ type, value }) => [type, Number.parseInt(value, 10)]),
    )
    if (parts.year === year && parts.month === month && parts.day === day) return dayOf(guess + off * DAY_MS)
  }
  return null
}

/** First years of the Japanese eras in which newspapers printed Western months. */
const ERAS: Record<string, number> = {
  明治: 1868,
  大正: 1912,
  昭和: 1926,
  平成: 1989,
  令和: 2019,
  民國: 1912,
  民国: 1912,
  中華民國: 1912,
}

/** Replaces years counted by an era ("平成26年", "民國113年") by common ones. */
export function withCommonYears(text: string): string {
  return text.replace(
    /(中華民國|民國|民国|令和|平成|昭和|大正|明治)\s?(\d{1,3}|元)年/gu,
    (_, era: string, count: string) => {
      return `${ERAS[era]! + (count === '元' ? 1 : Number(count)) - 1}年`
    },
  )
}

/** Thai years count from the Buddha: 543 more than ours. */
export const BUDDHIST_YEARS_AHEAD = 543
