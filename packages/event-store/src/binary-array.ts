/**
 * Arrays in Postgres's binary form (`array_recv`): int32 dimensions, has-null flag, element type, length, lower bound; then
 * every element as its length (-1: null) and bytes. As text, every quote in a JSON body would be escaped here and again
 * unescaped there.
 *
 * @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/utils/adt/arrayfuncs.c array_recv
 */
const HEADER_BYTES = 20
const NULL_LENGTH = -1

const TYPE_BYTEA = 17
const TYPE_INT2 = 21
const TYPE_INT4 = 23
const TYPE_TEXT = 25
const TYPE_TIMESTAMPTZ = 1184
const TYPE_UUID = 2950

export function textArray(values: readonly (string | null)[]): Buffer {
  let bytes = HEADER_BYTES
  for (const value of values) bytes += 4 + (value === null ? 0 : Buffer.byteLength(value))
  const buffer = startArray(TYPE_TEXT, values.length, bytes)
  let at = HEADER_BYTES
  for (const value of values) {
    const length = value === null ? NULL_LENGTH : buffer.write(value, at + 4)
    buffer.writeInt32BE(length, at)
    at += 4 + Math.max(length, 0)
  }
  return buffer
}

export function byteaArray(values: readonly Uint8Array[]): Buffer {
  const bytes = values.reduce((sum, value) => sum + 4 + value.length, HEADER_BYTES)
  const buffer = startArray(TYPE_BYTEA, values.length, bytes)
  let at = HEADER_BYTES
  for (const value of values) {
    buffer.writeInt32BE(value.length, at)
    buffer.set(value, at + 4)
    at += 4 + value.length
  }
  return buffer
}

/** @param values uuids as text, with hyphens. */
export function uuidArray(values: readonly string[]): Buffer {
  const elementBytes = 4 + 16
  const buffer = startArray(TYPE_UUID, values.length, HEADER_BYTES + values.length * elementBytes)
  values.forEach((value, index) => {
    const at = HEADER_BYTES + index * elementBytes
    buffer.writeInt32BE(16, at)
    buffer.write(value.replaceAll('-', ''), at + 4, 'hex')
  })
  return buffer
}

export function int4Array(values: readonly number[]): Buffer {
  const buffer = startArray(TYPE_INT4, values.length, HEADER_BYTES + values.length * 8)
  values.forEach((value, index) => {
    buffer.writeInt32BE(4, HEADER_BYTES + index * 8)
    buffer.writeInt32BE(value, HEADER_BYTES + index * 8 + 4)
  })
  return buffer
}

/** Postgres counts microseconds from here. */
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)

/** @param values ISO 8601. */
export function timestampArray(values: readonly (string | null)[]): Buffer {
  const bytes = values.reduce<number>((sum, value) => sum + (value === null ? 4 : 12), HEADER_BYTES)
  const buffer = startArray(TYPE_TIMESTAMPTZ, values.length, bytes)
  let at = HEADER_BYTES
  for (const value of values) {
    buffer.writeInt32BE(value === null ? NULL_LENGTH : 8, at)
    if (value !== null) buffer.writeBigInt64BE(BigInt(Date.parse(value) - POSTGRES_EPOCH_MS) * 1000n, at + 4)
    at += value === null ? 4 : 12
  }
  return buffer
}

export function int2Array(values: readonly number[]): Buffer {
  const buffer = startArray(TYPE_INT2, values.length, HEADER_BYTES + values.length * 6)
  values.forEach((value, index) => {
    buffer.writeInt32BE(2, HEADER_BYTES + index * 6)
    buffer.writeInt16BE(value, HEADER_BYTES + index * 6 + 4)
  })
  return buffer
}

function startArray(type: number, length: number, bytes: number): Buffer {
  const buffer = Buffer.allocUnsafe(bytes)
  buffer.writeInt32BE(1, 0)
  buffer.writeInt32BE(1, 4) // there may be nulls
  buffer.writeInt32BE(type, 8)
  buffer.writeInt32BE(length, 12)
  buffer.writeInt32BE(1, 16)
  return buffer
}
