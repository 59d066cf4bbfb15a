import { findEntities } from '@dateline/classification'
import { expect, test } from 'vitest'
import { readPages } from './read-pages.ts'
import { type EntityScore, scoreEntities } from './score-entities.ts'

const pages = readPages()
const { scores } = scoreEntities(pages, ({ text, language }) => findEntities(text, language))
const of = (kind: string) => scores.find((score) => score.kind === kind)!

test('there are pages in many languages, half of them written before anybody looked', () => {
  expect(pages.length).toBeGreaterThanOrEqual(30)
  expect(new Set(pages.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12)
  expect(pages.filter(({ written }) => written === 'before').length).toBeGreaterThanOrEqual(15)
})

test.for<[EntityScore['kind'], number, number]>([
  ['person', 0.97, 0.94],
  ['organisation', 0.92, 0.84],
  ['place', 0.97, 0.89],
  ['number', 0.97, 0.97],
  ['date', 0.97, 0.97],
  ['quotation', 0.97, 0.97],
  ['speaker', 0.94, 0.94],
])('%s: precision at least %d, recall at least %d', ([kind, precision, recall]) => {
  expect(of(kind).precision).toBeGreaterThanOrEqual(precision)
  expect(of(kind).recall).toBeGreaterThanOrEqual(recall)
})

/** Languages without capitals, of which little is known for sure: precision goes before recall. */
const UNCASED = new Set(['ar', 'he', 'hi', 'zh', 'ja', 'ko'])

test.for<[EntityScore['kind'], number]>([
  ['person', 0.9],
  ['organisation', 0.85],
  ['place', 0.9],
  ['number', 0.95],
  ['date', 0.97],
  ['quotation', 0.97],
  ['speaker', 0.94],
])('%s in scripts without capitals: nothing wrong, recall at least %d', ([kind, recall]) => {
  const uncased = scoreEntities(
    pages.filter(({ language }) => UNCASED.has(language)),
    ({ text, language }) => findEntities(text, language),
  )
  const score = uncased.scores.find((one) => one.kind === kind)!
  expect(score.precision).toBeGreaterThanOrEqual(kind === 'speaker' ? 0.94 : 1)
  expect(score.recall).toBeGreaterThanOrEqual(recall)
})

/** Languages whose first pages were marked before any rule was made for them, and the fresh ones when the rules were done. */
const LATER = 'fa ur bn ta th tr id ms vi sw uk ru el pl cs hu fi'.split(' ')

test.for<[EntityScore['kind'], number, number]>([
  ['person', 0.97, 0.95],
  ['organisation', 0.97, 0.85],
  ['place', 0.97, 0.88],
  ['number', 0.97, 0.95],
  ['date', 0.97, 0.97],
  ['quotation', 0.97, 0.95],
  ['speaker', 0.95, 0.95],
])('%s in seventeen more languages: precision at least %d, recall at least %d', ([kind, precision, recall]) => {
  const later = pages.filter(({ language }) => LATER.includes(language))
  expect(new Set(later.map(({ language }) => language)).size).toBe(LATER.length)
  const found = scoreEntities(later, ({ text, language }) => findEntities(text, language))
  const score = found.scores.find((one) => one.kind === kind)!
  expect(score.precision).toBeGreaterThanOrEqual(precision)
  expect(score.recall).toBeGreaterThanOrEqual(recall)
})

test('two spellings that are not joined are one right and one wrong', () => {
  const [page] = pages.filter(({ name }) => name === 'summit')
  const found = findEntities(page!.text, 'en')
  const apart = [...found, { ...found.find(({ kind }) => kind === 'person')!, name: 'Voronskiy', key: 'other' }]
  const score = (entities: typeof found) =>
    scoreEntities([page!], () => entities).scores.find(({ kind }) => kind === 'person')!
  expect(score(found).precision).toBe(1)
  expect(score(apart).precision).toBeLessThan(1)
})
