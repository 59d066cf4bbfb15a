import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readWarc, type WarcLimits } from './read-warc.ts'
import type { WarcRecord } from './warc-record.ts'

type Fields = Record<string, string>

const record = (fields: Fields, block: Buffer | string): Buffer => {
  const bytes = Buffer.from(block)
  const lines = Object.entries({ 'Content-Length': String(bytes.length), ...fields }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')])
}
const page = (
  n: number,
  http: Buffer | string = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Page ${n}</p>`,
  fields: Fields = {},
) =>
  record(
    {
      'WARC-Type': 'response',
      'WARC-Target-URI': `https://herald.example/${n}`,
      'WARC-Date': '2026-01-02T03:04:05Z',
      'Content-Type': 'application/http; msgtype=response',
      ...fields,
    },
    http,
  )
const INFO = record({ 'WARC-Type': 'warcinfo' }, 'software: test\r\n')
const gz = (parts: Buffer[]) => Buffer.concat(parts.map((part) => zlib.gzipSync(part)))

/** In pieces of odd size, as files and sockets give them. */
async function read(file: Buffer, limits?: WarcLimits, pieceBytes = 1009): Promise<WarcRecord[]> {
  const pieces = Array.from({ length: Math.ceil(file.length / pieceBytes) }, (_, n) =>
    file.subarray(n * pieceBytes, (n + 1) * pieceBytes),
  )
  return await Array.fromAsync(readWarc(Readable.from(pieces), limits))
}
/** "1 2 -type-request 3": URLs of documents by their last part, reasons of skips. */
const brief = (records: WarcRecord[]) =>
  records.map((found) => (found.kind === 'document' ? found.url.split('/').at(-1) : `-${found.reason}`)).join(' ')

describe('a record', () => {
  test('of type response', async () => {
    expect(await read(gz([INFO, page(1)]))).toMatchObject([
      { kind: 'skipped', reason: 'type-warcinfo', url: null, offset: 0 },
      {
        kind: 'document',
        url: 'https://herald.example/1',
        capturedAt: '2026-01-02T03:04:05.000Z',
        httpStatus: 200,
        contentType: 'text/html',
        body: Buffer.from('<p>Page 1</p>'),
      },
    ])
  })

  test('of type resource', async () => {
    const fields = {
      'WARC-Type': 'resource',
      'WARC-Target-URI': '<https://herald.example/r>',
      'Content-Type': 'text/html; charset=utf-8',
    }
    expect(await read(record(fields, '<p>é</p>'))).toMatchObject([
      {
        kind: 'document',
        url: 'https://herald.example/r',
        httpStatus: null,
        capturedAt: null,
        contentType: 'text/html; charset=utf-8',
        body: Buffer.from('<p>é</p>'),
      },
    ])
  })

  test('of type conversion', async () => {
    const fields = {
      'WARC-Type': 'conversion',
      'WARC-Target-URI': 'https://herald.example/c',
      'Content-Type': 'text/plain',
      'WARC-Date': '20260102030405',
    }
    expect(await read(record(fields, 'Plain text.'))).toMatchObject([
      {
        kind: 'document',
        contentType: 'text/plain',
        capturedAt: '2026-01-02T03:04:05.000Z',
        body: Buffer.from('Plain text.'),
      },
    ])
  })

  test.for([
    { name: 'gzip', head: 'Content-Encoding: gzip', body: zlib.gzipSync('<p>x</p>') },
    { name: 'brotli', head: 'Content-Encoding: br', body: zlib.brotliCompressSync('<p>x</p>') },
    {
      name: 'chunks',
      head: 'Transfer-Encoding: chunked',
      body: Buffer.from('3\r\n<p>\r\n5;x=1\r\nx</p>\r\n0\r\n\r\n'),
    },
    {
      name: 'gzip in chunks',
      head: 'Transfer-Encoding: chunked\r\nContent-Encoding: gzip',
      body: ((packed) =>
        Buffer.concat([Buffer.from(`${packed.length.toString(16)}\r\n`), packed, Buffer.from('\r\n0\r\n\r\n')]))(
        zlib.gzipSync('<p>x</p>'),
      ),
    },
    { name: 'gzip that was taken off', head: 'Content-Encoding: gzip', body: Buffer.from('<p>x</p>') },
    { name: 'chunks that were taken off', head: 'Transfer-Encoding: chunked', body: Buffer.from('<p>x</p>') },
  ])('without its $name', async ({ head, body }) => {
    const [found] = await read(page(1, Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`), body])))
    expect(found).toMatchObject({ kind: 'document', body: Buffer.from('<p>x</p>') })
  })

  test.for([
    ['a request', page(1, 'GET / HTTP/1.1\r\n\r\n', { 'WARC-Type': 'request' }), 'type-request'],
    ['a revisit', page(1, '', { 'WARC-Type': 'revisit' }), 'type-revisit'],
    ['no type', record({}, 'x'), 'type-none'],
    ['a name lookup', page(1, 'x', { 'WARC-Target-URI': 'dns:herald.example', 'Content-Type': 'text/dns' }), 'no-url'],
    ['a page that was cut', page(1, undefined, { 'WARC-Truncated': 'length' }), 'truncated'],
    ['no HTTP', page(1, 'SSH-2.0\r\n\r\n'), 'no-http'],
    [
      'a bomb',
      page(
        1,
        Buffer.concat([
          Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n'),
          zlib.gzipSync(Buffer.alloc(40_000_000)),
        ]),
      ),
      'no-http',
    ],
  ] as const)('that is %s is skipped as such', async ([, bytes, reason]) => {
    expect(brief(await read(bytes))).toBe(`-${reason}`)
  })
})

describe('a file', () => {
  const pages = [page(1), page(2), page(3)]
  test.for([
    ['plain', Buffer.concat(pages)],
    ['gzip, a member a record', gz(pages)],
    ['gzip, one member', zlib.gzipSync(Buffer.concat(pages))],
    [
      'gzip with names and extra fields',
      Buffer.concat(
        pages.map((bytes) =>
          Buffer.concat([
            Buffer.from([0x1f, 0x8b, 8, 0x1c, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7]),
            Buffer.from('name\0comment\0'),
            zlib.gzipSync(bytes).subarray(10),
          ]),
        ),
      ),
    ],
    ['with lines that end in LF', Buffer.from(Buffer.concat(pages).toString().replaceAll('\r\n', '\n'))],
    ['without the last empty lines', Buffer.concat(pages).subarray(0, -4)],
  ] as const)('%s', async ([name, file]) => {
    const changed = name.includes('LF')
      ? Buffer.from(file.toString().replace(/Content-Length: (\d+)/g, (_, n) => `Content-Length: ${n - 3}`))
      : file
    for (const pieceBytes of [7, 4096, 1 << 20]) expect(brief(await read(changed, undefined, pieceBytes))).toBe('1 2 3')
  })

  test('of nothing', async () => expect(await read(Buffer.alloc(0))).toEqual([]))

  test('larger than any window', async () => {
    const noise = Buffer.from(Array.from({ length: 900_000 }, (_, n) => (n * n * 31 + (n >> 3)) % 251))
    const large = page(1, Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), noise]))
    expect(brief(await read(gz([large, page(2)]), undefined, 65_536))).toBe('1 2')
  })
})

describe('behind a broken record, reading goes on', () => {
  const zeroed = (bytes: Buffer, at: number, count: number) => Buffer.from(bytes).fill(0, at, at + count)
  const member = gz([page(2)])

  test.for([
    {
      name: 'damaged gzip',
      file: Buffer.concat([gz([page(1)]), zeroed(member, 30, 20), gz([page(3)])]),
      expected: '1 -gzip-broken 3',
    },
    {
      name: 'damaged gzip header',
      file: Buffer.concat([gz([page(1)]), zeroed(member, 0, 3), gz([page(3)])]),
      expected: '1 -gzip-broken 3',
    },
    {
      name: 'a wrong checksum',
      file: Buffer.concat([gz([page(1)]), zeroed(member, member.length - 8, 4), gz([page(3)])]),
      expected: '1 -gzip-broken 3',
    },
    {
      name: 'a member cut short',
      file: Buffer.concat([gz([page(1)]), member.subarray(0, 60), gz([page(3)])]),
      expected: '1 -gzip-broken 3',
    },
    { name: 'the file cut short', file: gz([page(1), page(2)]).subarray(0, -20), expected: '1 -gzip-broken' },
    {
      name: 'one member for all, damaged',
      file: ((whole) => zeroed(whole, whole.length - 4, 4))(zlib.gzipSync(Buffer.concat([page(1), page(2)]))),
      expected: '-gzip-broken',
    },
    {
      name: 'no record',
      file: Buffer.concat([page(1), Buffer.from('something else\r\n\r\n'), page(3)]),
      expected: '1 -no-record 3',
    },
    {
      name: 'no length',
      file: Buffer.concat([page(1), page(2, undefined, { 'Content-Length': 'many' }), page(3)]),
      expected: '1 -no-record 3',
    },
    {
      name: 'a length too small',
      file: Buffer.concat([page(1), page(2, undefined, { 'Content-Length': '10' }), page(3)]),
      expected: '1 -length-wrong 3',
    },
    {
      name: 'a length too great',
      file: Buffer.concat([page(1), page(2, undefined, { 'Content-Length': '99' }), page(3)]),
      expected: '1 -length-wrong 3',
    },
    {
      name: 'a length beyond the end',
      file: Buffer.concat([page(1), page(2, undefined, { 'Content-Length': '9999' })]),
      expected: '1 -cut-off',
    },
    {
      name: 'a header without end',
      file: Buffer.concat([page(1), Buffer.from(`WARC/1.1\r\nX: ${'x'.repeat(100_000)}`), page(3)]),
      expected: '1 -no-record',
    },
  ])('$name', async ({ file, expected }) => {
    expect(brief(await read(file))).toBe(expected)
  })

  test('one beyond the limit', async () => {
    const limits = { recordBytesMax: 10_000, headerBytesMax: 1_000 }
    const large = page(2, `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(50_000)}`)
    expect(brief(await read(Buffer.concat([page(1), large, page(3)]), limits))).toBe('1 -over-limit 3')
    expect(brief(await read(gz([page(1), large, page(3)]), limits))).toBe('1 -over-limit 3')
  })
})
