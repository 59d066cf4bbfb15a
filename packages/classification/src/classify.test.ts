import { classification } from '@dateline/domain'
import { expect, test } from 'vitest'
import { classify } from './classify.ts'
import { sampleArticles } from './stories/sample-articles.ts'

test.for(sampleArticles)('$articleId', ({ title, text }) => {
  const found = classify({ title, text })
  expect(classification.parse(found)).toEqual(found)
  expect(found.language?.code).toBe('en')
  expect(JSON.stringify(classify({ title, text }))).toBe(JSON.stringify(found))
})

test('names the speaker of a quotation', () => {
  const { title, text } = sampleArticles[0]!
  expect(classify({ title, text }).entities).toContainEqual(
    expect.objectContaining({
      kind: 'quotation',
      name: 'We will not leave before we have found them,',
      speaker: 'Ilse Marran',
    }),
  )
})

test('abstains from what it cannot read', () => {
  const found = classify({ title: '', text: '12:30 – 14:00' })
  expect(found).toMatchObject({ language: null, topics: [], entities: expect.any(Array) })
})
