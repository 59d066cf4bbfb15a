/**
 * An array in Postgres's binary form (`array_recv`), made element by element: int32 dimensions, has-null flag, element type,
 * length, lower bound; then every element as its length (-1: null) and bytes. As text, every quote in a JSON body would be
 * escaped here and again unescaped there.
 *
 * @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/utils/adt/arrayfuncs.c array_recv
 */
export type BinaryArray = {
  addText(value: string | null): void
  addBytes(value: Uint8Array): void
  /** Bytes in hex; hyphens, as in a uuid, are passed by. */
  addHex(value: string): void
  addInt2(value: number): void
  addInt4(value: number): void
  /** @param value ISO 8601. */
  addTimestamp(value: string | null): void
  /** The array as it is sent. Good until the next `clear`. */
  finish(): Buffer
  /** Leaves an empty array, and the memory for the next. */
  clear(): void
}

const TYPES = { bytea: 17, int2: 21, int4: 23, text: 25, timestamptz: 1184, uuid: 2950 } as const

const HEADER_BYTES = 20
const LENGTH_BYTES = 4
const NULL_LENGTH = -1
const UTF8_BYTES_PER_UNIT_MAX = 3
/** Postgres counts microseconds from here. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)
const START_BYTES = 1_024
/** One huge array is not kept for the sake of the next. */
const KEPT_BYTES_MAX = 4_000_000

/** To be used again and again: the memory stays, for a new buffer each time would have the collector run all the time. */
export function createBinaryArray(type: keyof typeof TYPES): BinaryArray {
  let buffer = Buffer.allocUnsafeSlow(START_BYTES)
  let at = HEADER_BYTES
  let count = 0

  /** Makes room for an element, which may be in another buffer than before, and writes its length. @returns where its bytes go. */
  function start(length: number, room = length): number {
    const end = at + LENGTH_BYTES + room
    if (end > buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(end, 2 * buffer.length))
      buffer.copy(larger, 0, 0, at)
      buffer = larger
    }
    buffer.writeInt32BE(length, at)
    const from = at + LENGTH_BYTES
    at = from + Math.max(length, 0)
    count++
    return from
  }

  return {
    addText(value) {
      if (value === null) return void start(NULL_LENGTH, 0)
      const from = start(0, value.length * UTF8_BYTES_PER_UNIT_MAX)
      const length = buffer.write(value, from)
      buffer.writeInt32BE(length, from - LENGTH_BYTES)
      at = from + length
    },
    addBytes(value) {
      const from = start(value.length)
      buffer.set(value, from)
    },
    addHex(value) {
      const hex = value.replaceAll('-', '')
      const from = start(hex.length / 2)
      buffer.write(hex, from, 'hex')
    },
    addInt2(value) {
      const from = start(2)
      buffer.writeInt16BE(value, from)
    },
    addInt4(value) {
      const from = start(4)
      buffer.writeInt32BE(value, from)
    },
    addTimestamp(value) {
      if (value === null) return void start(NULL_LENGTH, 0)
      const from = start(8)
      buffer.writeBigInt64BE(BigInt(Date.parse(value) - POSTGRES_EPOCH_MS) * 1000n, from)
    },
    finish() {
      buffer.writeInt32BE(1, 0)
      buffer.writeInt32BE(1, 4) // there may be nulls
      buffer.writeInt32BE(TYPES[type], 8)
      buffer.writeInt32BE(count, 12)
      buffer.writeInt32BE(1, 16)
      return buffer.subarray(0, at)
    },
    clear() {
      at = HEADER_BYTES
      count = 0
      if (buffer.length > KEPT_BYTES_MAX) buffer = Buffer.allocUnsafeSlow(START_BYTES)
    },
  }
}
