import { expect, test } from 'vitest'
import { parseExamples } from './parse-examples.ts'

const two = [
  { title: 'Quay', text: 'It is long.' },
  { title: 'Silt', text: 'It is deep.' },
]

test.for([
  { name: 'JSON lines', file: two.map((one) => JSON.stringify(one)).join('\n\n') },
  { name: 'a JSON array', file: `\uFEFF${JSON.stringify(two)}` },
  { name: 'plain texts', file: 'Quay\n\nIt is long.\n---\nSilt\nIt is deep.\n-----\n' },
])('$name', ({ file }) => expect(parseExamples(file)).toEqual(two))

test.for([
  { file: '{"title": "Quay"}', problem: 'Line 1 has no text' },
  { file: '{"title": "Quay", "text": "x"}\n{"title"', problem: 'Line 2 is not JSON' },
  { file: '[1]', problem: 'Example 1 has no text' },
])('$problem', ({ file, problem }) => expect(() => parseExamples(file)).toThrow(problem))
