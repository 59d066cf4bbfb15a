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
  return bytesArray(TYPE_BYTEA, values)
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

export function int4Array(values: readonly (number | null)[]): Buffer {
  const bytes = values.reduce<number>((sum, value) => sum + (value === null ? 4 : 8), HEADER_BYTES)
  const buffer = startArray(TYPE_INT4, values.length, bytes)
  let at = HEADER_BYTES
  for (const value of values) {
    buffer.writeInt32BE(value === null ? NULL_LENGTH : 4, at)
    if (value !== null) buffer.writeInt32BE(value, at + 4)
    at += value === null ? 4 : 8
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

function bytesArray(type: number, values: readonly Uint8Array[]): Buffer {
  const bytes = values.reduce((sum, value) => sum + 4 + value.length, HEADER_BYTES)
  const buffer = startArray(type, values.length, bytes)
  let at = HEADER_BYTES
  for (const value of values) {
    buffer.writeInt32BE(value.length, at)
    buffer.set(value, at + 4)
    at += 4 + value.length
  }
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
