import { describe, expect, test } from 'vitest'
import { FEATURE_NAMES, FEATURES } from './block-features.ts'
import type { BlockScorer } from './main-text.ts'
import { readPage } from './read-page.ts'

const sentence = 'The council met on Friday and agreed to repair the sea wall before the winter storms arrive. '

/** Scores long lines as text, headings a little less, and short ones as hardly any. */
const scorer: BlockScorer = (rows, blocks) =>
  Float32Array.from({ length: blocks }, (_, i) => {
    const chars = 2 ** rows[i * FEATURES + FEATURE_NAMES.indexOf('logChars')]! - 1
    if (rows[i * FEATURES + FEATURE_NAMES.indexOf('tag:h2')] === 1) return 0.6
    return chars > 20 ? 0.9 : 0.3
  })

function textOf(inside: string): string {
  const html = `<html><body><main><h1>Sea wall</h1><div>${`<p>${sentence.repeat(2)}</p>`.repeat(2)}${inside}</div></main></body></html>`
  return readPage({ html, url: null, capturedAt: null }, scorer).extraction.text
}

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const list = (items: readonly string[], inItem = (item: string) => item) =>
  `<ul>${items.map((item) => `<li>${inItem(item)}</li>`).join('')}</ul>`

describe('tables', () => {
  test('keep the numbers beside the sentences', () => {
    const table = `<table>${row('Quay', '17', 'Stone from the old quarry')}${row('Pier', '29', 'Oak from the northern woods')}</table>`
    expect(textOf(table)).toContain('Pier | 29 | Oak from the northern woods')
  })

  test('are left out where next to nothing in them reads like text', () => {
    const table = `<table>${row('High', '06:10', '4.1 m')}${row('Low', '12:20', '0.9 m')}${row('Next', 'A note for sailors')}</table>`
    expect(textOf(table)).not.toContain('4.1 m')
  })
})

test('a table that lays out the page is no table of data', () => {
  const sentence = 'The water came over the bank at ten past three and stood in the square until the evening.'
  const told = [1, 2, 3, 4].map((n) => `<p>${n}. ${sentence}</p>`).join('')
  const html = `<html><head><title>Water in the square</title></head><body><table><tr><td colspan=2><b>Harbour Post</b></td></tr>
<tr><td><a href="/local">Local</a><br><a href="/sport">Sport</a></td><td><h1>Water in the square</h1>${told}</td></tr>
<tr><td>Copyright Harbour Post</td><td></td></tr></table></body></html>`
  const { blocks } = readPage({ html, url: 'https://www.post.example/water', capturedAt: null }).extraction
  expect(blocks).toEqual([1, 2, 3, 4].map((n) => ({ type: 'paragraph', text: `${n}. ${sentence}` })))
})

describe('lists', () => {
  const items = ['Stone from the old quarry', 'Oak from the north', 'Sand', 'Two hundred iron bolts']
  test('are kept whole where most of them is', () => expect(textOf(list(items))).toContain('Sand'))

  const names = ['Ada Lem', 'Bo Tarn', 'Cy Ash']
  test('are kept under a heading that is', () =>
    expect(textOf(`<h2>Who voted</h2>${list(names)}`)).toContain('Bo Tarn'))

  test('are left out without one', () => expect(textOf(`<div>${list(names)}</div>`)).not.toContain('Bo Tarn'))

  test('are left out where they are links', () => {
    const links = list(names, (name) => `<a href="/${name}">${name}</a>`)
    expect(textOf(`<h2>Who voted</h2>${links}`)).not.toContain('Bo Tarn')
  })
})
