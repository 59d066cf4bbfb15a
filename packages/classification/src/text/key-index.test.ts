import { expect, test } from 'vitest'
import { createKeyIndex } from './key-index.ts'

test('numbers keys in order, grows, and starts anew when cleared', () => {
  const index = createKeyIndex()
  const keys = Array.from({ length: 10_000 }, (_, at) => (at * 2_654_435_761) >>> 0)
  expect(keys.map((key) => index.numberOf(key))).toEqual(keys.map((_, at) => at))
  expect(keys.map((key) => index.numberOf(key))).toEqual(keys.map((_, at) => at))
  expect(index.size()).toBe(10_000)
  index.clear()
  expect([0, 7, 0, 0xffff_ffff, 7].map((key) => index.numberOf(key))).toEqual([0, 1, 0, 2, 1])
})
