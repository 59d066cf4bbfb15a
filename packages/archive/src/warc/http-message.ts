import { promisify } from 'node:util'
import zlib from 'node:zlib'

const gunzip = promisify(zlib.gunzip)
const inflate = promisify(zlib.inflate)
const brotliDecompress = promisify(zlib.brotliDecompress)
const zstdDecompress = promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress)

const HEAD_BYTES_MAX = 256 * 1024

export type HttpMessage = {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Transfer and content encoding taken off. */
  readonly body: Buffer
}

/**
 * Reads an HTTP response as archived. Crawlers differ in whether they keep the encodings of the wire and the headers that name
 * them: an encoding that the bytes do not follow is taken as already taken off.
 *
 * @returns null if it has no status line, or unpacks to more than `bodyBytesMax`.
 */
export async function readHttpMessage(block: Buffer, bodyBytesMax: number): Promise<HttpMessage | null> {
  const head = headOf(block)
  if (head === null) return null
  const { lines, bodyAt } = head
  const status = /^HTTP\/[\d.]+ +(\d{3})/.exec(lines[0] ?? '')?.[1]
  if (status === undefined) return null
  const headers = headersOf(lines.slice(1))
  const header = (name: string) => headers.find(([field]) => field.toLowerCase() === name)?.[1].toLowerCase() ?? ''
  let body = block.subarray(bodyAt)
  if (header('transfer-encoding').includes('chunked')) body = withoutChunks(body) ?? body
  for (const coding of header('content-encoding').split(',').reverse()) {
    const unpacked = await unpack(body, coding.trim(), bodyBytesMax)
    if (unpacked === 'too-large') return null
    body = unpacked ?? body
  }
  return body.length > bodyBytesMax ? null : { status: Number(status), headers, body }
}

/** Header lines up to the empty one, with CRLF or LF; octets as characters. */
function headOf(block: Buffer): { lines: string[]; bodyAt: number } | null {
  const window = block.subarray(0, HEAD_BYTES_MAX)
  const ends = ['\r\n\r\n', '\n\n'].map((end) => ({ at: window.indexOf(end), bytes: end.length }))
  const [end] = ends.filter(({ at }) => at !== -1).sort((a, b) => a.at - b.at)
  if (end === undefined) return null
  return { lines: window.toString('latin1', 0, end.at).split(/\r?\n/), bodyAt: end.at + end.bytes }
}

/** `Name: value` lines; a line that begins with a space goes on with the one before. */
export function headersOf(lines: readonly string[]): [name: string, value: string][] {
  const headers: [string, string][] = []
  for (const line of lines) {
    const last = headers.at(-1)
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line)) {
      if (last !== undefined) last[1] += ` ${line.trim()}`
    } else if (colon > 0) {
      headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()])
    }
  }
  return headers
}

/** Null if these bytes are not chunks from end to end. */
function withoutChunks(body: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  for (let at = 0; ; ) {
    const lineEnd = body.indexOf('\r\n', at)
    const size = lineEnd === -1 ? null : /^ *([0-9a-f]{1,8}) *(;|$)/i.exec(body.toString('latin1', at, lineEnd))?.[1]
    if (size == null) return null
    const bytes = Number.parseInt(size, 16)
    if (bytes === 0) return Buffer.concat(chunks)
    const start = lineEnd + 2
    if (start + bytes > body.length) return null
    chunks.push(body.subarray(start, start + bytes))
    at = start + bytes + 2
  }
}

async function unpack(body: Buffer, coding: string, maxOutputLength: number): Promise<Buffer | 'too-large' | null> {
  try {
    if (coding === 'gzip' || coding === 'x-gzip') return await gunzip(body, { maxOutputLength })
    if (coding === 'deflate') return await inflate(body, { maxOutputLength })
    if (coding === 'br') return await brotliDecompress(body, { maxOutputLength })
    if (coding === 'zstd') return await zstdDecompress(body, { maxOutputLength })
    return null
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null
  }
}
