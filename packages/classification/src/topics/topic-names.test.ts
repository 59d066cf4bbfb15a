import { TOPIC_NAMES, topicName } from '@dateline/domain'
import { expect, test } from 'vitest'
import { SHIPPED_TOPICS } from './topic-model.ts'

const { planes, deep } = SHIPPED_TOPICS

const given = [
  ...planes.topics,
  ...deep.topics.map(({ qcode }) => qcode),
  ...deep.topics.flatMap(({ broader }) => broader),
]

test('every topic that the model can give has a name of its own', () => {
  const names = [...new Set(given)].map(topicName)
  expect(names.filter((name) => /\d{8}/.test(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('there are no names for topics that it cannot give', () => {
  expect(Object.keys(TOPIC_NAMES).filter((code) => !given.includes(`medtop:${code}`))).toEqual([])
})

test.for([
  ['medtop:20000530', 'strikes'],
  ['house:harbour', 'harbour'],
  ['medtop:20009999', 'Media Topic 20009999'],
])('%s is called %s', ([qcode, name]) => expect(topicName(qcode!)).toBe(name))
