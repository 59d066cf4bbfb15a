import { describe, expect, test } from 'vitest'
import { cronProblem, NO_HINTS, nextPoll, type PollHints, type PollHistory } from './next-poll.ts'

const MINUTE_MS = 60_000
const BOUNDS = { minMs: 2 * MINUTE_MS, maxMs: 360 * MINUTE_MS }
const NOW = new Date('2026-03-02T10:03:00Z')
const base: PollHistory = {
  sourceId: 'a',
  intervalMs: 20 * MINUTE_MS,
  polls: 3,
  failures: 0,
  foundNew: false,
  hints: NO_HINTS,
  isPushed: false,
}
const hints = (some: Partial<PollHints>) => ({ hints: { ...NO_HINTS, ...some } })

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
    {
      name: 'is left alone as long as it asks',
      history: { foundNew: true, ...hints({ askedMs: 60 * MINUTE_MS }) },
      minutes: 60,
    },
    { name: 'is left alone no longer than allowed', history: hints({ askedMs: 1e12 }), minutes: 360 },
    { name: 'is polled more rarely while its hub pushes', history: { isPushed: true }, minutes: 100.8 },
    {
      name: 'rests in the hours that it skips',
      history: hints({ skipHours: [9, 10, 11] }),
      minutes: 117,
      exactly: true,
    },
    { name: 'is polled in hours that it does not skip', history: hints({ skipHours: [11] }), minutes: 25.2 },
    {
      name: 'rests on days that it skips, within bounds',
      history: hints({ skipDays: ['Monday'] }),
      minutes: 360,
      exactly: true,
    },
    {
      name: 'that skips all hours is polled all the same',
      history: hints({ skipHours: Array.from({ length: 24 }, (_, h) => h) }),
      minutes: 25.2,
    },
    {
      name: 'that fails is left alone as long as it asks',
      history: { failures: 1, ...hints({ askedMs: 30 * MINUTE_MS }) },
      minutes: 30,
    },
    { name: 'is polled again soon after one failure', history: { failures: 1 }, minutes: 2 },
    { name: 'is polled ever more rarely the longer it fails', history: { failures: 4 }, minutes: 16 },
    { name: 'is still polled after many failures', history: { failures: 60 }, minutes: 360 },
  ])('$name', ({ history, minutes, exactly = false }) => {
    const { delayMs } = nextPoll({ kind: 'adaptive' }, { ...base, ...history }, BOUNDS, NOW)
    if (exactly) expect(delayMs).toBe(minutes * MINUTE_MS)
    else expectAbout(delayMs, minutes * MINUTE_MS)
  })

  test('goes on from its own interval when a hub stops pushing, or it stops asking for rest', () => {
    const history = { ...base, isPushed: true, ...hints({ askedMs: 300 * MINUTE_MS }) }
    expect(nextPoll({ kind: 'adaptive' }, history, BOUNDS, NOW).intervalMs).toBeCloseTo(25.2 * MINUTE_MS)
  })
})

test('an interval is kept', () =>
  expectAbout(nextPoll({ kind: 'interval', seconds: 90 }, base, BOUNDS, NOW).delayMs, 90_000))

test('a cron schedule comes due at its minute', () => {
  expect(nextPoll({ kind: 'cron', expression: '*/10 * * * *' }, base, BOUNDS, NOW).delayMs).toBe(7 * MINUTE_MS)
})

test('sources that were registered together spread', () => {
  const delays = ['a', 'b', 'c', 'd'].map(
    (sourceId) => nextPoll({ kind: 'adaptive' }, { ...base, sourceId }, BOUNDS, NOW).delayMs,
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
