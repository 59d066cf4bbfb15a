import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'
import { explainPage } from './explain-page.ts'
import { paintPage } from './paint-page.ts'

const pages = globSync(join(import.meta.dirname, '../../golden/*/page.html')).toSorted()
const input = (html: string) => ({ html, url: 'https://gazette.example/a', capturedAt: '2026-03-06T20:00:00Z' })

test('the golden pages are there', () => expect(pages.length).toBeGreaterThanOrEqual(5))

describe.each(pages)('%s', (page) => {
  const html = readFileSync(page, 'utf8')
  const explained = explainPage(input(html))
  const found = extract({ ...input(html), kind: 'html' })

  test('explains what extract gives', () => {
    if (found.verdict !== 'article')
      return expect(explained.verdict).toMatchObject({ kind: 'rejected', reason: found.reason })
    const { extraction } = found
    const value = (name: string) => explained.fields.find((field) => field.name === name)?.value
    expect(value('title')).toBe(extraction.title.value)
    expect(value('byline')).toBe(extraction.byline.value)
    const kept = explained.blocks.filter(({ droppedBy }) => droppedBy === null)
    for (const block of extraction.blocks) {
      if (block.type !== 'paragraph' || block.text.length < 60) continue
      expect(kept.some(({ text }) => text.replace(/\s+/g, ' ').includes(block.text.slice(-50)))).toBe(true)
    }
    expect(explained.blocks.filter(({ droppedBy }) => droppedBy !== null).length).toBe(
      explained.rules.reduce((sum, { blocks }) => sum + blocks, 0),
    )
  })

  test('is painted without a script, a link or anything from elsewhere', () => {
    const painted = paintPage(input(html), explained)
    expect(painted).toMatch(/^<!doctype html>/)
    expect(painted).toContain('default-src &#39;none&#39;')
    expect(painted).not.toMatch(
      /<(?:script|img|iframe|link|object|embed|form|a|base|svg|video)[\s>]|\son\w+=|<[^>]+\s(?:href|src|style)=/i,
    )
    expect(painted).toMatch(/<(?:p|h\d) class="kept/)
  })
})

test('hostile words stay words', () => {
  const html = `<article class='x"><script>1</script>'><h1>"><img src=x onerror=1></h1>${'<p>&lt;script&gt;alert(1)&lt;/script&gt; a sentence that is long enough to be a text.</p>'.repeat(9)}</article>`
  const painted = paintPage({ html, url: '"><script>2</script>' }, explainPage(input(html)))
  expect(painted).not.toMatch(/<script|<img/i)
})

test('every candidate is shown, and the one that was taken', () => {
  const html = `<html lang="en"><head><title>Storm shuts port | Gazette</title><meta property="og:title" content="Storm shuts port"></head>
    <body><article><h1>Storm shuts port</h1>${'<p>A sentence that is long enough to be kept as a part of the text of the page.</p><p>Another one, which says that the harbour master has closed the port for the night.</p>'.repeat(4)}</article></body></html>`
  const title = explainPage(input(html)).fields.find(({ name }) => name === 'title')
  expect(title).toMatchObject({ value: 'Storm shuts port', basis: 'explicit' })
  expect(title?.candidates).toEqual([
    { source: 'meta og:title', value: 'Storm shuts port', agrees: true },
    { source: '<title>', value: 'Storm shuts port | Gazette', agrees: true },
    { source: 'h1', value: 'Storm shuts port', agrees: true },
  ])
})
