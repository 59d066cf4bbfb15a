import type { Classification } from '@dateline/domain'

type Entity = Classification['entities'][number]

const NUMBER =
  /(?<![\p{L}\p{N}.,:])[$€£¥]?\p{N}{1,12}(?:[.,:]\p{N}{1,6}){0,4}(?:\s?(?:%|percent\b|per cent\b|million\b|billion\b|trillion\b|bn\b|m\b|k\b))?/gu
const SMALL = 'two three four five six seven eight nine ten eleven twelve'.split(' ')
const SPELLED = new RegExp(`\\b(?:${SMALL.join('|')})\\b`, 'giu')
const MONTHS = 'january february march april may june july august september october november december'.split(' ')
/** A day and a month, with or without the year. */
export const DATE = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)? (${MONTHS.join('|')})|(${MONTHS.join('|')}) (\\d{1,2})(?:st|nd|rd|th)?)\\b(?:,? (\\d{4}))?`,
  'giu',
)

/** Numbers with their units, by value: "1,250", "1250" and "1.25k" differ only where their values do. */
export function findNumbers(text: string): Entity[] {
  const found: [string, string][] = []
  for (const [printed] of text.matchAll(NUMBER)) found.push([printed, numberKey(printed)])
  for (const [printed] of text.matchAll(SPELLED))
    found.push([printed, String(SMALL.indexOf(printed.toLowerCase()) + 2)])
  return counted('number', found)
}

/** "January 10", "10 January 2022" as "01-10" and "2022-01-10". */
export function findDates(text: string): Entity[] {
  const found: [string, string][] = []
  for (const [printed, dayFirst, monthAfter, monthFirst, dayAfter, year] of text.matchAll(DATE)) {
    const month = MONTHS.indexOf((monthAfter ?? monthFirst)!.toLowerCase()) + 1
    const day = Number(dayFirst ?? dayAfter)
    if (day < 1 || day > 31) continue
    const monthDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    found.push([printed, year === undefined ? monthDay : `${year}-${monthDay}`])
  }
  return counted('date', found)
}

const UNITS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9, trillion: 1e12 }

/** Value and unit of a printed number. A comma before three digits divides thousands, as English prints them. */
export function numberKey(printed: string): string {
  const [, currency = '', digits = '', unit = ''] = /^([$€£¥]?)([\p{N}.,:]+)\s?(.*)$/u.exec(printed.toLowerCase()) ?? []
  const plain = digits.replace(/,(?=\p{N}{3}(?!\p{N}))/gu, '')
  if (unit.startsWith('per') || unit === '%') return `${plain}%`
  const factor = UNITS[unit]
  const value =
    factor === undefined || !/^\d+(\.\d+)?$/.test(plain) ? plain : String(Math.round(Number(plain) * factor))
  return `${currency}${value}`
}

function counted(kind: 'number' | 'date', found: readonly (readonly [string, string])[]): Entity[] {
  const byKey = new Map<string, Entity & { count: number }>()
  for (const [name, key] of found) {
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, { kind, name, key, count: 1 })
    else known.count++
  }
  return [...byKey.values()]
}
