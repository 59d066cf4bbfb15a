import { expect, test } from 'vitest'
import { combine, createRooms, NO_SUMS, product, type Sums, squaredLength, sumAt, total } from './sums.ts'

function sumsOf(entries: Record<number, number>): Sums {
  const keys = Object.keys(entries).map(Number)
  const values = Int32Array.from(keys, (key) => entries[key]!)
  // Not at the begin of their arrays, as an article's numbers are kept.
  return { keys: Uint32Array.from([9, ...keys]), keysFrom: 1, values, valuesFrom: 0, size: keys.length }
}

const entriesOf = ({ keys, keysFrom, values, valuesFrom, size }: Sums) =>
  Object.fromEntries(Array.from({ length: size }, (_, at) => [keys[keysFrom + at], values[valuesFrom + at]]))

const few = { 2: 3, 40: 1, 4000000000: 2 }
const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [at * 2, at + 1]))

test('are added key by key', () => {
  expect(entriesOf(combine(sumsOf(few), sumsOf({ 1: 1, 40: 5 }), 1))).toEqual({ ...few, 1: 1, 40: 6 })
  expect(entriesOf(combine(NO_SUMS, sumsOf(few), 1))).toEqual(few)
})

test('are as before when what was added is taken away', () => {
  const both = combine(sumsOf(many), sumsOf(few), 1)
  expect(entriesOf(combine(both, sumsOf(few), -1))).toEqual(many)
  expect(combine(sumsOf(few), sumsOf(few), -1).size).toBe(0)
})

test.for([
  ['merged', few, { 40: 7, 41: 1, 4000000000: 5 }, 17, 10],
  ['looked up', few, many, 3 * 2 + 21, 21],
  ['looked up the other way', many, few, 3 * 2 + 21, 21],
  ['apart', few, { 3: 1 }, 0, 0],
] as const)('products, %s', ([, a, b, sum, most]) => expect(product(sumsOf(a), sumsOf(b))).toEqual({ sum, most }))

test('values, their total and their squares', () => {
  expect([0, 2, 40, 41, 4_000_000_000].map((key) => sumAt(sumsOf(few), key))).toEqual([0, 3, 1, 0, 2])
  expect([total(sumsOf(few)), squaredLength(sumsOf(few))]).toEqual([6, 14])
})

test('stay as they are while others are put into the same rooms, and where one is longer than a room', () => {
  const rooms = createRooms()
  const long = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [at, 1]))
  const expected = [few, many, long, few].flatMap((entries) => Array.from({ length: 30 }, () => entries))
  const found = expected.map((entries) => {
    const sums = sumsOf(entries)
    return combine(NO_SUMS, sums, 1, rooms(sums.size))
  })
  expect(new Set(found.map(({ keys }) => keys)).size).toBeLessThan(35)
  for (const [at, sums] of found.entries()) {
    expect(sums.size).toBe(Object.keys(expected[at]!).length)
    if (expected[at] !== long) expect(entriesOf(sums)).toEqual(expected[at])
  }
})
