import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { FetchFailure } from '../fetch-reasons.ts'

const { constants } = zlib
const gunzip = promisify(zlib.gunzip)
const inflate = promisify(zlib.inflate)
const inflateRaw = promisify(zlib.inflateRaw)
const brotliDecompress = promisify(zlib.brotliDecompress)
const zstdDecompress = promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress)

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

async function decodeOne(body: Buffer, coding: string, maxOutputLength: number): Promise<Buffer | null> {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush, ZSTD_d_windowLogMax } = constants
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return await gunzip(body, { finishFlush: Z_SYNC_FLUSH, maxOutputLength })
    case 'deflate':
      // The zlib format by the standard, bare deflate by what servers send: 8 in the low nibble tells the first.
      return await ((body[0]! & 0x0f) === 0x08 ? inflate : inflateRaw)(body, {
        finishFlush: Z_SYNC_FLUSH,
        maxOutputLength,
      })
    case 'br':
      return await brotliDecompress(body, { finishFlush: BROTLI_OPERATION_FLUSH, maxOutputLength })
    case 'zstd':
      return await zstdDecompress(body, {
        finishFlush: ZSTD_e_flush,
        maxOutputLength,
        params: { [ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG_MAX },
      })
    default:
      return null
  }
}
