import { expect, test } from 'vitest'
import { compareWithLast } from './compare-with-last.ts'

type Arguments = Parameters<typeof compareWithLast>

const compared = { isSame: false, isLiveUpdate: false, stealthEdit: null }
const dependencies: Arguments[0] = { archive: { get: async () => null }, compare: async () => compared }

/** What of readings is looked at here; "-" is a wall. */
const readings = (texts: string) =>
  [...texts].map((contentSha256) => ({
    type: contentSha256 === '-' ? 'ArticleRejected' : 'ArticleExtracted',
    cause: 'earlier',
    data: { rawSha256: contentSha256, contentSha256, extraction: { title: { value: 'Ferry aground' } } },
  })) as unknown as Arguments[1]

test.for([
  ['AB', 'A', false],
  ['ABA', 'B', true],
  // A wall in between has a text recorded twice: the way back to it is still the first.
  ['A-AB', 'A', false],
] as const)('%s, then %s: goes to and fro %s', async ([before, next, expected]) => {
  const after = { rawSha256: 'new', contentSha256: next } as Arguments[2]
  const found = await compareWithLast(dependencies, readings(before), after, {} as Arguments[3], 'now')
  expect(found?.alternates).toBe(expected)
})
