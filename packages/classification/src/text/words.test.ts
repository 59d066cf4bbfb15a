import { expect, test } from 'vitest'
import { scanWords, wordsOf } from './words.ts'

test.for([
  { name: 'numbers with inner marks', text: '1,250.5 at 20:15, the 4th.', words: '1,250.5 at 20:15 the 4th' },
  { name: 'abbreviations', text: 'U.S. and U.S troops in D.C.', words: 'US and U S troops in DC' },
  { name: 'possessives and contractions', text: "Velmar's mayor doesn’t", words: 'Velmar mayor doesn’t' },
  { name: 'letters with marks', text: 'E\u0301te\u0301 d’État', words: 'E\u0301te\u0301 d’État' },
  { name: 'unspaced scripts in pairs', text: '港の橋 12', words: '港の の橋 12' },
  { name: 'letters beyond the first plane', text: '𝒜𝒷 x', words: '𝒜𝒷 x' },
  { name: 'half a surrogate pair', text: 'a\ud800b', words: 'a b' },
  { name: 'nothing', text: ' …—', words: '' },
])('$name', ({ text, words }) => {
  expect(
    wordsOf(text)
      .map(({ raw }) => raw)
      .join(' '),
  ).toBe(words)
})

test('reads no more words than wanted', () => {
  const found: string[] = []
  scanWords('one two three', 2, (start, end) => void found.push('one two three'.slice(start, end)))
  expect(found).toEqual(['one', 'two'])
})
