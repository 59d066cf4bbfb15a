import { expect, test } from 'vitest'
import { f1Of, shinglesShared } from './body-f1.ts'

test.for([
  ['the same', 'one two three four five', 'one two three four five', 1],
  ['nothing', 'one two three four five', '', 0],
  ['half of it missed', 'a b c d e', 'a b c d', 2 / 3],
  ['short texts', 'one two', 'one two', 1],
] as const)('%s', ([, truth, found, f1]) => expect(f1Of([shinglesShared(truth, found)])).toBeCloseTo(f1))

test('long pages weigh no more than short ones', () => {
  const long = Array.from({ length: 500 }, (_, index) => `w${index}`).join(' ')
  expect(f1Of([shinglesShared(long, long), shinglesShared('a b c d', 'e f g h')])).toBeCloseTo(2 / 3)
})
