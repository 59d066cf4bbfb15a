import { expect, test } from 'vitest'
import { confidenceRows, type Judged } from './confidence.ts'

const values = (count: number, confidence: number | null, isRight: boolean): Judged[] =>
  Array.from({ length: count }, (_, i) => ({ field: 'title', confidence, isRight, fold: i % 5 }))

test('a band must be right as often as it says, where it has values enough', () => {
  const rows = confidenceRows([
    ...values(30, 0.97, true),
    ...values(10, 0.97, false),
    ...values(5, 0.75, false),
    ...values(5, null, false),
  ])
  const found = rows.map(({ measure, figure, atLeast }) => [measure, figure, atLeast])
  expect(found).toEqual([
    ['title right or null', 35 / 50, null],
    ['title at 0.95', 0.75, 0.95],
    ['title at 0.90', null, null],
    ['title at 0.80', null, null],
    ['title at 0.70', 0, null],
    ['title at 0.00', null, null],
  ])
})

test('the spread over hosts counts what is given', () => {
  const hosts = [0, 1, 2, 3, 4].map((fold) => ({ field: 'title', confidence: 0.9, isRight: fold > 0, fold }))
  expect(confidenceRows(hosts)[0]!.note).toBe('5 pages, 5 values; right by fifths of hosts 0.00–1.00')
})
