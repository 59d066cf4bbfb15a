import { sha256Hex } from '@dateline/domain'
import { expect, test } from 'vitest'
import { extract } from '../extract.ts'
import type { Reading } from './compare-readings.ts'
import { findOutdated } from './find-outdated.ts'

const WIRE = [
  'A ferry ran aground off the northern coast of Lirio on Monday night with 112 people on board, the coast guard said.',
  'Rescuers brought everybody ashore before midnight, and three passengers were treated for bruises in the clinic of Port Amsel.',
  'The captain was drunk when the ship left its lane in calm weather, said a spokesman of the harbour police, Jon Merrow.',
]
const NOTICE = 'Correction: an earlier version of this article gave another number of people on board.'

function reading(paragraphs: readonly string[], modified = ''): Reading {
  const html = `<html><head><meta property="og:type" content="article">
    ${modified && `<meta property="article:modified_time" content="${modified}">`}</head><body><article><h1>Ferry runs aground</h1>
    ${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
  const found = extract({ html, url: 'https://wire.example/f', capturedAt: null, kind: 'html' })
  if (found.verdict !== 'article') throw new Error(found.evidence)
  return { extractor: 'html/1', contentSha256: sha256Hex(found.extraction.text), extraction: found.extraction }
}

const corrected = WIRE.map((text) => text.replace('112', '121'))
const edited = [
  'PORT AMSEL: A ferry has hit the rocks.',
  ...WIRE,
  'Our reporter saw lights in the harbour until dawn, and a crowd that would not go home.',
]

test.for<[string, readonly string[], readonly string[], string | null]>([
  ['a copy with the old number', [...corrected, NOTICE], edited, '112'],
  ['a copy that took it over', [...corrected, NOTICE], edited.map((text) => text.replace('112', '121')), null],
  ['a copy that had left the sentence out', [...corrected, NOTICE], [edited[0]!, ...edited.slice(2)], null],
  ['a silent correction', corrected, edited, '112'],
  ['a copy that tells of both', corrected, [...edited, 'Later the coast guard spoke of 121 people.'], null],
  [
    'an ordinary addition',
    [...WIRE, 'The company promised an inquiry within a week of the accident, and its shares fell.'],
    edited,
    null,
  ],
])('%s', ([, after, copy, before]) => {
  const found = findOutdated([reading(WIRE), reading(after)], reading(copy))
  expect(found?.changes[0]?.before ?? null).toBe(before)
  if (before !== null) expect(found?.evidence).toContain('with 112 people on board')
})

test('an update that shows its time asks nothing of copies', () => {
  const updated = reading(corrected, '2031-04-05T11:00:00Z')
  expect(findOutdated([reading(WIRE, '2031-04-05T08:00:00Z'), updated], reading(edited))).toBeNull()
})

test('a correction is remembered when the original goes on', () => {
  const later = [
    ...corrected,
    NOTICE,
    'The company promised an inquiry within a week of the accident, and its shares fell.',
  ]
  const original = [reading(WIRE), reading([...corrected, NOTICE]), reading(later, '2031-04-05T11:00:00Z')]
  expect(findOutdated(original, reading(edited))?.correction).toBe(NOTICE)
})
