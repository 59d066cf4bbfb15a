import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract } from './extract.ts'

// Pages that are no articles, and articles that look like such. The name says what it must be ("truncated": an article cut
// short by a paywall), the first line where it stood. All are written for this test.
const pages = globSync(`${import.meta.dirname}/../golden-verdicts/*.html`).toSorted()

describe('verdicts', () => {
  test('the pages are there, three of every kind', () => {
    const kinds = Map.groupBy(pages, (page) => basename(page).split('--')[0]!)
    expect(kinds.size).toBeGreaterThanOrEqual(10)
    for (const [kind, ofKind] of kinds) expect(ofKind.length, kind).toBeGreaterThanOrEqual(3)
  })

  test.for(pages.map((page) => [basename(page, '.html'), page] as const))('%s', ([name, page]) => {
    const html = readFileSync(page, 'utf8')
    const url = /^<!-- (\S+) -->/.exec(html)?.[1] ?? null
    const found = extract({ html, url, capturedAt: '2026-03-06T00:00:00Z', kind: 'html' })
    const kind =
      found.verdict === 'rejected' ? found.reason : found.extraction.marks.truncated ? 'truncated' : 'article'
    expect(kind, JSON.stringify(found).slice(0, 300)).toBe(name.split('--')[0])
    if (found.verdict === 'rejected') expect(found.evidence).not.toBe('')
  })
})
