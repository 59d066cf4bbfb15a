import { describe, expect, test } from 'vitest'
import { FEATURE_NAMES, FEATURES } from './block-features.ts'
import type { BlockScorer } from './main-text.ts'
import { readPage } from './read-page.ts'

const sentence = 'The council met on Friday and agreed to repair the sea wall before the winter storms arrive. '

/** Scores long lines as text, others by their length. */
const scorer: BlockScorer = (rows, blocks) =>
  Float32Array.from({ length: blocks }, (_, i) => {
    const chars = 2 ** rows[i * FEATURES + FEATURE_NAMES.indexOf('logChars')]! - 1
    return chars > 60 ? 0.9 : chars > 12 ? 0.3 : 0.1
  })

function textOf(inside: string): string {
  const html = `<html><body><main><h1>Letters</h1><div>${`<p>${sentence}</p>`.repeat(2)}${inside}</div></main></body></html>`
  return readPage({ html, url: null, capturedAt: null }, scorer).extraction.text
}

const long = (n: number) =>
  `<p>Letter ${n} says that the harbour needs a light, and that its keeper needs a boat and a dog.</p>`
const short = (n: number) => `<p>Reader ${n} of our harbour paper</p>`
const row = (...boxes: string[]) => boxes.map((lines) => `<section class="letter">${lines}</section>`).join('')

describe('boxes of one class in a row', () => {
  const half = [1, 2, 3].map((n) => long(n) + short(n))
  test('are kept whole where much of them is text', () =>
    expect(textOf(row(...half, short(4) + short(5)))).toContain('Reader 4 of our harbour paper'))

  test('lend nothing to lines that score next to nothing', () =>
    expect(textOf(row(...half, `${short(4)}<p>Report</p>`))).not.toContain('Report'))

  test('lend nothing to a row that is mostly furniture', () => {
    const rest = [4, 5, 6, 7, 8, 9].map((n) => short(n) + short(n + 10))
    expect(textOf(row(long(1) + short(1), ...rest))).not.toContain('Reader 5 of our harbour paper')
  })

  test('are not three', () =>
    expect(textOf(row(...half.slice(0, 2), short(4) + short(5)))).not.toContain('Reader 4 of our harbour paper'))

  test('are not the head, the body and the foot of a page', () => {
    const parts = [short(1) + short(2), half.join(''), short(3) + short(4), short(5) + short(6)]
    expect(textOf(row(...parts))).not.toContain('Reader 5 of our harbour paper')
  })

  test('are not links', () => {
    const linked = [1, 2, 3, 4].map(
      (n) => `${long(n)}<p><a href="/${n}">Reader ${n} of our harbour paper wrote more here</a></p>`,
    )
    expect(textOf(row(...linked))).not.toContain('wrote more here')
  })
})

describe('a heading', () => {
  const box = (title: string, inside: string) =>
    `<div class="item"><h3>${title}</h3><div class="rich">${inside}</div></div>`
  test('is kept over the box that it heads', () =>
    expect(textOf(box('A light', long(1)) + box('A boat', long(2)))).toContain('A boat'))
})

describe('a short line that stands among the paragraphs', () => {
  const again = '<p>Open every day from nine to five, in the winter from ten to four.</p>'
  const places = [1, 2, 3].map((n) => long(n) + again)
  test('may come again', () => expect(textOf(places.join('')).match(/Open every day/g)).toHaveLength(3))

  test('is a notice of the template in boxes of its own', () => {
    const notices = [1, 2, 3].map(
      (n) => `${long(n)}<div class="notice">This video needs your consent, which you can give below.</div>`,
    )
    const boxed = notices.map((notice) =>
      notice.replace('<div class="notice">', '<div><div class="notice">').concat('</div>'),
    )
    expect(textOf(boxed.join(''))).not.toContain('needs your consent')
  })
})
