import type { When } from '@dateline/domain'
import { zoneOffset } from '../dates/time-zones.ts'

const ISO =
  /^\s*(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:(?:T|\s+|\sT)(?<hour>\d{1,2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d{1,9})?)?\s*(?<zone>[+-]\d{2}:?\d{2}|[+-]\d{2}|[a-z]{1,4}\b)?)?/i
const RFC =
  /^(?:\p{L}{3,9},?\s+)?\d{1,2}\s\p{L}{3,9}\s\d{4}\s\d{1,2}:\d{2}|^\p{L}{3}\s\p{L}{3}\s\d{1,2}\s\d{1,2}:\d{2}:\d{2}\s/u
/** "10:00:00 EDT 2021", "10:00 CEST": the name of a zone behind the time. */
const NAMED_ZONE = /(?<=\d{2}:\d{2}(?::\d{2})?\s?)[A-Z]{2,4}\b(?![+-])/
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
  if (/(?:Z|GMT|UTC|[+-]\d{4})\b/.test(text)) return fromInstant(new Date(text), 'stated')
  const name = NAMED_ZONE.exec(text)?.[0]
  const wall = new Date(`${name === undefined ? text : text.replace(NAMED_ZONE, '')} UTC`)
  const minutes = name === undefined ? null : zoneOffset(name, wall.getTime())
  return minutes === null
    ? fromInstant(wall, 'assumed')
    : fromInstant(new Date(wall.getTime() - minutes * MINUTE_MS), 'stated', offsetOf(minutes))
}

const MINUTE_MS = 60_000

/** "-04:00" of -240. */
export function offsetOf(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

function fromIso({ year, month, day, hour, minute, second, zone }: Record<string, string | undefined>): When | null {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day) || !isPlausible(date)) return null
  const dayOnly: When = { at: `${year}-${month}-${day}`, precision: 'day', zone: 'none' }
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return dayOnly
  const wall = Date.parse(`${dayOnly.at}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}Z`)
  if (Number.isNaN(wall)) return dayOnly
  const minutes = zone === undefined ? null : zoneOffset(zone, wall)
  // Midnight without a zone is how many systems write a day.
  if (minutes === null && wall === date.getTime()) return dayOnly
  const when: When = {
    at: `${new Date(wall - (minutes ?? 0) * MINUTE_MS).toISOString().slice(0, 19)}Z`,
    precision: second === undefined ? 'minute' : 'second',
    zone: minutes === null ? 'assumed' : 'stated',
  }
  const isUtc = minutes === 0 && /^[a-z]/i.test(zone ?? '')
  return minutes === null || isUtc ? when : { ...when, offset: offsetOf(minutes) }
}

function fromInstant(instant: Date, zone: When['zone'], offset?: string): When | null {
  if (Number.isNaN(instant.getTime()) || !isPlausible(instant)) return null
  const when: When = { at: `${instant.toISOString().slice(0, 19)}Z`, precision: 'second', zone }
  return offset === undefined ? when : { ...when, offset }
}

const isPlausible = (date: Date) => date.getUTCFullYear() >= YEAR_MIN && date.getUTCFullYear() < 2100

/** The calendar day at the place the page writes from, where its offset is known: "2025-06-05". */
export function localDay({ at, offset }: When): string {
  if (offset === undefined || at.length < 16) return at.slice(0, 10)
  const minutes = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * (offset.startsWith('-') ? -1 : 1)
  return new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 10)
}
