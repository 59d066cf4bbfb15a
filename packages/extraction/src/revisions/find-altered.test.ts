import { sha256Hex } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'
import type { Reading } from './compare-readings.ts'
import { findAltered } from './find-altered.ts'

const WIRE = [
  'A ferry ran aground off the northern coast of Lirio on Monday night with 112 people on board, the coast guard said.',
  'Rescuers brought everybody ashore before midnight, and three passengers were treated for bruises in the clinic of Port Amsel.',
  'The captain was not drunk when the ship left its lane in calm weather, said a spokesman of the harbour police, Jon Merrow.',
  'The company has lost 1,873 crates worth $2.4 million, and its shares fell by 5 per cent at the exchange.',
]
const SEEN_AT = '2031-04-06T12:00:00Z'

function reading(paragraphs: readonly string[], published = '2031-04-05T08:00:00Z', modified = ''): Reading {
  const html = `<html><head><meta property="og:type" content="article">
    <meta property="article:published_time" content="${published}">
    ${modified && `<meta property="article:modified_time" content="${modified}">`}</head><body><article><h1>Ferry runs aground</h1>
    ${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
  const found = extract({ html, url: 'https://wire.example/f', capturedAt: null, kind: 'html' })
  if (found.verdict !== 'article') throw new Error(found.evidence)
  return { extractor: 'html/1', contentSha256: sha256Hex(found.extraction.text), extraction: found.extraction }
}

const wire = reading(WIRE)
const copyOf = (from: string, to: string) => [
  'PORT AMSEL: A ferry has hit the rocks.',
  ...WIRE.map((text) => text.replace(from, to)),
  'Our reporter saw lights in the harbour until dawn, and a crowd that would not go home.',
]
const found = (from: string, to: string) =>
  findAltered([wire], reading(copyOf(from, to), '2031-04-05T09:00:00Z'), SEEN_AT)

describe('a copy that says something else', () => {
  test.for<[string, string, string, string, string]>([
    ['another number', '112', '140', 'number', '140'],
    ['a number in words', 'three passengers', 'seven passengers', 'number', 'seven'],
    ['a "not" left out', 'was not drunk', 'was drunk', 'negation', ''],
    ['a "not" put in', 'Rescuers brought', 'Rescuers had not brought', 'negation', 'had not'],
    ['another name', 'Jon Merrow', 'Piet Adler', 'name', 'Piet Adler'],
    ['the opposite', 'shares fell by', 'shares rose by', 'fact', 'rose'],
  ])('%s', ([, from, to, kind, after]) => {
    const altered = found(from, to)
    expect(altered?.changes[0]).toMatchObject({ kind, after: after === '' ? null : after })
    expect(altered?.sentences).toHaveLength(1)
    expect(altered?.sentences[0]).toEqual({
      original: expect.stringContaining(from),
      copy: expect.stringContaining(to),
    })
    expect(altered?.evidence).toContain('the original: “')
  })

  test.for<[string, string, string]>([
    ['the same', '112', '112'],
    ['words of its own', 'the coast guard said', 'according to the coast guard'],
    ['a day in its own way', 'on Monday night', 'on Tuesday night'],
    ['a rounded figure', '1,873', '1,900'],
    ['another unit', '$2.4 million', '€2.2 million'],
    ['a name in another spelling', 'Jon Merrow', 'Jon Merow'],
    ['a shorter name', 'Jon Merrow', 'Merrow'],
    ['a word in its own way', '5 per cent', '5 percent'],
    ['something added', 'with 112 people on board', 'with 112 people and 14 horses on board'],
    ['something left out', ' with 112 people on board', ''],
    ['another mark', '1,873', '1873'],
  ])('nothing in %s', ([, from, to]) => expect(found(from, to)).toBeNull())
})

describe('nothing is said', () => {
  const altered = copyOf('112', '140')
  test('of a copy that was printed before the original, or after that was last looked at', () => {
    expect(findAltered([wire], reading(altered, '2031-04-05T07:59:00Z'), SEEN_AT)).toBeNull()
    expect(findAltered([wire], reading(altered, '2031-04-06T13:00:00Z'), SEEN_AT)).toBeNull()
    expect(findAltered([wire], reading(altered, '2031-04-05'), SEEN_AT)).not.toBeNull()
  })

  test('of a copy that has what the original once said, or says by now', () => {
    const later = reading(copyOf('112', '140'), '2031-04-05T08:00:00Z', '2031-04-05T10:00:00Z')
    expect(findAltered([wire, later], reading(altered), SEEN_AT)).toBeNull()
    expect(findAltered([wire, later], reading(WIRE), SEEN_AT)).toBeNull()
    expect(findAltered([wire, later], reading(copyOf('112', '150')), SEEN_AT)).not.toBeNull()
  })

  test('of a copy that owns up to it', () => {
    const notice = 'Correction: an earlier version of this article gave another number of people on board.'
    expect(findAltered([wire], reading([...altered, notice]), SEEN_AT)).toBeNull()
  })

  test('where one of the two names no time, and where there is no original', () => {
    expect(findAltered([wire], reading(altered, ''), SEEN_AT)).toBeNull()
    expect(findAltered([], reading(altered), SEEN_AT)).toBeNull()
  })
})
