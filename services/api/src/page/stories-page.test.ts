import { expect, test } from 'vitest'
import { origin, teaser } from './stories-page.ts'

const undated = { publishedAt: null, publishedPrecision: null, publishedZone: null }
const article = { ...undated, copyKind: null, revisionCount: 1, publisherDomain: null }

test.for([
  { publisher: 'The Herald', agency: 'Northwire', inferredAgency: null, expected: 'The Herald · Northwire' },
  { publisher: 'Northwire', agency: 'Northwire', inferredAgency: null, expected: 'Northwire' },
  { publisher: null, agency: null, inferredAgency: 'NORTHWIRE', expected: 'NORTHWIRE (inferred)' },
])('$expected', ({ expected, ...names }) => {
  const { html } = origin({ ...article, ...names } as Parameters<typeof origin>[0])
  expect(html.replace(/<\/?bdi>/g, '')).toBe(expected)
  expect(html.match(/<bdi>/g)).toHaveLength(expected.split(' · ').length)
})

test.for([
  ['Two people were treated for cold at a sc', 'Two people were treated for cold at a …'],
  ['Two people were treated.', 'Two people were treated.'],
  ['彗星は靴の形をしていると探査機', '彗星は靴の形をしていると探査機 …'],
] as const)('%s', ([cut, shown]) => expect(teaser(cut)).toBe(shown))
