import { expect, test } from 'vitest'
import { planRegrouping } from './plan-regrouping.ts'

const groups = (stories: Record<string, string>) =>
  new Map(Object.entries(stories).flatMap(([story, members]) => members.split('').map((id) => [id, story] as const)))

const plan = (before: Record<string, string>, after: Record<string, string>, pinned = '') => {
  const { opened, moves, ended } = planRegrouping(groups(before), groups(after), new Set(pinned))
  return {
    opened: opened.map((ids) => ids.join('')),
    moves: Object.fromEntries(moves),
    ended: Object.fromEntries(ended),
  }
}

test.for([
  { name: 'nothing changes', before: { A: 'ab', B: 'c' }, after: { X: 'ab', Y: 'c' }, expected: {} },
  {
    name: 'an article moves',
    before: { A: 'abc', B: 'de' },
    after: { X: 'ab', Y: 'cde' },
    expected: { moves: { c: 'B' } },
  },
  {
    name: 'two stories are one: the larger goes on',
    before: { A: 'a', B: 'bc' },
    after: { X: 'abc' },
    expected: { moves: { a: 'B' }, ended: { A: 'B' } },
  },
  { name: 'a story is two', before: { A: 'abcd' }, after: { X: 'ab', Y: 'cd' }, expected: { opened: ['cd'] } },
  {
    name: 'what a person has placed stays',
    before: { A: 'a', B: 'bc' },
    after: { X: 'abc' },
    pinned: 'a',
    expected: {},
  },
  {
    name: 'a story ends in the one that took most of it',
    before: { A: 'abc', B: 'def', C: 'gh' },
    after: { X: 'abdef', Y: 'cgh' },
    expected: { moves: { a: 'B', b: 'B', c: 'C' }, ended: { A: 'B' } },
  },
])('$name', ({ before, after, pinned, expected }) =>
  expect(plan(before, after, pinned)).toEqual({ opened: [], moves: {}, ended: {}, ...expected }),
)
