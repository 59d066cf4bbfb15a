import { expect, test } from 'vitest'
import { withoutQuotations } from './quotations.ts'

test.for([
  { name: 'curly', text: 'He said “we will stay” and left.', rest: 'He said   and left.' },
  { name: 'straight', text: 'He said "we will stay" and left.', rest: 'He said   and left.' },
  { name: 'German', text: 'Er sagte: „Wir bleiben.“ Dann ging er.', rest: 'Er sagte:   Dann ging er.' },
  { name: 'French', text: 'Il a dit « nous restons » puis rien.', rest: 'Il a dit   puis rien.' },
  { name: 'open until the paragraph ends', text: '“We stay.\n\nHe left.', rest: ' \n\nHe left.' },
  { name: 'apostrophes are none', text: "It's the town's mayor.", rest: "It's the town's mayor." },
])('quotations are cut out: $name', ({ text, rest }) => expect(withoutQuotations(text)).toBe(rest))
