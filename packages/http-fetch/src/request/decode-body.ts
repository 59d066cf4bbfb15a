import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { FetchFailure } from '../fetch-reasons.ts'

const { constants } = zlib
const gunzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip)
const inflate = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate)
const inflateRaw = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw)
const brotliDecompress = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)
const zstdDecompress = promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress)

/** Of unpacked pieces: four times Node's default, which suits pages. */
const CHUNK_BYTES = 64 * 1024

/**
 * A body of usual size is unpacked at once, in about a millisecond and half the CPU time; larger ones, and those that come out
 * larger than RATIO_FREE_BYTES, go to another thread.
 */
const AT_ONCE_BYTES_MAX = 64 * 1024

/** Offered by ACCEPT_ENCODING, newest last; one body may carry some of them one over the other. */
const CODINGS_MAX = 3
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd'

/** Small bodies may unpack to this much at any ratio: a page of blanks is no bomb. */
export const RATIO_FREE_BYTES = 1024 * 1024

/** Window of 8 MiB, as RFC 9659 bounds zstd in HTTP: a frame that asks for more memory is refused. */
const ZSTD_WINDOW_LOG_MAX = 23

type Limits = { readonly bodyBytesMax: number; readonly compressionRatioMax: number }

/**
 * Takes the Content-Encoding off a body. What would unpack to more than the limits is never unpacked beyond them.
 *
 * As in browsers, a stream that ends without its trailer gives what came.
 *
 * @param contentEncoding the header, or null: several codings are listed in the order they were applied.
 */
export async function decodeBody(
  body: Buffer,
  contentEncoding: string | null,
  limits: Limits,
): Promise<Buffer | FetchFailure> {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'none')
  if (codings.length > CODINGS_MAX) return { reason: 'body-encoding', detail: `${codings.length} codings` }
  let decoded = body
  for (const coding of codings.reverse()) {
    if (decoded.length === 0) break
    const ratioBytes = Math.max(RATIO_FREE_BYTES, body.length * limits.compressionRatioMax)
    const maxOutputLength = Math.min(limits.bodyBytesMax, ratioBytes)
    try {
      const next = await decodeOne(decoded, coding, maxOutputLength)
      if (next === null) return { reason: 'body-encoding', detail: `unknown: ${coding.slice(0, 40)}` }
      decoded = next
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      if (code !== 'ERR_BUFFER_TOO_LARGE') return { reason: 'body-encoding', detail: `${coding}: ${code}` }
      const detail = `${body.length} bytes unpack to more than ${maxOutputLength}`
      return { reason: ratioBytes < limits.bodyBytesMax ? 'body-ratio' : 'body-too-large', detail }
    }
  }
  return decoded
}

type Decode = (body: Buffer, options: object) => Buffer
type Decoder = {
  readonly now: Decode
  readonly aside: (body: Buffer, options: object) => Promise<Buffer>
  readonly options: object
}

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush, ZSTD_d_windowLogMax } = constants
const deflateOptions = { finishFlush: Z_SYNC_FLUSH, chunkSize: CHUNK_BYTES }
const GZIP: Decoder = { now: zlib.gunzipSync, aside: gunzip, options: deflateOptions }
const ZLIB: Decoder = { now: zlib.inflateSync, aside: inflate, options: deflateOptions }
const RAW: Decoder = { now: zlib.inflateRawSync, aside: inflateRaw, options: deflateOptions }
const BROTLI: Decoder = {
  now: zlib.brotliDecompressSync,
  aside: brotliDecompress,
  options: { finishFlush: BROTLI_OPERATION_FLUSH, chunkSize: CHUNK_BYTES },
}
const ZSTD: Decoder = {
  now: zlib.zstdDecompressSync,
  aside: zstdDecompress,
  options: {
    finishFlush: ZSTD_e_flush,
    chunkSize: CHUNK_BYTES,
    params: { [ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG_MAX },
  },
}

function decoderOf(coding: string, body: Buffer): Decoder | null {
  if (coding === 'gzip' || coding === 'x-gzip') return GZIP
  // The zlib format by the standard, bare deflate by what servers send: 8 in the low nibble tells the first.
  if (coding === 'deflate') return (body[0]! & 0x0f) === 0x08 ? ZLIB : RAW
  if (coding === 'br') return BROTLI
  return coding === 'zstd' ? ZSTD : null
}

async function decodeOne(body: Buffer, coding: string, maxOutputLength: number): Promise<Buffer | null> {
  const decoder = decoderOf(coding, body)
  if (decoder === null) return null
  if (body.length <= AT_ONCE_BYTES_MAX) {
    try {
      return decoder.now(body, { ...decoder.options, maxOutputLength: Math.min(maxOutputLength, RATIO_FREE_BYTES) })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw error
    }
  }
  return await decoder.aside(body, { ...decoder.options, maxOutputLength })
}
