import { expect, test } from 'vitest'
import { dayAndTime } from './day-and-time.ts'

const AT = '2026-05-03T10:20:00Z'

test.for([
  [AT, 'minute', 'stated', '3 May 2026, 10:20 UTC'],
  [AT, 'minute', 'assumed', '3 May 2026, 10:20 (zone not stated)'],
  [AT, 'second', 'assumed', '3 May 2026, 10:20 (zone not stated)'],
  ['2026-05-03', 'day', 'none', '3 May 2026'],
  ['2026-05', 'month', 'none', 'May 2026'],
  ['2026', 'year', 'none', '2026'],
  [null, null, null, ''],
] as const)('%s by the %s, its zone %s: %s', ([instant, precision, zone, expected]) => {
  expect(dayAndTime(instant, precision, zone)).toBe(expected)
})
