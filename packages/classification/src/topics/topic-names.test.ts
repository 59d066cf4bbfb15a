import { allTopicNames, TOPIC_NAME_LANGUAGES, TOPIC_NAMES, topicName } from '@dateline/domain'
import { expect, test } from 'vitest'
import { SHIPPED_TOPICS } from './topic-model.ts'

const { planes, deep } = SHIPPED_TOPICS

const given = [
  ...planes.topics,
  ...deep.topics.map(({ qcode }) => qcode),
  ...deep.topics.flatMap(({ broader }) => broader),
]

test('every topic that the model can give has a name of its own', () => {
  const names = [...new Set(given)].map((topic) => topicName(topic))
  expect(names.filter((name) => /\d{8}/.test(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('there are no names for topics that it cannot give', () => {
  expect(Object.keys(TOPIC_NAMES).filter((code) => !given.includes(`medtop:${code}`))).toEqual([])
})

test('every top level has a name in each language, and no two are the same', () => {
  for (const language of TOPIC_NAME_LANGUAGES) {
    const names = planes.topics.map((qcode) => topicName(qcode, language))
    expect(new Set(names).size).toBe(planes.topics.length)
    if (language !== 'en') expect(allTopicNames().filter((named) => named.language === language).length).toBe(17)
  }
})

test.for([
  ['medtop:15000000', 'de', 'Sport'],
  ['medtop:17000000', 'fr', 'météo'],
  ['medtop:20000530', 'de', 'strikes'],
  ['medtop:15000000', 'xx', 'sport'],
  ['house:harbour', 'de', 'harbour'],
])('%s in %s is called %s', ([qcode, language, name]) => expect(topicName(qcode!, language)).toBe(name))

test.for([
  ['medtop:20000530', 'strikes'],
  ['house:harbour', 'harbour'],
  ['medtop:20009999', 'Media Topic 20009999'],
])('%s is called %s', ([qcode, name]) => expect(topicName(qcode!)).toBe(name))
