import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'

const page = `<html><body><article><h1>Harbour wall repaired</h1>${'<p>The council said on Thursday that the wall had been repaired after two weeks of work, as the mayor had promised.</p><p>Boats will sail again from Friday, said the harbour master, who thanked the workers for their patience.</p>'}</article>`
/** As compressed or encrypted bytes look; the same on every run. */
const noise = Uint8Array.from({ length: 3_000 }, (_, i) => (Math.imul(i + 1, 2_654_435_761) >>> 13) & 255)

describe.for(['html', 'text'] as const)('read as %s', (kind) => {
  test.for<[string, Uint8Array, string]>([
    [
      'a PDF',
      Buffer.from('%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', 'latin1'),
      'unsupported-type',
    ],
    ['a PNG', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise]), 'unsupported-type'],
    ['a gzipped page', gzipSync(page), 'unsupported-type'],
    ['a WARC', Buffer.from('WARC/1.1\r\nWARC-Type: response\r\n\r\n'), 'unsupported-type'],
    ['noise', noise, 'undecodable'],
  ])('%s is no article', ([, bytes, reason]) => {
    const found = extract({ bytes, url: null, capturedAt: null, kind })
    expect(found).toMatchObject({ verdict: 'rejected', reason })
  })
})

test.for<[string, Uint8Array]>([
  ['a page', Buffer.from(page)],
  ['a page in UTF-16', Buffer.from(`\ufeff${page}`, 'utf16le')],
  ['a page with a few stray controls', Buffer.from(page.replaceAll('.', '.\u0002'))],
])('%s is still read', ([, bytes]) => {
  expect(extract({ bytes, url: null, capturedAt: null, kind: 'html' }).verdict).toBe('article')
})
