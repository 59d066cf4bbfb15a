import { describe, expect, test } from 'vitest'
import { decodeBytes, sniffEncoding } from './decode-bytes.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('decodeBytes', () => {
  test.for([
    ['a byte order mark', latin('\xef\xbb\xbfabc'), 'text/html; charset=koi8-r', 'utf-8', 'bom', 'abc'],
    [
      'the header before the markup',
      latin('<meta charset=koi8-r>\xcf'),
      'text/html; charset="Windows-1251"',
      'windows-1251',
      'header',
      '<meta charset=koi8-r>П',
    ],
    [
      'the markup',
      latin('<meta charset=shift_jis>\x93\xfa'),
      'text/html',
      'shift_jis',
      'markup',
      '<meta charset=shift_jis>日',
    ],
    [
      'an XML declaration',
      latin('<?xml version="1.0" encoding="iso-8859-2"?><a>\xb3</a>'),
      'application/rss+xml',
      'iso-8859-2',
      'markup',
      '<?xml version="1.0" encoding="iso-8859-2"?><a>ł</a>',
    ],
    ['UTF-8 that nobody declared', utf8('Zürich'), null, 'utf-8', 'content', 'Zürich'],
    [
      'UTF-8 with a legacy label',
      utf8('Größe, Maß, für'),
      'text/html; charset=iso-8859-1',
      'utf-8',
      'content',
      'Größe, Maß, für',
    ],
    [
      'a legacy text with a UTF-8 label',
      latin('Caf\xe9 d\xe9j\xe0'),
      'text/html; charset=utf-8',
      'windows-1252',
      'content',
      'Café déjà',
    ],
    [
      'one broken character in UTF-8',
      latin(`${'\xc3\xbc'.repeat(20)}\xff`),
      'text/html; charset=utf-8',
      'utf-8',
      'header',
      `${'ü'.repeat(20)}�`,
    ],
    ['bytes that say nothing', latin('\xc4rger'), null, 'windows-1252', 'default', 'Ärger'],
    ['an unknown label', latin('\xc4'), 'text/html; charset=klingon', 'windows-1252', 'default', 'Ä'],
  ] as const)('%s', ([, body, contentType, encoding, evidence, text]) => {
    expect(decodeBytes({ body, contentType })).toEqual({ text, encoding, evidence })
  })

  test('finds a meta element behind a long comment', () => {
    const body = latin(`<!--${'x'.repeat(4000)}--><meta charset="windows-1253">`)
    expect(sniffEncoding({ body })).toBe('windows-1253')
  })

  test('an empty body is empty text', () => {
    expect(decodeBytes({ body: new Uint8Array() }).text).toBe('')
  })
})
