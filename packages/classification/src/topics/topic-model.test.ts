import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TOPIC_MODEL, topicModel } from './topic-model.ts'

test('the id in every verdict is the sha256 of the model file', () => {
  const bytes = readFileSync(`${import.meta.dirname}/../../model/topics.json`)
  expect(TOPIC_MODEL).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
})

test('the model has a weight for each feature and topic, and all top levels of the taxonomy', () => {
  expect(topicModel.weights.length).toBe(topicModel.rows.size * topicModel.topics.length)
  expect(topicModel.topics).toHaveLength(17)
})
