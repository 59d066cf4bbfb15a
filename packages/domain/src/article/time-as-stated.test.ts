import { expect, test } from 'vitest'
import { timeAsStated } from './time-as-stated.ts'

test.for([
  ['2026-05-03T10:20:00Z', 'second', 'stated', '2026-05-03 10:20:00 UTC'],
  ['2026-05-03T10:20:00Z', 'minute', 'assumed', '2026-05-03 10:20:00 (zone not stated)'],
  ['2026-05-03', 'day', 'none', '2026-05-03'],
  ['2026', 'year', 'none', '2026'],
] as const)('%s by the %s, its zone %s: %s', ([at, precision, zone, expected]) => {
  expect(timeAsStated({ at, precision, zone })).toBe(expected)
})
