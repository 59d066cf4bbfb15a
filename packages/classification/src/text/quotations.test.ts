import { expect, test } from 'vitest'
import { quotedSpans, withoutQuotations } from './quotations.ts'

test.for([
  { name: 'curly', text: 'He said “we will stay” and left.', rest: 'He said   and left.' },
  { name: 'straight', text: 'He said "we will stay" and left.', rest: 'He said   and left.' },
  { name: 'German', text: 'Er sagte: „Wir bleiben.“ Dann ging er.', rest: 'Er sagte:   Dann ging er.' },
  { name: 'French', text: 'Il a dit « nous restons » puis rien.', rest: 'Il a dit   puis rien.' },
  { name: 'open until the paragraph ends', text: '“We stay.\n\nHe left.', rest: ' \n\nHe left.' },
  { name: 'apostrophes are none', text: "It's the town's mayor.", rest: "It's the town's mayor." },
])('quotations are cut out: $name', ({ text, rest }) => expect(withoutQuotations(text)).toBe(rest))

test('a million openings that nothing closes are read once, and those that are closed behind them are found', () => {
  const opened = '“'.repeat(2_000_000)
  expect(quotedSpans(`${opened}${'a'.repeat(2_000)} “We stay” „Wir“`)).toEqual([
    { start: 2_002_001, end: 2_002_010 },
    { start: 2_002_011, end: 2_002_016 },
  ])
})
