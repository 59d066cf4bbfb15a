import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { uuidV5 } from '@dateline/domain'
import type { Capture, HeaderList } from '../capture/capture.ts'

const gzip = promisify<Buffer, Buffer>(zlib.gzip)

/** They describe the bytes on the wire; the archive holds the page. Common Crawl names them so in the same case. */
const OF_THE_WIRE = /^(content-encoding|content-length|transfer-encoding)$/i
const ORIGINAL_PREFIX = 'X-Crawler-'

type Fields = readonly (readonly [name: string, value: string])[]

/** The record that begins a file. */
export async function warcInfo({ software, now }: { software: string; now: string }): Promise<Buffer> {
  const block = fieldLines([
    ['software', software],
    ['format', 'WARC File Format 1.1'],
    ['conformsTo', 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
  ])
  return await gzipped(
    'warcinfo',
    recordId(`warcinfo:${now}`),
    now,
    [['Content-Type', 'application/warc-fields']],
    block,
  )
}

/**
 * A capture as response, request, and, where redirects led to it, metadata; each a gzip member.
 *
 * The same capture gives the same bytes, always.
 *
 * @param body with the encodings of the wire taken off: Content-Length says its size, and the headers that described the wire
 *   stand beside under names that begin with X-Crawler-.
 */
export async function captureRecords(capture: Capture, body: Buffer): Promise<Buffer> {
  const { captureId, finalUrl, fetchedAt, httpStatus, redirects } = capture
  const url = new URL(finalUrl)
  const id = `<urn:uuid:${captureId}>`
  const target: Fields = [['WARC-Target-URI', finalUrl]]
  const answered: Fields = capture.serverAddress === null ? [] : [['WARC-IP-Address', capture.serverAddress]]
  const head = httpHead(`HTTP/1.1 ${httpStatus} ${STATUS_CODES[httpStatus] ?? ''}`.trimEnd(), [
    ...capture.responseHeaders.map(([name, value]): [string, string] => [
      OF_THE_WIRE.test(name) ? `${ORIGINAL_PREFIX}${name}` : name,
      value,
    ]),
    ['Content-Length', String(body.length)],
  ])
  const request = httpHead(`GET ${url.pathname}${url.search} HTTP/1.1`, capture.requestHeaders)
  const records = [
    gzipped(
      'response',
      id,
      fetchedAt,
      [
        ...target,
        ...answered,
        ['Content-Type', 'application/http; msgtype=response'],
        ['WARC-Payload-Digest', `sha256:${createHash('sha256').update(body).digest('hex')}`],
      ],
      Buffer.concat([head, body]),
    ),
    gzipped(
      'request',
      recordId(`request:${captureId}`),
      fetchedAt,
      [...target, ...answered, ['WARC-Concurrent-To', id], ['Content-Type', 'application/http; msgtype=request']],
      request,
    ),
  ]
  if (redirects.length > 0) {
    const lines = redirects.map(({ url: from, status }) => ['redirect', `${status} ${from}`] as const)
    const fields: Fields = [...target, ['WARC-Concurrent-To', id], ['Content-Type', 'application/warc-fields']]
    records.push(gzipped('metadata', recordId(`metadata:${captureId}`), fetchedAt, fields, fieldLines(lines)))
  }
  return Buffer.concat(await Promise.all(records))
}

async function gzipped(type: string, id: string, date: string, fields: Fields, block: Buffer): Promise<Buffer> {
  const header = fieldLines([
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ['WARC-Date', date],
    ...fields,
    ['Content-Length', String(block.length)],
  ])
  return await gzip(
    Buffer.concat([Buffer.from('WARC/1.1\r\n'), header, Buffer.from('\r\n'), block, Buffer.from('\r\n\r\n')]),
  )
}

function recordId(name: string): string {
  return `<urn:uuid:${uuidV5(`warc:${name}`)}>`
}

/** HTTP header fields are octets; those of HTTP/2 that begin with a colon belong to its framing. */
function httpHead(startLine: string, headers: HeaderList): Buffer {
  const kept = headers.filter(([name]) => !name.startsWith(':'))
  return Buffer.from(
    [startLine, ...kept.map(([name, value]) => `${name}: ${oneLine(value)}`), '', ''].join('\r\n'),
    'latin1',
  )
}

function fieldLines(fields: Fields): Buffer {
  return Buffer.from(fields.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join(''))
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]+/g, ' ')
}
