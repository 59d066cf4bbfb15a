/**
 * An array in Postgres's binary form (`array_recv`), made element by element: int32 dimensions, has-null flag, element type,
 * length, lower bound; then every element as its length (-1: null) and bytes. As text, every quote in a JSON body would be
 * escaped here and again unescaped there.
 *
 * @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/utils/adt/arrayfuncs.c array_recv
 */
export type BinaryArray = {
  /** Of the array, in Postgres. */
  readonly typeOid: number
  addText(value: string | null): void
  addBytes(value: Uint8Array): void
  /** A byte a character. */
  addLatin1(value: string): void
  /** Bytes in hex. */
  addHex(value: string): void
  addUuid(value: string): void
  addInt2(value: number): void
  addInt4(value: number): void
  /** @param value ISO 8601. */
  addTimestamp(value: string | null): void
  /** The array as it is sent. Good until the next `clear`. */
  finish(): Buffer
  /** Leaves an empty array, and the memory for the next. */
  clear(): void
}

/** Of an element, and of an array of them. */
const TYPES = {
  bytea: { oid: 17, arrayOid: 1001 },
  int2: { oid: 21, arrayOid: 1005 },
  int4: { oid: 23, arrayOid: 1007 },
  text: { oid: 25, arrayOid: 1009 },
  timestamptz: { oid: 1184, arrayOid: 1185 },
  uuid: { oid: 2950, arrayOid: 2951 },
} as const

const HEADER_BYTES = 20
const LENGTH_BYTES = 4
const UUID_BYTES = 16
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
    typeOid: TYPES[type].arrayOid,
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
    addLatin1(value) {
      const from = start(value.length)
      buffer.write(value, from, 'latin1')
    },
    addHex(value) {
      const from = start(value.length / 2)
      buffer.write(value, from, 'hex')
    },
    addUuid(value) {
      const from = start(UUID_BYTES)
      buffer.write(value.replaceAll('-', ''), from, 'hex')
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
      buffer.writeInt32BE(TYPES[type].oid, 8)
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

/** A value of a composite type in Postgres's binary form (`record_recv`), whose columns are arrays. */
export type BinaryRecord = {
  /** Clears the columns. */
  clear(): void
  /** The value as it is sent. Good until the next `finish`. */
  finish(): Buffer
}

/** @param columns as the type has them. */
export function createBinaryRecord(columns: readonly BinaryArray[]): BinaryRecord {
  let buffer = Buffer.allocUnsafeSlow(START_BYTES)
  return {
    clear() {
      for (const column of columns) column.clear()
      if (buffer.length > KEPT_BYTES_MAX) buffer = Buffer.allocUnsafeSlow(START_BYTES)
    },
    finish() {
      const values = columns.map((column) => column.finish())
      const bytes = values.reduce((sum, value) => sum + 2 * LENGTH_BYTES + value.length, LENGTH_BYTES)
      if (bytes > buffer.length) buffer = Buffer.allocUnsafeSlow(2 * bytes)
      let at = buffer.writeInt32BE(columns.length, 0)
      for (const [index, value] of values.entries()) {
        at = buffer.writeInt32BE(columns[index]!.typeOid, at)
        at = buffer.writeInt32BE(value.length, at)
        buffer.set(value, at)
        at += value.length
      }
      return buffer.subarray(0, at)
    },
  }
}
