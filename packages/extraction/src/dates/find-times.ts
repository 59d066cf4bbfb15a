import { ZONE_PATTERN, zoneOffset } from './time-zones.ts'

/** A time of day in folded text. `zone`: as printed, or null. */
export type ClockTime = {
  start: number
  end: number
  hour: number
  minute: number
  second: number | null
  zone: string | null
}

const MORNING = 'a\\.?\\s?m\\b\\.?|午前|上午|早上|오전|凌晨|清晨|पूर्वाह्न|صباحا|ص(?![\\p{L}])|ق\\.ظ'
const EVENING = 'p\\.?\\s?m\\b\\.?|午後|下午|晚上|晚|오후|अपराह्न|مساء|م(?![\\p{L}])|ب\\.ظ'
const HALF = `(?:${MORNING}|${EVENING})`

/** Colon, "h", "Uhr", 時, 시, 点: or a dot, where a zone, "Uhr" or half of the day follows. */
const time = new RegExp(
  `(?<![\\d.,$€£]|\\d:)(?<before>${HALF})?\\s?(?<hour>\\d{1,2})(?:\\s?(?:[:h時时点點시ч])\\s?(?<minute>[0-5]?\\d)(?!\\d)(?:\\s?分|\\s?분|m(?:in)?\\b)?(?:\\s?[:]?\\s?(?<second>[0-5]\\d)(?:[.,]\\d{1,9})?(?:秒|초)?(?!\\d))?|\\.(?<dotted>[0-5]\\d)(?=\\s?(?:${HALF}|uhr|u\\b|h\\b|น\\.|${ZONE_PATTERN}))|(?=\\s?(?:${HALF}))|\\s?(?:uhr|h\\b|時|시|点|點))(?:\\s?(?:uhr|hrs?\\b|น\\.?))?\\s?(?<after>${HALF})?(?:\\s?[(]?(?<zone>${ZONE_PATTERN})[)]?)?`,
  'giu',
)
const morning = new RegExp(MORNING, 'iu')

/**
 * All times of day in folded text, in order: "10:30 a.m. ET", "14h22", "09:30 Uhr", "午後3時05分".
 *
 * @param whole the same text where days have been blanked out of the first.
 */
export function findTimes(folded: string, whole = folded): ClockTime[] {
  const found: ClockTime[] = []
  for (const match of folded.matchAll(time)) {
    const { before, hour, minute, dotted, second, after, zone } = match.groups as Record<string, string | undefined>
    const half = before ?? after
    const shown = Number(hour)
    const isTwelve = half !== undefined && shown >= 1 && shown <= 12
    const hours = !isTwelve ? shown : (shown % 12) + (morning.test(half) ? 0 : 12)
    if (
      hours > 24 ||
      (hours === 24 && Number(minute ?? 0) > 0) ||
      (hour!.length === 1 &&
        minute === undefined &&
        dotted === undefined &&
        half === undefined &&
        !/uhr|h|時|시|点|點/u.test(match[0]))
    )
      continue
    const start = match.index + (match[0].length - match[0].trimStart().length)
    const clock = { hour: hours % 24, minute: Number(minute ?? dotted ?? 0) }
    const isSpan =
      zone !== undefined && second === undefined && isLater(zone, clock) && !ISO_DAY.test(whole.slice(0, start))
    found.push({
      start,
      end: match.index + (isSpan ? match[0].lastIndexOf(zone) : match[0].trimEnd().length),
      ...clock,
      second: second === undefined ? null : Number(second),
      zone: isSpan ? null : (zone?.trim() ?? null),
    })
  }
  return found
}

/** "10:30-11:00": what looks like a zone is when it ends, unless the day is printed as machines do. */
function isLater(zone: string, { hour, minute }: { hour: number; minute: number }): boolean {
  const end = /^-(\d\d?):(\d\d)$/.exec(zone)
  return end !== null && Number(end[1]) * 60 + Number(end[2]) > hour * 60 + minute
}

const ISO_DAY = /\d{4}-\d\d-\d\d\D{0,2}$/

/** The instant of a wall clock time, and the zone's minutes east of UTC; null where none of ours was printed. */
export function instantOf(
  midnightMs: number,
  { hour, minute, second, zone }: ClockTime,
): { ms: number; offsetMinutes: number | null } {
  const wall = midnightMs + ((hour * 60 + minute) * 60 + (second ?? 0)) * 1000
  const offsetMinutes = zone === null ? null : zoneOffset(zone, wall)
  return { ms: wall - (offsetMinutes ?? 0) * 60_000, offsetMinutes }
}
