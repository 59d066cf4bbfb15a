import { uuidV5 } from '@dateline/domain'
import { expect, test } from 'vitest'
import { eventIdOf } from './event-id.ts'

test.for(Array.from({ length: 40 }, (_, index) => index))('the id of event %i is the uuidV5 of its name', (index) => {
  expect(eventIdOf('fetch é 😀', 'article-1', index)).toBe(uuidV5(`fetch é 😀/article-1/${index}`))
})
