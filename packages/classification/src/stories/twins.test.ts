import { describe, expect, test } from 'vitest'
import type { StoryDocument } from './document.ts'
import { createGrouper } from './grouper.ts'
import { LATER_SAME, LATER_TWINS } from './sample-later-pairs.ts'
import { SAME as FIRST_SAME } from './sample-same-events.ts'
import { TWINS as FIRST_TWINS, type Pair } from './sample-twins.ts'

const SAME = [...FIRST_SAME, ...LATER_SAME]
const TWINS = [...FIRST_TWINS, ...LATER_TWINS]

const documents = [...SAME, ...TWINS]
  .flatMap((pair) => [documentOf(pair, 'a'), documentOf(pair, 'b')])
  .sort((x, y) => (x.publishedAt! < y.publishedAt! ? -1 : x.publishedAt! > y.publishedAt! ? 1 : 0))
const grouper = createGrouper()
for (const document of documents) grouper.observe(document, document.articleId)

function documentOf(pair: Pair, which: 'a' | 'b'): StoryDocument {
  const [publishedAt, language, title, text] = pair[which]
  const page = { standfirst: null, host: null, publisher: null, agency: null, entities: [], topics: [] }
  const times = { publishedAt, seenAt: '2032-01-01T00:00:00Z', position: 0 }
  return { articleId: `${pair.name}/${which}`, title, text, language, ...times, ...page }
}

const storyOf = ({ name }: Pair, which: 'a' | 'b') => grouper.storyOf(`${name}/${which}`)

describe('one event, told twice', () => {
  test.for(SAME.map((pair) => [pair.name, pair] as const))('%s', ([, pair]) => {
    expect(storyOf(pair, 'a')).toBe(storyOf(pair, 'b'))
  })
})

describe('twin events', () => {
  test.for(TWINS.map((pair) => [pair.name, pair] as const))('%s', ([, pair]) => {
    expect(storyOf(pair, 'a')).not.toBe(storyOf(pair, 'b'))
  })
})
