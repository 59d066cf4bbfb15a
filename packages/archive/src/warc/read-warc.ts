import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type ByteReader, byteReader } from './byte-reader.ts'
import { isAtMember, skipToMember, unpackMember } from './gzip-members.ts'
import { headersOf } from './http-message.ts'
import { documentOf, type RawRecord, type WarcRecord } from './warc-record.ts'

export type WarcLimits = {
  /** Of a record's block, and of a page after its encodings are taken off. */
  readonly recordBytesMax: number
  readonly headerBytesMax: number
}

export const WARC_LIMITS: WarcLimits = { recordBytesMax: 32 * 1024 * 1024, headerBytesMax: 64 * 1024 }

const SEARCH_BYTES = 1024 * 1024
const RECORD_START = /(^|\n)WARC\/1\.\d\r?\n/

/**
 * Reads a WARC file (1.0 or 1.1; plain, or gzip with a member a record or one for all) record by record, in flat memory.
 *
 * Every record comes out, as a document or as skipped with a reason. A broken one is skipped, and reading goes on at the next:
 * the reader of npm's warcio ends without a word at the first member it cannot unpack.
 *
 * @see https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
 */
export async function* readWarc(
  stream: AsyncIterable<Uint8Array>,
  limits: WarcLimits = WARC_LIMITS,
): AsyncGenerator<WarcRecord> {
  const reader = byteReader(stream[Symbol.asyncIterator]())
  if (!(await isAtMember(reader))) return yield* readRecords(reader, 0, limits)
  let isLost = false
  while ((await reader.peek(1)).length > 0) {
    const { offset } = reader
    const member = await unpackMember(reader, limits.recordBytesMax + limits.headerBytesMax)
    if (member.kind === 'unpacked' && !(isLost && !isRecordStart(member.bytes))) {
      isLost = false
      yield* readRecords(byteReader(once(member.bytes)), offset, limits)
    } else if (member.kind === 'too-large' && !isLost) {
      // Either one member for the whole file, or a record beyond all bounds: unpacked in a stream, each is read past.
      return yield* readRecords(byteReader(gunzipped(reader)), offset, limits)
    } else {
      if (!isLost) yield skipped('gzip-broken', member.kind === 'broken' ? member.detail : '', offset)
      isLost = true
      if (!(await skipToMember(reader))) return
    }
  }
}

/** @param base where in the file these bytes begin: for messages only. */
async function* readRecords(reader: ByteReader, base: number, limits: WarcLimits): AsyncGenerator<WarcRecord> {
  try {
    while (await skipNewlines(reader)) {
      const offset = base + reader.offset
      const header = await readHeader(reader, limits)
      if (header === null) {
        yield skipped('no-record', 'bytes that do not begin a record', offset)
        await skipToRecord(reader)
        continue
      }
      yield await readBlock(reader, { ...header, offset }, limits)
    }
  } catch (error) {
    if (!isZlibError(error)) throw error
    yield skipped('gzip-broken', error.code, base + reader.offset)
  }
}

type Header = Omit<RawRecord, 'block'> & { readonly headerBytes: number; readonly blockBytes: number }

async function readHeader(reader: ByteReader, { headerBytesMax }: WarcLimits): Promise<Omit<Header, 'offset'> | null> {
  let window = await reader.peek(4096)
  if (!isRecordStart(window)) return null
  let end = /\r?\n\r?\n/.exec(window.toString('latin1', 0, 4096))
  if (end === null) {
    window = await reader.peek(headerBytesMax)
    end = /\r?\n\r?\n/.exec(window.toString('latin1', 0, headerBytesMax))
  }
  if (end === null) return null
  // Header fields are UTF-8 in WARC, unlike in HTTP.
  const fields = new Map(
    headersOf(window.toString('utf8', 0, end.index).split(/\r?\n/).slice(1)).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  )
  const length = fields.get('content-length') ?? ''
  if (!/^\d{1,15}$/.test(length)) return null
  return { fields, headerBytes: end.index + end[0].length, blockBytes: Number(length) }
}

async function readBlock(reader: ByteReader, header: Header, limits: WarcLimits): Promise<WarcRecord> {
  const { offset, headerBytes, blockBytes } = header
  reader.skip(headerBytes)
  const url = header.fields.get('warc-target-uri') ?? null
  if (blockBytes > limits.recordBytesMax) {
    await reader.discard(blockBytes)
    return skipped('over-limit', `${blockBytes} bytes; at most ${limits.recordBytesMax}`, offset, url)
  }
  const window = await reader.peek(blockBytes + 16)
  if (window.length < blockBytes) {
    reader.skip(window.length)
    return skipped('cut-off', `${window.length} of ${blockBytes} bytes`, offset, url)
  }
  const behind = window.toString('latin1', blockBytes, blockBytes + 16)
  if (!/^(\r\n\r\n|[\r\n]*(WARC\/|$))/.test(behind)) {
    const next = window.indexOf('\nWARC/1.')
    if (next === -1) await skipToRecord(reader)
    else reader.skip(next + 1)
    return skipped('length-wrong', `no record behind the ${blockBytes} bytes of its Content-Length`, offset, url)
  }
  const block = Buffer.from(window.subarray(0, blockBytes))
  reader.skip(blockBytes)
  return await documentOf({ fields: header.fields, block, offset }, limits.recordBytesMax)
}

async function skipNewlines(reader: ByteReader): Promise<boolean> {
  while (true) {
    const [next] = await reader.peek(1)
    if (next !== 0x0d && next !== 0x0a) return next !== undefined
    reader.skip(1)
  }
}

/** Skips at least one byte and stops at the next line that begins a record, or at the end. */
async function skipToRecord(reader: ByteReader): Promise<void> {
  reader.skip(1)
  while (true) {
    const window = await reader.peek(SEARCH_BYTES)
    const found = RECORD_START.exec(window.toString('latin1'))
    if (found !== null) return reader.skip(found.index + found[1]!.length)
    // A start may lie across the end of the window.
    reader.skip(window.length < SEARCH_BYTES ? window.length : window.length - 16)
    if (window.length < SEARCH_BYTES) return
  }
}

function isRecordStart(bytes: Buffer): boolean {
  return /^[\r\n]*WARC\/\d/.test(bytes.toString('latin1', 0, 32))
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** All that is left, unpacked through all its members. */
async function* gunzipped(reader: ByteReader): AsyncGenerator<Buffer> {
  async function* rest(): AsyncGenerator<Buffer> {
    for (let piece = await reader.take(65_536); piece.length > 0; piece = await reader.take(65_536)) yield piece
  }
  const unpacked = createGunzip()
  pipeline(Readable.from(rest()), unpacked, () => {}) // an error comes out of the iteration below
  yield* unpacked as AsyncIterable<Buffer>
}

function isZlibError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && /^Z_|^ERR_ZLIB/.test(String(error.code))
}

function skipped(reason: string, detail: string, offset: number, url: string | null = null): WarcRecord {
  return { kind: 'skipped', url, reason, detail, offset }
}
