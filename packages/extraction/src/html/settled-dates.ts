import type { When } from '@dateline/domain'
import { findTimes } from '../dates/find-times.ts'
import { fold } from '../dates/fold.ts'
import { zoneOffset } from '../dates/time-zones.ts'
import type { Candidate } from './date-candidate.ts'
import { localDay, offsetOf } from './machine-date.ts'

const MINUTE_MS = 60_000
const QUARTER_MS = 15 * MINUTE_MS
/** No zone is farther from UTC. */
const ZONE_MS_MAX = 14 * 60 * MINUTE_MS

const isInstant = ({ at }: When) => at.length >= 16
const minuteOf = (ms: number) => Math.floor(ms / MINUTE_MS)

/** What the clock showed at the place of writing, as if it were UTC. */
function wallMs(when: When): number {
  const offset = when.offset ?? '+00:00'
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))
  return Date.parse(when.at) + (offset.startsWith('-') ? -minutes : minutes) * MINUTE_MS
}

/** One time written in two zones: apart by a whole number of quarter hours, at most by what zones can be. */
function isSameTimeElsewhere(a: When, b: When): boolean {
  const apart = Math.abs(Date.parse(a.at) - Date.parse(b.at))
  return apart > 0 && apart <= ZONE_MS_MAX && apart % QUARTER_MS === 0
}

/** Whether the page tells that it is later: a time without a zone may be that of the other in its own, and hours away. */
function isSurelyLater(change: When, published: When): boolean {
  if (since(published, change) <= 0 || isSameTimeElsewhere(published, change)) return false
  if (change.zone !== 'assumed' || published.zone !== 'stated') return true
  return Date.parse(change.at) - Date.parse(published.at) > ZONE_MS_MAX
}

/**
 * A time without a zone, where the page gives the same time with one: the same hour and minute ("05:07 AM EDT" beside
 * `05:07:09`), or the same minute and second of another hour.
 *
 * @param others all that the page dates, asked for only where the zone is missing.
 */
export function withZone(candidate: Candidate, others: () => readonly Candidate[]): Candidate {
  const { when } = candidate
  if (when.zone !== 'assumed' || !isInstant(when)) return candidate
  const zoned = others().filter((other) => other.when.zone === 'stated' && isInstant(other.when))
  const wall = minuteOf(Date.parse(when.at))
  const same =
    zoned.find((other) => minuteOf(wallMs(other.when)) === wall) ??
    zoned.find((other) => hasSeconds(when) && hasSeconds(other.when) && isSameTimeElsewhere(when, other.when))
  if (same === undefined) return candidate
  const at = same.when.precision === 'second' ? same.when.at : `${same.when.at.slice(0, 16)}${when.at.slice(16)}`
  const { offset } = same.when
  return {
    ...candidate,
    when: { at, precision: when.precision, zone: 'stated', ...(offset !== undefined && { offset }) },
    evidence: `${candidate.evidence}; ${same.evidence}`,
  }
}

/** "10/04/2016 05:07 AM EDT" beside `05:07:09`: which day is meant is told by the one, which zone by the other. */
export function withPrintedZone(candidate: Candidate, text: string): Candidate {
  const { when } = candidate
  if (when.zone !== 'assumed' || !isInstant(when)) return candidate
  const wall = new Date(when.at)
  for (const { hour, minute, zone } of findTimes(fold(text))) {
    const minutes = zone === null ? null : zoneOffset(zone, wall.getTime())
    if (minutes === null || hour !== wall.getUTCHours() || minute !== wall.getUTCMinutes()) continue
    const at = `${new Date(wall.getTime() - minutes * MINUTE_MS).toISOString().slice(0, 19)}Z`
    return { ...candidate, when: { ...when, at, zone: 'stated', offset: offsetOf(minutes) }, evidence: `time: ${text}` }
  }
  return candidate
}

/** Seconds that are not just filled up: only one time in a thousand shares them by chance. */
const hasSeconds = ({ at, precision }: When) => precision === 'second' && !at.endsWith(':00Z')

/**
 * Midnight to the second is how systems write a day, in whichever zone they run: a day then, unless the page prints the
 * hour as well or shows another day.
 *
 * @param printed dates that readers see.
 */
export function midnightAsDay(candidate: Candidate, printed: readonly Candidate[]): Candidate {
  const { when } = candidate
  if (when.zone !== 'stated' || !isInstant(when)) return candidate
  const [day, clock] = [localDay(when), new Date(wallMs(when)).toISOString().slice(11, 19)]
  if (clock !== '00:00:00' || (when.localDay ?? day) !== day) return candidate
  if (printed.some((date) => isInstant(date.when) && date.when.precision === 'minute' && isSame(date, candidate)))
    return candidate
  return { ...candidate, when: { at: day, precision: 'day', zone: 'none' } }
}

const isSame = (a: Candidate, b: Candidate) => minuteOf(Date.parse(a.when.at)) === minuteOf(Date.parse(b.when.at))

/** Minutes, or days where only these are known, from publication to change. */
function since(published: When, change: When): number {
  if (isInstant(published) && isInstant(change))
    return minuteOf(Date.parse(change.at)) - minuteOf(Date.parse(published.at))
  const days = [published, change].map((when) => Date.parse(when.localDay ?? localDay(when)))
  return days[1]! - days[0]!
}

/**
 * The change that is one: pieces are saved before they are published, and what a system says of those saves is no change
 * of what readers saw. Where the first one named is the publication itself, a later one named elsewhere is the last; but
 * not the same time in a mistaken zone.
 *
 * @param changes what the page names, the surest first.
 */
export function lastChange(published: Candidate | null, changes: readonly Candidate[]): Candidate | null {
  if (published === null) return changes[0] ?? null
  const first = changes.find((change) => since(published.when, change.when) >= 0)
  if (first === undefined || since(published.when, first.when) > 0) return first ?? null
  return changes.find(({ when }) => isSurelyLater(when, published.when)) ?? first
}
