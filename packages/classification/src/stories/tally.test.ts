import { expect, test } from 'vitest'
import { createTally } from './tally.ts'

test('gives the largest sums, the older article first on a tie', () => {
  const tally = createTally()
  for (const [slot, weight] of [
    [9, 2],
    [3, 1],
    [4, 1],
    [3, 1],
    [7, 5],
  ] as const)
    tally.add(slot, weight)
  expect(tally.largest(3)).toEqual([7, 3, 9])
  expect(tally.largest(3, 0.4)).toEqual([7, 3, 9])
  expect(tally.largest(3, 0.5)).toEqual([7])
  tally.clear()
  expect(tally.largest(3)).toEqual([])
})

test('agrees with sorting all of many', () => {
  const tally = createTally()
  const slots = Array.from({ length: 9_000 }, (_, at) => at)
  for (const slot of slots) tally.add(slot, (slot * 7_919) % 1_000)
  const sorted = slots.toSorted((a, b) => ((b * 7_919) % 1_000) - ((a * 7_919) % 1_000) || a - b)
  expect(tally.largest(40)).toEqual(sorted.slice(0, 40))
})
