/** When a source has listed something new: whole hours since 1970, newest last, of the last RHYTHM_WEEKS before the newest. */
export type Rhythm = {
  /** First hour it was watched in. */
  readonly sinceHour: number
  readonly newsHours: readonly number[]
}

export type Silence = {
  /** UTC. */
  readonly lastNewAt: string
  readonly detail: string
}

const HOUR_MS = 3_600_000
const WEEK_HOURS = 168
/** Long enough to know its weekends and nights, short enough to follow a change of habits. */
const RHYTHM_WEEKS = 6
/** Nobody's rhythm is known sooner, or from fewer hours with news. */
const WATCHED_HOURS_MIN = 14 * 24
const NEWS_HOURS_MIN = 4
/** How many hours in which news was to be expected must have passed without. */
const MISSED_MIN = 5
/** And how many times more of them than in the longest pause there has been. */
const LONGEST_PAUSE_FACTOR = 2
/** Who rests on some days of the week rests on holidays too: more than one such day must be missed. */
const QUIET_DAY_SHARE = 0.5
const HOLIDAY_FACTOR = 1.1

/**
 * Takes in that a source has listed something new.
 *
 * @param times when its new entries were published, as it says, or when they were seen; the future counts as now.
 */
export function addNews(rhythm: Rhythm | null, times: readonly Date[], now: Date): Rhythm {
  const nowHour = hourOf(now)
  const sinceHour = rhythm?.sinceHour ?? nowHour
  const hours = new Set(rhythm?.newsHours ?? [])
  for (const time of times) hours.add(Math.min(hourOf(time), nowHour))
  const sorted = [...hours].filter((hour) => hour >= sinceHour).toSorted((a, b) => a - b)
  const first = (sorted.at(-1) ?? nowHour) - RHYTHM_WEEKS * WEEK_HOURS
  return { sinceHour, newsHours: sorted.filter((hour) => hour > first) }
}

/**
 * Whether a source has been silent for longer than its own history explains.
 *
 * Time is counted in hours weighed by how often the source had news in that hour of the week: nights and weekends hardly
 * count, and pauses of any time of the week can be compared. It is silent if it missed twice what it missed in its longest
 * pause, and at least five hours that always had news; where some days are quiet, also more than a whole busy day.
 *
 * @returns null: it is not, or is not known for long enough to say.
 */
export function judgeSilence({ sinceHour, newsHours }: Rhythm, now: Date): Silence | null {
  const last = newsHours.at(-1)
  if (last === undefined || newsHours.length < NEWS_HOURS_MIN || last - sinceHour < WATCHED_HOURS_MIN) return null
  const first = Math.max(sinceHour, last - RHYTHM_WEEKS * WEEK_HOURS + 1)
  const shares = weekOf(newsHours, first, last)
  const missed = weigh(shares, last + 1, hourOf(now))
  let longest = 0
  let before = first
  for (const hour of newsHours) {
    longest = Math.max(longest, weigh(shares, before + 1, hour))
    before = hour
  }
  const days = Array.from({ length: 7 }, (_, day) => weigh(shares, day * 24, day * 24 + 24))
  const busiest = Math.max(...days)
  const restsAtTimes = Math.min(...days) < busiest * QUIET_DAY_SHARE
  const allowed = Math.max(MISSED_MIN, longest * LONGEST_PAUSE_FACTOR, restsAtTimes ? busiest * HOLIDAY_FACTOR : 0)
  if (missed < allowed) return null
  const hours = hourOf(now) - last - 1
  return {
    lastNewAt: new Date(last * HOUR_MS).toISOString(),
    detail: `nothing new for ${hours} h, in which it usually has news in ${round(missed)} h; in its longest pause it missed ${round(longest)}`,
  }
}

/** For each hour of the week: in how many of the weeks that were watched it had news. */
function weekOf(newsHours: readonly number[], first: number, last: number): number[] {
  const news = new Set(newsHours)
  return Array.from({ length: WEEK_HOURS }, (_, hourOfWeek) => {
    let weeks = 0
    let weeksWithNews = 0
    const begin = first + ((((hourOfWeek - first) % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS)
    for (let hour = begin; hour <= last; hour += WEEK_HOURS) {
      weeks += 1
      if (news.has(hour)) weeksWithNews += 1
    }
    return weeks === 0 ? 0 : weeksWithNews / weeks
  })
}

/** How many hours with news are to be expected from one hour to before another. */
function weigh(shares: readonly number[], from: number, to: number): number {
  // After a year of silence it does not matter how long exactly it was.
  const end = Math.min(to, from + 52 * WEEK_HOURS)
  let sum = 0
  for (let hour = from; hour < end; hour++) sum += shares[hour % WEEK_HOURS]!
  return sum
}

function hourOf(time: Date): number {
  return Math.floor(time.getTime() / HOUR_MS)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
