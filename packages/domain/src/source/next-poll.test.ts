import { describe, expect, test } from 'vitest'
import { cronProblem, nextPollDelay, type PollHistory } from './next-poll.ts'

const MINUTE_MS = 60_000
const BOUNDS = { minMs: 2 * MINUTE_MS, maxMs: 360 * MINUTE_MS }
const NOW = new Date('2026-03-02T10:03:00Z')
const base: PollHistory = {
  sourceId: 'a',
  intervalMs: 20 * MINUTE_MS,
  polls: 3,
  failures: 0,
  foundNew: false,
  askedMs: null,
}

/** Jitter adds up to a tenth. */
function expectAbout(ms: number, expectedMs: number) {
  expect(ms).toBeGreaterThanOrEqual(expectedMs)
  expect(ms).toBeLessThanOrEqual(expectedMs * 1.1 + 1)
}

describe('an adaptive source', () => {
  test.for([
    { name: 'is polled twice as often after news', history: { foundNew: true }, minutes: 10 },
    { name: 'is polled a little less often after none', history: {}, minutes: 25.2 },
    { name: 'begins at a quarter of an hour', history: { intervalMs: null, foundNew: true }, minutes: 7.5 },
    { name: 'is never polled more often than allowed', history: { intervalMs: MINUTE_MS, foundNew: true }, minutes: 2 },
    { name: 'is never polled more rarely than allowed', history: { intervalMs: 1_000 * MINUTE_MS }, minutes: 360 },
    { name: 'is left alone as long as it asks', history: { foundNew: true, askedMs: 60 * MINUTE_MS }, minutes: 60 },
    { name: 'is polled again soon after one failure', history: { failures: 1 }, minutes: 2 },
    { name: 'is polled ever more rarely the longer it fails', history: { failures: 4 }, minutes: 16 },
    { name: 'is still polled after many failures', history: { failures: 60 }, minutes: 360 },
  ])('$name', ({ history, minutes }) => {
    expectAbout(nextPollDelay({ kind: 'adaptive' }, { ...base, ...history }, BOUNDS, NOW), minutes * MINUTE_MS)
  })
})

test('an interval is kept', () =>
  expectAbout(nextPollDelay({ kind: 'interval', seconds: 90 }, base, BOUNDS, NOW), 90_000))

test('a cron schedule comes due at its minute', () => {
  expect(nextPollDelay({ kind: 'cron', expression: '*/10 * * * *' }, base, BOUNDS, NOW)).toBe(7 * MINUTE_MS)
})

test('sources that were registered together spread', () => {
  const delays = ['a', 'b', 'c', 'd'].map((sourceId) =>
    nextPollDelay({ kind: 'adaptive' }, { ...base, sourceId }, BOUNDS, NOW),
  )
  expect(new Set(delays).size).toBe(4)
})

test.for([
  ['*/10 6-22 * * *', null],
  ['every now and then', 'string'],
  ['0 0 31 2 *', 'string'],
] as const)('cron "%s"', ([expression, problem]) => {
  if (problem === null) expect(cronProblem(expression)).toBeNull()
  else expect(cronProblem(expression)).toEqual(expect.any(String))
})
