import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract } from './extract.ts'

// A folder a page: page.html as it came over the wire, expected.json as a person accepted it.
// To change one on purpose: `npm test -- -u packages/extraction`, then read the diff before committing it.
const folder = join(import.meta.dirname, '../golden')
const pages = globSync(`${folder}/*/page.html`).sort()

describe('golden pages', () => {
  test('are there', () => expect(pages.length).toBeGreaterThanOrEqual(2))

  test.for(pages.map((page) => [relative(folder, dirname(page)), page] as const))('%s', async ([name, page]) => {
    const url = `https://www.${name.replaceAll('-', '')}.example/page`
    const found = extract({ bytes: readFileSync(page), url, capturedAt: '2026-06-01T00:00:00Z', kind: 'html' })
    await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(join(dirname(page), 'expected.json'))
  })
})
