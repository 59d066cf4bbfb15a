/**
 * An array in Postgres's binary form (`array_recv`), made element by element: int32 dimensions, has-null flag, element type,
 * length, lower bound; then every element as its length (-1: null) and bytes. An element that is a record (`record_recv`) begins
 * with the number of its fields, and each field with its type. As text, every quote in a JSON body would be escaped here and
 * again unescaped there.
 *
 * @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/utils/adt/arrayfuncs.c array_recv
 * @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/utils/adt/rowtypes.c record_recv
 */
export type BinaryArray = {
  /** Leaves an empty array, and the memory for the next. */
  clear(): void
  /** In an array of records: what is added from here on is a field of this one. */
  addRecord(fields: number): void
  addText(value: string): void
  /** Bytes of a text in UTF-8, a byte a character. */
  addUtf8(value: string): void
  /** A byte a character. */
  addBytes(value: string): void
  /** Bytes in hex. */
  addHex(value: string): void
  addUuid(value: string): void
  addInt2(value: number): void
  addInt4(value: number | null): void
  /** @param value ISO 8601. */
  addTimestamp(value: string | null): void
  /** @param typeOid of an element, in Postgres. @returns the array as it is sent, good until the next `clear`. */
  finish(typeOid: number): Buffer
}

/** As in Postgres's catalog. */
export const TYPE_OIDS = { bytea: 17, int2: 21, int4: 23, text: 25, timestamptz: 1184, uuid: 2950 } as const

const HEADER_BYTES = 20
const INT_BYTES = 4
const UUID_BYTES = 16
const NULL_LENGTH = -1
const UTF8_BYTES_PER_UNIT_MAX = 3
/** Postgres counts microseconds from here. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)
const START_BYTES = 1_024
/** One huge array is not kept for the sake of the next. */
const KEPT_BYTES_MAX = 4_000_000
const NO_RECORD = -1

/** To be used again and again: the memory stays, for a new buffer each time would have the collector run all the time. */
export function createBinaryArray(): BinaryArray {
  let buffer = Buffer.allocUnsafeSlow(START_BYTES)
  let at = HEADER_BYTES
  let count = 0
  let record = NO_RECORD

  function makeRoom(bytes: number): void {
    if (at + bytes <= buffer.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(at + bytes, 2 * buffer.length))
    buffer.copy(larger, 0, 0, at)
    buffer = larger
  }

  /** Makes room for a value, which may be in another buffer than before, and writes its length. @returns where its bytes go. */
  function start(oid: number, length: number, room = length): number {
    makeRoom(2 * INT_BYTES + room)
    if (record === NO_RECORD) count++
    else at = buffer.writeInt32BE(oid, at)
    const from = buffer.writeInt32BE(length, at)
    at = from + Math.max(length, 0)
    return from
  }

  function endRecord(): void {
    if (record !== NO_RECORD) buffer.writeInt32BE(at - record - INT_BYTES, record)
  }

  return {
    clear() {
      at = HEADER_BYTES
      count = 0
      record = NO_RECORD
      if (buffer.length > KEPT_BYTES_MAX) buffer = Buffer.allocUnsafeSlow(START_BYTES)
    },
    addRecord(fields) {
      endRecord()
      makeRoom(2 * INT_BYTES)
      record = at
      count++
      at = buffer.writeInt32BE(fields, at + INT_BYTES)
    },
    addText(value) {
      const from = start(TYPE_OIDS.text, 0, value.length * UTF8_BYTES_PER_UNIT_MAX)
      const length = buffer.write(value, from)
      buffer.writeInt32BE(length, from - INT_BYTES)
      at = from + length
    },
    addUtf8(value) {
      const from = start(TYPE_OIDS.text, value.length)
      buffer.write(value, from, 'latin1')
    },
    addBytes(value) {
      const from = start(TYPE_OIDS.bytea, value.length)
      buffer.write(value, from, 'latin1')
    },
    addHex(value) {
      const from = start(TYPE_OIDS.bytea, value.length / 2)
      buffer.write(value, from, 'hex')
    },
    addUuid(value) {
      const from = start(TYPE_OIDS.uuid, UUID_BYTES)
      buffer.write(value.replaceAll('-', ''), from, 'hex')
    },
    addInt2(value) {
      const from = start(TYPE_OIDS.int2, 2)
      buffer.writeInt16BE(value, from)
    },
    addInt4(value) {
      if (value === null) return void start(TYPE_OIDS.int4, NULL_LENGTH, 0)
      const from = start(TYPE_OIDS.int4, INT_BYTES)
      buffer.writeInt32BE(value, from)
    },
    addTimestamp(value) {
      if (value === null) return void start(TYPE_OIDS.timestamptz, NULL_LENGTH, 0)
      const from = start(TYPE_OIDS.timestamptz, 8)
      buffer.writeBigInt64BE(BigInt(Date.parse(value) - POSTGRES_EPOCH_MS) * 1000n, from)
    },
    finish(typeOid) {
      endRecord()
      buffer.writeInt32BE(1, 0)
      buffer.writeInt32BE(0, 4) // no element is null
      buffer.writeInt32BE(typeOid, 8)
      buffer.writeInt32BE(count, 12)
      buffer.writeInt32BE(1, 16)
      return buffer.subarray(0, at)
    },
  }
}
