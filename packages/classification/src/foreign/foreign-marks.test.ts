import { expect, test } from 'vitest'
import { foreignMarks, NO_FOREIGN_MARKS } from './foreign-marks.ts'

test('articles without marks share theirs, and so hold no memory for them', () => {
  const nothing = { title: 'Rain', text: 'It rained.', language: 'en', entities: [] }
  expect(foreignMarks(nothing, () => 1).marks).toBe(NO_FOREIGN_MARKS)
})
