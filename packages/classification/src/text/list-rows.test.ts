import { expect, test } from 'vitest'
import { LISTED } from './list-rows.ts'
import { readText } from './read-text.ts'

const listed = (text: string): string => {
  const { forms, places } = readText(text, 'en')
  return forms
    .filter((_, at) => (places[at]! & LISTED) !== 0)
    .map(({ printed }) => printed)
    .join(' ')
}

test.for([
  {
    name: 'rows with figures, and those among them without',
    text: 'They met on Saturday.\n\n250 g flour\n\n1 egg\n\na little butter\n\n2 tbsp milk',
    marked: '250 g flour 1 egg a little butter 2 tbsp milk',
  },
  {
    name: 'rows that end with a point',
    text: 'Merrin 2, Tarn 1.\nVelmar 0, Brida 0.\nHarrow 3, Penhale 2.\nThe league goes on next week.',
    marked: 'Merrin 2 Tarn 1 Velmar 0 Brida 0 Harrow 3 Penhale 2',
  },
  {
    name: 'a list in one line',
    text: 'Medals: Merrin 2 1 0; Tarn 1 1 1; Velmar 0 2 4.',
    marked: 'Medals Merrin 2 1 0 Tarn 1 1 1 Velmar 0 2 4',
  },
  { name: 'no two rows', text: 'Merrin 2, Tarn 1\nVelmar 0, Brida 0\n\nThat was all there was to see.', marked: '' },
  {
    name: 'no lines without figures',
    text: 'What to see\n\nWhere to eat\n\nHow to get there\n\nWhom to ask',
    marked: '',
  },
  {
    name: 'no sentences with figures',
    text: 'In 2030 it earned 14 million.\n\nIn 2031 it lost 3 million, as 2 shops burned.\n\nIt has 12 left, and 400 people.',
    marked: '',
  },
])('marks $name', ({ text, marked }) => {
  expect(listed(text)).toBe(marked)
})
