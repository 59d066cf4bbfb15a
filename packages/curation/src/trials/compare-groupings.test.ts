import { describe, expect, test } from 'vitest'
import { compareGroupings } from './compare-groupings.ts'

const groups = (...stories: string[]) =>
  new Map(stories.flatMap((members, at) => members.split('').map((article) => [article, `story-${at}`] as const)))

describe('two groupings', () => {
  test('that are the same agree, whatever their stories are called', () =>
    expect(compareGroupings(groups('abc', 'd'), groups('d', 'abc'), 9)).toEqual({
      articles: 4,
      storiesBefore: 2,
      storiesAfter: 2,
      b3: 1,
      pairF1: 1,
      articlesChanged: 0,
      apart: [],
      together: [],
    }))

  test('that differ are measured, with pairs to look at', () => {
    // Of 3 pairs before and 2 after, 1 is the same. B³: precision (1 + 1 + 1/2 + 1/2) / 4, recall (2/3 + 2/3 + 1/3 + 1) / 4.
    const found = compareGroupings(groups('abc', 'd'), groups('ab', 'cd'), 9)
    expect(found).toMatchObject({ storiesBefore: 2, storiesAfter: 2, articlesChanged: 4, pairF1: 0.4 })
    expect(found.b3).toBeCloseTo((2 * 0.75 * (2 / 3)) / (0.75 + 2 / 3), 4)
    expect(found.apart).toEqual([['a', 'c']])
    expect(found.together).toEqual([['c', 'd']])
  })

  test('are compared on the articles that both have', () =>
    expect(compareGroupings(groups('ab', 'x'), groups('ab', 'y'), 9)).toMatchObject({ articles: 2, b3: 1 }))

  test('of nothing agree', () => expect(compareGroupings(groups(), groups(), 9)).toMatchObject({ b3: 1, pairF1: 1 }))
})
