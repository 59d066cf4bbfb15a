import { expect, test } from 'vitest'
import { RETRY_AFTER_MS_MAX, retryAfterMs } from './retry-after.ts'

const NOW = Date.parse('2026-11-20T10:00:00Z')

test.for([
  ['120', 120_000],
  [' 0 ', 0],
  ['Fri, 20 Nov 2026 10:01:00 GMT', 60_000],
  ['Friday, 20-Nov-26 10:01:00 GMT', 60_000],
  ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
  ['99999999999999999999', RETRY_AFTER_MS_MAX],
  ['Fri, 20 Nov 2099 10:00:00 GMT', RETRY_AFTER_MS_MAX],
  ['-5', null],
  ['soon', null],
  ['', null],
  [null, null],
] as const)('%s asks for %s ms', ([header, expected]) => {
  expect(retryAfterMs(header, NOW)).toBe(expected)
})
