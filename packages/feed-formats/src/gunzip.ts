import { Gunzip } from 'fflate'

/** Small pieces, so that a bomb is noticed before it has grown much over the limit. */
const PIECE_BYTES = 16_384
/** Files are sometimes packed twice: by hand and by the server. */
const LAYERS_MAX = 2

/**
 * Undoes gzip where the bytes are gzip, whatever they are called.
 *
 * @returns the bytes themselves if they are not gzip; null: broken from the start, or more than `bytesMax` unpacked.
 */
export function gunzip(bytes: Uint8Array, bytesMax: number): Uint8Array | null {
  let current: Uint8Array | null = bytes
  for (let layer = 0; layer < LAYERS_MAX && current !== null && isGzip(current); layer++)
    current = unpack(current, bytesMax)
  return current
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

function unpack(packed: Uint8Array, bytesMax: number): Uint8Array | null {
  const pieces: Uint8Array[] = []
  let bytes = 0
  const stream = new Gunzip((piece) => {
    pieces.push(piece)
    bytes += piece.length
  })
  try {
    for (let at = 0; at < packed.length; at += PIECE_BYTES) {
      stream.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length)
      if (bytes > bytesMax) return null
    }
  } catch {
    // A cut archive: what came out of it is still good.
  }
  if (bytes === 0) return null
  const whole = new Uint8Array(bytes)
  let end = 0
  for (const piece of pieces) {
    whole.set(piece, end)
    end += piece.length
  }
  return whole
}
