import { describe, expect, test } from 'vitest'
import { compileTopic, likenessToExamples, matchTopic, type OwnTopic, type TopicDefinition } from './compile-topic.ts'
import { textFeatures } from './text-features.ts'

const HARBOURS = [
  ['Lindmouth gets a new quay', 'The port authority will dredge the harbour so that container ships can moor.'],
  [
    'Pilots warn of silt',
    'Tugboats touched the ground twice in the harbour, said the port authority. It will dredge in May.',
  ],
  [
    'Cranes for Merrin',
    'Stevedores unloaded three container ships at the quay in one night, a record for the harbour.',
  ],
  [
    'Quay wall gives way',
    'A quay built in 1931 slid into the harbour. No stevedores were hurt. Tugboats kept ships away.',
  ],
  [
    'More berths wanted',
    'Shipping lines asked the port authority for berths. Container ships wait for a day outside the harbour.',
  ],
].map(([title, text]) => ({ title: title!, text: text! }))

const PORT_NEWS = textFeatures(
  'Tugboats for Tarnholm',
  'Stevedores at the quay said the port authority must dredge the harbour first.',
  'en',
)
const FOOTBALL = textFeatures(
  'Late goal',
  'The striker scored and the home side won the second leg in front of the mayor.',
  'en',
)

function compiled(definition: TopicDefinition): OwnTopic {
  const topic = compileTopic(definition)
  if ('problem' in topic) throw new Error(topic.problem)
  return topic
}

test('a text is as like the examples as its verdict says, and without examples not at all', () => {
  const topic = compiled({ id: 'house:port', examples: HARBOURS })
  expect(likenessToExamples(topic, PORT_NEWS)).toBe(matchTopic(topic, PORT_NEWS)?.score)
  expect(likenessToExamples(topic, FOOTBALL)).toBeLessThan(topic.scoreMin!)
  expect(likenessToExamples(compiled({ id: 'house:port', query: ['harbour'] }), PORT_NEWS)).toBe(0)
})

describe('a topic of the operator', () => {
  test.for([
    { name: 'by a query', definition: { id: 'house:port', query: ['port authority', 'dredging'] } },
    { name: 'by examples', definition: { id: 'house:port', examples: HARBOURS } },
    { name: 'by both', definition: { id: 'house:port', query: ['lighthouse'], examples: HARBOURS } },
  ])('is found $name, with the words that decided', ({ definition }) => {
    const topic = compiled(definition)
    expect(matchTopic(topic, PORT_NEWS)).toMatchObject({
      id: 'house:port',
      terms: expect.arrayContaining(['port authority']),
    })
    expect(matchTopic(topic, FOOTBALL)).toBeNull()
  })
})

test('one term of the query is enough beside examples', () => {
  const topic = compiled({ id: 'house:port', query: ['lighthouse'], examples: HARBOURS })
  expect(matchTopic(topic, textFeatures('The lighthouse keeper retires', '', 'en'))?.terms).toEqual(['lighthouse'])
})

test.for([
  { definition: { id: 'a' }, problem: 'neither query nor examples' },
  { definition: { id: 'a', query: ['of the'] }, problem: '"of the"' },
  { definition: { id: 'a', examples: HARBOURS.slice(0, 2) }, problem: '2 examples' },
  { definition: { id: 'a', query: Array.from({ length: 201 }, (_, i) => `word${i}`) }, problem: '201 query terms' },
])('a definition that cannot be used is refused: $problem', ({ definition, problem }) =>
  expect(compileTopic(definition)).toEqual({ problem: expect.stringContaining(problem) }),
)
