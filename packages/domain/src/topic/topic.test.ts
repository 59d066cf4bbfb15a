import { expect, test } from 'vitest'
import { type TopicCommand, topic } from './topic.ts'

const who = { reason: 'for the desk', actor: 'editor@desk.example' }
const define = (query: string[]): TopicCommand => ({
  type: 'DefineTopic',
  data: { topicId: 'house:port', query, examples: [], ...who, definedAt: '2026-11-20T10:00:00Z' },
})
const remove: TopicCommand = {
  type: 'RemoveTopic',
  data: { topicId: 'house:port', ...who, removedAt: '2026-11-20T10:00:00Z' },
}
const after = (commands: readonly TopicCommand[]) =>
  commands.reduce((state, command) => topic.decide(command, state).reduce(topic.evolve, state), topic.initial)

test.for<[TopicCommand[], TopicCommand, string[]]>([
  [[], define(['quay']), ['TopicDefined']],
  [[define(['quay'])], define(['quay']), []],
  [[define(['quay'])], define(['berth']), ['TopicDefined']],
  [[define(['quay'])], remove, ['TopicRemoved']],
  [[define(['quay']), remove], remove, []],
  [[define(['quay']), remove], define(['quay']), ['TopicDefined']],
])('%j, %j: %j', ([given, command, types]) =>
  expect(topic.decide(command, after(given)).map(({ type }) => type)).toEqual(types),
)

test('what was never defined cannot be removed', () =>
  expect(() => topic.decide(remove, topic.initial)).toThrow('never defined'))
