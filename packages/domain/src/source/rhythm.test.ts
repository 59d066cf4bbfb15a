import { describe, expect, test } from 'vitest'
import { addNews, judgeSilence, type Rhythm } from './rhythm.ts'

const HOUR_MS = 3_600_000
/** A Monday. */
const MONDAY = Date.parse('2031-03-03T00:00:00Z')
const at = (day: number, hour: number) => new Date(MONDAY + (day * 24 + hour) * HOUR_MS)

/** What a source has published from the first Monday on, and was watched at doing so hour by hour. */
function watch(days: number, publishes: (day: number, hour: number) => boolean): Rhythm {
  let rhythm = addNews(null, [at(0, 0)], at(0, 0))
  for (let day = 0; day < days; day++) {
    for (let hour = 0; hour < 24; hour++) {
      if (publishes(day, hour)) rhythm = addNews(rhythm, [at(day, hour)], at(day, hour))
    }
  }
  return rhythm
}
/** Hours after its last news at which it is called silent; null: not within 60 days. */
function silentAfter(rhythm: Rhythm): number | null {
  const last = rhythm.newsHours.at(-1)!
  for (let hours = 1; hours <= 60 * 24; hours++) {
    if (judgeSilence(rhythm, new Date((last + hours) * HOUR_MS)) !== null) return hours
  }
  return null
}
const weekday = (day: number) => day % 7 < 5
const office = (day: number, hour: number) => weekday(day) && hour >= 7 && hour < 19

describe('a source falls silent against its own rhythm', () => {
  test.for<[string, Rhythm, number, number]>([
    ['a wire that never sleeps: within a day', watch(28, () => true), 4, 24],
    ['a paper with quiet nights: within the next day', watch(28, (_, hour) => hour >= 6), 5, 40],
    // Friday 18:00 is its last news: Monday is a holiday at worst, Tuesday is not.
    ['an office that rests on weekends: not over a weekend, nor a holiday after it', watch(26, office), 3 * 24, 5 * 24],
    ['a daily at noon: after days', watch(28, (_, hour) => hour === 12), 4 * 24, 8 * 24],
    ['a weekly: after weeks', watch(50, (day, hour) => day % 7 === 3 && hour === 9), 28 * 24, 45 * 24],
  ])('%s', ([, rhythm, least, most]) => {
    const hours = silentAfter(rhythm)
    expect(hours).toBeGreaterThanOrEqual(least)
    expect(hours).toBeLessThanOrEqual(most)
  })

  test('a long pause in its history makes us patient', () => {
    const paused = watch(28, (day, hour) => hour >= 6 && (day < 10 || day >= 13))
    expect(silentAfter(paused)).toBeGreaterThan(2 * silentAfter(watch(28, (_, hour) => hour >= 6))!)
  })

  test('it says how long, and what is usual', () => {
    const silence = judgeSilence(
      watch(28, () => true),
      at(29, 0),
    )
    expect(silence).toEqual({
      lastNewAt: at(27, 23).toISOString(),
      detail: 'nothing new for 24 h, in which it usually has news in 24 h; in its longest pause it missed 0',
    })
  })
})

describe('nobody is called silent', () => {
  test.for<[string, Rhythm]>([
    ['who is new', watch(10, () => true)],
    ['who never had news', addNews(null, [], at(0, 0))],
    ['who had news a few times only', watch(40, (day, hour) => day % 20 === 0 && hour === 9)],
  ])('%s', ([, rhythm]) => expect(silentAfter(rhythm)).toBeNull())

  test.for([28, 29, 30, 31, 32, 33, 34])('at night or on a weekend, day %i', (day) => {
    const rhythm = watch(day, office)
    const next = Array.from({ length: 96 }, (_, hour) => hour).find((hour) =>
      office(day + Math.floor(hour / 24), hour % 24),
    )!
    expect(judgeSilence(rhythm, at(day, next))).toBeNull()
  })
})

test('only the weeks before the newest news are kept', () => {
  const rhythm = watch(365, (_, hour) => hour === 12)
  expect(rhythm.newsHours).toHaveLength(42)
  expect(addNews(rhythm, [new Date(8.64e15)], at(365, 1)).newsHours.at(-1)).toBe(at(365, 1).getTime() / HOUR_MS)
})
