import { expect, test } from 'vitest'
import { areOpposed } from './opposed-words.ts'

test.for([
  ['sailed north', 'sailed south', true],
  ['northern', 'southern', true],
  ['östlich', 'westlich', true],
  ['severní', 'jižní', true],
  ['este', 'oeste', true],
  ['est', 'ouest', true],
  ['were injured', 'were killed', true],

  // Words of one language that begin as those of another do.
  ['several', 'an estimated', false],
  ['surge', 'named', false],
  ['sudden', 'established', false],
  ['die verletzten', 'verletzte', false],
  ['est revenu sur', 'sur', false],
  ['total', 'hurt', false],
  ['siege', 'lost', false],
  ['a missile', 'killed', false],
] as const)('%s, %s: %s', ([before, after, expected]) =>
  expect(areOpposed(before.split(' '), after.split(' '))).toBe(expected),
)
