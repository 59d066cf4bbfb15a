import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { extract } from '../extract.ts'

const PAGES = 60
const PAGE_BYTES = 1_000_000
const KEPT_BYTES_MAX = 20_000_000

function page(number: number): string {
  const paragraphs = ['harbour', 'school', 'road', 'library', 'tram', 'bridge', 'market'].map(
    (board) =>
      `<p class="template-${number}-paragraph-text">The ${board} board of Norrvik met on Tuesday, heard three engineers and agreed to spend what the ${board} needs.</p>`,
  )
  return `<!doctype html><html lang="en"><head><title>Board agrees to dredge ${number}</title>
<script>${`/* ${number} */`.repeat(PAGE_BYTES / 9)}</script></head><body><article>${paragraphs.join('')}</article></body></html>`
}

test('a page that was read is not kept in memory for the names of its classes', () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const read = (number: number) =>
    extract({ kind: 'html', html: page(number), url: 'https://gazette.example/a', capturedAt: '2026-03-06T20:00:00Z' })
  read(0)
  collect()
  const before = process.memoryUsage().heapUsed
  for (let number = 1; number <= PAGES; number++) expect(read(number).verdict).toBe('article')
  collect()
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(KEPT_BYTES_MAX)
})
