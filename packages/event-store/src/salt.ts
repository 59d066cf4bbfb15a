import { randomFillSync } from 'node:crypto'

export const SALT_BYTES = 16
/** One call of the system for so many salts. */
const POOL_SALTS = 512

let pool = Buffer.alloc(0)

/** Random bytes that no two bodies share. */
export function drawSalt(): Uint8Array {
  if (pool.length === 0) pool = randomFillSync(Buffer.allocUnsafeSlow(SALT_BYTES * POOL_SALTS))
  const salt = pool.subarray(0, SALT_BYTES)
  pool = pool.subarray(SALT_BYTES)
  return salt
}
