import { randomFillSync } from 'node:crypto'

export const SALT_BYTES = 16
/** One call of the system for so many salts. */
const POOL_SALTS = 512
const UTF8_BYTES_PER_UNIT_MAX = 3

const salts = Buffer.alloc(SALT_BYTES * POOL_SALTS)
let nextSalt = salts.length

const encoder = new TextEncoder()
/** How long a body is in UTF-8 shows when it is written: here, where there is room for most. */
const draft = Buffer.allocUnsafeSlow(1 << 20)

/**
 * Random bytes that no two bodies share, and the body in UTF-8 behind them: without the salt, a short text could be guessed
 * from its hash.
 *
 * @returns good until the next call.
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
  return buffer.subarray(0, SALT_BYTES + written)
}
