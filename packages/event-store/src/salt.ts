import { randomFillSync } from 'node:crypto'

export const SALT_BYTES = 16
/** One call of the system for so many salts. */
const POOL_SALTS = 512
const UTF8_BYTES_PER_UNIT_MAX = 3

const salts = Buffer.alloc(SALT_BYTES * POOL_SALTS)
let nextSalt = salts.length
const SLAB_BYTES = 1 << 18
let slab = Buffer.alloc(0)

const encoder = new TextEncoder()
/** How long a body is in UTF-8 shows when it is written: here first, where there is room for most. */
const draft = Buffer.allocUnsafeSlow(1 << 20)

/**
 * Random bytes that no two bodies share, and the body in UTF-8 behind them: without the salt, a short text could be guessed
 * from its hash.
 */
export function saltBody(body: string): Buffer {
  const bytesMax = SALT_BYTES + body.length * UTF8_BYTES_PER_UNIT_MAX
  const buffer = bytesMax <= draft.length ? draft : Buffer.allocUnsafeSlow(bytesMax)
  if (nextSalt === salts.length) {
    randomFillSync(salts)
    nextSalt = 0
  }
  salts.copy(buffer, 0, nextSalt, nextSalt + SALT_BYTES)
  nextSalt += SALT_BYTES
  const { written } = encoder.encodeInto(body, buffer.subarray(SALT_BYTES))
  return keep(buffer, SALT_BYTES + written)
}

/** A copy of its first bytes, in memory that is taken in large pieces. */
function keep(buffer: Buffer, length: number): Buffer {
  if (length > slab.length) slab = Buffer.allocUnsafeSlow(Math.max(length, SLAB_BYTES))
  const copy = slab.subarray(0, length)
  slab = slab.subarray(length)
  buffer.copy(copy, 0, 0, length)
  return copy
}
