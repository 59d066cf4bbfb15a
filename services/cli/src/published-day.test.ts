import { expect, test } from 'vitest'
import { publishedDay } from './published-day.ts'

test.for([
  ['2026-05-03T10:20:00.000Z', 'minute', '2026-05-03'],
  ['2026-05-03T00:00:00.000Z', 'day', '2026-05-03'],
  ['2026-05-01T00:00:00.000Z', 'month', '2026-05'],
  ['2026-01-01T00:00:00.000Z', 'year', '2026'],
  [null, null, ''],
] as const)('%s by the %s is %s', ([publishedAt, publishedPrecision, expected]) => {
  expect(publishedDay({ publishedAt, publishedPrecision })).toBe(expected)
})
