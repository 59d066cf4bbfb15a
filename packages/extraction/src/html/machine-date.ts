import type { When } from '@dateline/domain'

const ISO =
  /^\s*(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:(?:T|\s+|\sT)(?<hour>\d{1,2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d{1,9})?)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i
const RFC =
  /^(?:\p{L}{3,9},?\s+)?\d{1,2}\s\p{L}{3,9}\s\d{4}\s\d{1,2}:\d{2}|^\p{L}{3}\s\p{L}{3}\s\d{1,2}\s\d{1,2}:\d{2}:\d{2}\s/u
const EPOCH = /^\s*1\d{9}(?:\d{3})?\s*$/

/** News on the web is no older than this; machine dates before it are the epoch, or nonsense. */
const YEAR_MIN = 1995

/** The `When` of a date written for machines (ISO 8601, RFC 9110, Unix seconds), and the offset from UTC it names. */
export function machineDate(value: string): When | null {
  const text = value.trim()
  if (text.length > 80) return null
  if (EPOCH.test(text)) return fromInstant(new Date(Number(text) * (text.trim().length > 10 ? 1 : 1000)), 'stated')
  const groups = ISO.exec(text)?.groups
  if (groups !== undefined) return fromIso(groups as Record<string, string | undefined>)
  if (!RFC.test(text)) return null
  const zoned = /(?:Z|GMT|UTC|[+-]\d{4})\b|(?:\b[ECMP][SD]T)\s*$/.test(text)
  return fromInstant(new Date(zoned ? text : `${text} UTC`), zoned ? 'stated' : 'assumed')
}

function fromIso({ year, month, day, hour, minute, second, zone }: Record<string, string | undefined>): When | null {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day) || !isPlausible(date)) return null
  const dayOnly: When = { at: `${year}-${month}-${day}`, precision: 'day', zone: 'none' }
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return dayOnly
  const offset =
    zone === undefined || /^(?:z|utc|gmt)$/i.test(zone)
      ? 'Z'
      : zone.length === 3
        ? `${zone}:00`
        : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  const instant = new Date(`${dayOnly.at}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${offset}`)
  if (Number.isNaN(instant.getTime())) return dayOnly
  // Midnight without a zone is how many systems write a day.
  if (zone === undefined && Number(hour) === 0 && Number(minute) === 0 && Number(second ?? 0) === 0) return dayOnly
  const at = `${instant.toISOString().slice(0, 19)}Z`
  const when: When = {
    at,
    precision: second === undefined ? 'minute' : 'second',
    zone: zone === undefined ? 'assumed' : 'stated',
  }
  return offset === 'Z' ? when : { ...when, offset }
}

function fromInstant(instant: Date, zone: When['zone']): When | null {
  if (Number.isNaN(instant.getTime()) || !isPlausible(instant)) return null
  return { at: `${instant.toISOString().slice(0, 19)}Z`, precision: 'second', zone }
}

const isPlausible = (date: Date) => date.getUTCFullYear() >= YEAR_MIN && date.getUTCFullYear() < 2100

/** The calendar day at the place the page writes from, where its offset is known: "2025-06-05". */
export function localDay({ at, offset }: When): string {
  if (offset === undefined || at.length < 16) return at.slice(0, 10)
  const minutes = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * (offset.startsWith('-') ? -1 : 1)
  return new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 10)
}
