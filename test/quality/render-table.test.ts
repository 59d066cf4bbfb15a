import { expect, test } from 'vitest'
import { figureAt } from './measures.ts'
import { renderTable } from './render-table.ts'

test('the table says what is below and what was not measured', () => {
  const rows = [
    { group: 'suites', measure: 'urls', figure: 0.9549, atLeast: 0.95, note: '300/314' },
    { group: 'suites', measure: 'feeds', figure: 0.9499, atLeast: 0.95, note: '' },
    { group: 'texts', measure: 'topic bbc', figure: null, atLeast: 0.98, note: 'no adapter topics.ts' },
  ]
  expect(renderTable(rows).split('\n')).toEqual([
    'group   measure    figure  must           of',
    'suites  urls       95.4 %  95.0 %  ok     300/314',
    'suites  feeds      94.9 %  95.0 %  BELOW',
    'texts   topic bbc       –  98.0 %         no adapter topics.ts',
  ])
})

test('figureAt', () => {
  expect(figureAt({ b3: { f1: 0.5 } }, 'b3.f1')).toBe(0.5)
  expect(figureAt({ b3: {} }, 'b3.f1')).toBeNull()
  expect(figureAt(null, 'b3.f1')).toBeNull()
})
