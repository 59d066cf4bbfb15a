import { describe, expect, test } from 'vitest'
import { nextRetryDelay, nextVisitDelay } from './next-visit.ts'

const MINUTE_MS = 60_000

describe('visits', () => {
  test('thin out and end', () => {
    const delays = Array.from({ length: 20 }, (_, index) => nextVisitDelay(index + 1, false))
    const planned = delays.filter((delay) => delay !== null)
    expect(planned[0]).toBe(15 * MINUTE_MS)
    expect(planned).toEqual(planned.toSorted((a, b) => a - b))
    expect(delays.at(-1)).toBeNull()
  })

  test('come sooner again after a change', () => {
    expect(nextVisitDelay(4, true)).toBe(nextVisitDelay(3, false))
    expect(nextVisitDelay(1, true)).toBe(nextVisitDelay(1, false))
  })
})

test('a fetch that fails is tried again ever more rarely, and given up', () => {
  const delays = Array.from({ length: 6 }, (_, index) => nextRetryDelay(index + 1))
  expect(delays[0]).toBe(MINUTE_MS)
  expect(delays.at(-1)).toBeNull()
})
