import { existsSync, readFileSync } from 'node:fs'
import { classifyTopics } from '@dateline/classification'
import { describe, expect, test } from 'vitest'

// Five real pages on one event, read by hand. They are not part of the project: where they are absent, this is not tested.
const truthFile = new URL('../../../shared/seeds/truth.json', import.meta.url)

type Seed = {
  title: { value: string }
  blocks: { text: string }[]
  topics: { must: string[]; must_level1: string[]; must_not: string[] }
}

const seeds = existsSync(truthFile)
  ? Object.entries((JSON.parse(readFileSync(truthFile, 'utf8')) as { seeds: Record<string, Seed> }).seeds)
  : []

describe.skipIf(seeds.length === 0)('topics of the seed pages (../shared/seeds)', () => {
  test.for(seeds)('%s', ([, { title, blocks, topics }]) => {
    const text = blocks.map((block) => block.text).join('\n\n')
    const found = classifyTopics(title.value, text, 'en').map(({ qcode }) => qcode)
    expect(found).toEqual(expect.arrayContaining([...topics.must, ...topics.must_level1]))
    expect(topics.must_not.filter((qcode) => found.includes(qcode))).toEqual([])
  })
})
