import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { ByteReader } from './byte-reader.ts'

type Unpacked = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }
const inflateRaw = promisify(zlib.inflateRaw) as unknown as (
  input: Buffer,
  options: zlib.ZlibOptions,
) => Promise<Unpacked>

/** Most members are read at the first try; larger ones are tried again with a window of four times the size. */
const WINDOW_BYTES_MIN = 256 * 1024
const WINDOW_FACTOR = 4
const HEADER_BYTES_MIN = 10
const TRAILER_BYTES = 8
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08])

const FLAG_HEADER_CRC = 2
const FLAG_EXTRA = 4
const FLAG_NAME = 8
const FLAG_COMMENT = 16

export type Member =
  | { readonly kind: 'unpacked'; readonly bytes: Buffer }
  | { readonly kind: 'broken'; readonly detail: string }
  | { readonly kind: 'too-large' }

/** True if the next bytes begin a gzip member. */
export async function isAtMember(reader: ByteReader): Promise<boolean> {
  return (await reader.peek(MAGIC.length)).subarray(0, MAGIC.length).equals(MAGIC)
}

/** Skips at least one byte and stops at what looks like the next member. @returns false at the end of the stream. */
export async function skipToMember(reader: ByteReader): Promise<boolean> {
  reader.skip(1)
  while (true) {
    const window = await reader.peek(WINDOW_BYTES_MIN)
    const found = window.indexOf(MAGIC)
    reader.skip(found === -1 ? Math.max(1, window.length - MAGIC.length + 1) : found)
    if (found !== -1) return true
    if (window.length < MAGIC.length) return false
  }
}

/**
 * Unpacks the one member that begins here and stops behind it. node:zlib's own gunzip runs on into the next one; but a WARC
 * file has a member a record, and that is what lets a reader go on behind a broken one.
 *
 * A member that is broken or too large is left where it is.
 *
 * @param bytesMax packed as well as unpacked.
 */
export async function unpackMember(reader: ByteReader, bytesMax: number): Promise<Member> {
  for (let windowBytes = WINDOW_BYTES_MIN; ; windowBytes *= WINDOW_FACTOR) {
    const window = await reader.peek(windowBytes)
    const start = headerBytes(window)
    if (start === null) return { kind: 'broken', detail: 'header' }
    try {
      const { buffer, engine } = await inflateRaw(window.subarray(start), { info: true, maxOutputLength: bytesMax })
      const end = start + engine.bytesWritten
      if (window.length >= end + TRAILER_BYTES) {
        const isWhole =
          window.readUInt32LE(end) === zlib.crc32(buffer) && window.readUInt32LE(end + 4) === buffer.length
        if (!isWhole) return { kind: 'broken', detail: 'checksum differs' }
        reader.skip(end + TRAILER_BYTES)
        return { kind: 'unpacked', bytes: buffer }
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'too-large' }
      if (code !== 'Z_BUF_ERROR') return { kind: 'broken', detail: code }
    }
    // All there is was in the window, or more of it than a member may have.
    if (window.length < windowBytes) return { kind: 'broken', detail: 'cut off' }
    if (windowBytes >= bytesMax) return { kind: 'too-large' }
  }
}

/** Length of the header by RFC 1952; null: there is no whole one. */
function headerBytes(window: Buffer): number | null {
  if (window.length < HEADER_BYTES_MIN || !window.subarray(0, MAGIC.length).equals(MAGIC)) return null
  const flags = window[3]!
  let at = HEADER_BYTES_MIN
  if (flags & FLAG_EXTRA) {
    if (window.length < at + 2) return null
    at += 2 + window.readUInt16LE(at)
  }
  for (const flag of [FLAG_NAME, FLAG_COMMENT]) {
    if (!(flags & flag)) continue
    const end = window.indexOf(0, at)
    if (end === -1) return null
    at = end + 1
  }
  if (flags & FLAG_HEADER_CRC) at += 2
  return at < window.length ? at : null
}
