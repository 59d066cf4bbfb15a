import { expect, test } from 'vitest'
import { isAlternating } from './alternating.ts'

test.for<[string, boolean]>([
  ['A', false],
  ['AB', false],
  ['ABC', false],
  ['ABA', false],
  ['ABAB', true],
  ['ABABA', true],
  ['ABCA', false],
  ['ABCAC', true],
  ['ABABC', false],
  ['ABABCB', true],
])('%s: the last one, %s', ([texts, expected]) =>
  expect(isAlternating([...texts.slice(0, -1)], texts.at(-1)!)).toBe(expected),
)

test('what stood long ago is another matter', () => {
  const others = Array.from({ length: 20 }, (_, index) => `other ${index}`)
  expect(isAlternating(['A', 'B', 'A', ...others], 'B')).toBe(false)
})
