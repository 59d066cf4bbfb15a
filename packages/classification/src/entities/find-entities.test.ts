import { expect, test } from 'vitest'
import { findEntities } from './find-entities.ts'

const TEXT = `Foreign Minister Sergei Orlov met Tamsin Odell in Anselm on March 3, the Ministry of Trade said.

Orlov brought 1,250 letters. "We have waited for this day," Odell said. Following the talks, NATO welcomed the news.`

test.for([
  { kind: 'person', name: 'Sergei Orlov', count: 2 },
  { kind: 'person', name: 'Tamsin Odell', count: 2 },
  { kind: 'place', name: 'Anselm', count: 1 },
  { kind: 'organisation', name: 'NATO', count: 1 },
  { kind: 'number', key: '1250' },
  { kind: 'date', key: '03-03' },
  { kind: 'quotation', speaker: 'Tamsin Odell' },
])('finds $kind $name', (entity) => {
  expect(findEntities(TEXT)).toContainEqual(expect.objectContaining(entity))
})

test('takes no sentence opener for a name', () => {
  expect(findEntities(TEXT).map(({ name }) => name)).not.toContain('Following')
})
