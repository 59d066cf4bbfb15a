import type { ColumnType } from '../projection.ts'

/** Where rows are put together in the binary format of COPY; grows as needed. */
export type CopyBuffer = { bytes: Buffer; length: number }

/** https://www.postgresql.org/docs/18/sql-copy.html#SQL-COPY-FILE-FORMATS: signature, no flags, no extension. */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const NULL_LENGTH = -1
const TRAILER = -1
const TYPE_TEXT = 25
const BYTES_FIRST = 65_536
/** In UTF-8, of one UTF-16 unit. */
const BYTES_PER_CHAR_MAX = 3
const TWO_TO_32 = 2 ** 32
const QUOTE = 0x22
const BACKSLASH = 0x5c
/** Postgres counts microseconds from 2000-01-01. */
const EPOCH_MS = Date.UTC(2000, 0, 1)

/**
 * Memory of copies that have been sent, to be used again. Taken anew for each, it would lie outside the heap and outlive the young
 * generation, and for every 64 MB of that the collector goes through all there is.
 */
const sent: Buffer[] = []
const SENT_MAX = 8
/** One huge copy is not kept for the sake of the next. */
const SENT_BYTES_MAX = 16_000_000

export function openCopy(): CopyBuffer {
  const buffer = { bytes: sent.pop() ?? Buffer.allocUnsafe(BYTES_FIRST), length: HEADER.length }
  HEADER.copy(buffer.bytes)
  return buffer
}

export function beginRow(to: CopyBuffer, columns: number): void {
  int16(to, columns)
}

/** Ends it as the format wants it. */
export function closeCopy(to: CopyBuffer): CopyBuffer {
  int16(to, TRAILER)
  return to
}

/** Gives its memory back: nobody may look at it any more. */
export function reuseCopy({ bytes }: CopyBuffer): void {
  if (sent.length < SENT_MAX && bytes.length <= SENT_BYTES_MAX) sent.push(bytes)
}

/**
 * Appends one value as Postgres sends and takes the type.
 *
 * @param value as rows have it: instants as ISO strings, in the years 1 to 9999; undefined is null.
 */
export function addValue(to: CopyBuffer, type: ColumnType, value: unknown): void {
  if (value === null || value === undefined) int32(to, NULL_LENGTH)
  else if (type === 'text') text(to, value as string)
  else ADD[type](to, value as never)
}

const ADD: Readonly<Record<ColumnType, (to: CopyBuffer, value: never) => void>> = {
  text: (to, value: string) => text(to, value),
  integer(to, value: number) {
    int32(to, 4)
    int32(to, value)
  },
  bigint(to, value: number) {
    int32(to, 8)
    int64(to, value)
  },
  'double precision'(to, value: number) {
    room(to, 12)
    to.length = to.bytes.writeDoubleBE(value, to.bytes.writeInt32BE(8, to.length))
  },
  boolean(to, value: boolean) {
    room(to, 5)
    to.length = to.bytes.writeUInt8(value ? 1 : 0, to.bytes.writeInt32BE(1, to.length))
  },
  timestamptz(to, value: string) {
    int32(to, 8)
    int64(to, microsecondsOf(value))
  },
  'text[]': textArray,
  jsonb: (to, value: unknown) => text(to, JSON.stringify(value), '\x01'),
}

/** Up to here, a short loop is faster than the way into the runtime. */
const SHORT_CHARS_MAX = 64

/** With its length in front; what `prefix` says, in ASCII, counts with it. */
function text(to: CopyBuffer, value: string, prefix = ''): void {
  const start = to.length
  room(to, 4)
  to.length += 4
  if (prefix !== '') putAscii(to, prefix)
  putText(to, value)
  putInt32(to.bytes, start, to.length - start - 4)
}

/** Appends a text without its length. */
function putText(to: CopyBuffer, value: string): void {
  room(to, value.length * BYTES_PER_CHAR_MAX)
  if (!putShort(to, value, false)) to.length += to.bytes.write(value, to.length, 'utf8')
}

/** Appends a text in ASCII without its length. */
export function putAscii(to: CopyBuffer, value: string): void {
  const { length } = value
  room(to, length)
  const { bytes, length: at } = to
  for (let index = 0; index < length; index++) bytes[at + index] = value.charCodeAt(index)
  to.length += length
}

/** Appends a value as JSON, without a length. */
export function putJson(to: CopyBuffer, value: unknown): void {
  if (typeof value !== 'string') {
    putText(to, typeof value === 'object' ? JSON.stringify(value) : String(value))
    return
  }
  room(to, value.length + 2)
  to.bytes[to.length] = QUOTE
  to.length++
  if (putShort(to, value, true)) {
    to.bytes[to.length] = QUOTE
    to.length++
  } else {
    to.length--
    putText(to, JSON.stringify(value))
  }
}

/**
 * @param isJson nothing in it may need an escape.
 * @returns false, having appended nothing, if the text is long or not all ASCII.
 */
function putShort(to: CopyBuffer, value: string, isJson: boolean): boolean {
  const { length } = value
  if (length > SHORT_CHARS_MAX) return false
  const { bytes, length: at } = to
  for (let index = 0; index < length; index++) {
    const code = value.charCodeAt(index)
    if (code > 0x7f || (isJson && (code < 0x20 || code === QUOTE || code === BACKSLASH))) return false
    bytes[at + index] = code
  }
  to.length += length
  return true
}

/** Rows of one commit have their times in common. */
const microseconds = new Map<string, number>()
const INSTANTS_KEPT_MAX = 4_096

function microsecondsOf(instant: string): number {
  let found = microseconds.get(instant)
  if (found === undefined) {
    if (microseconds.size >= INSTANTS_KEPT_MAX) microseconds.clear()
    found = (Date.parse(instant) - EPOCH_MS) * 1000
    microseconds.set(instant, found)
  }
  return found
}

/** Dimensions, whether there are nulls, type, then of each dimension its length and first index. */
function textArray(to: CopyBuffer, values: readonly string[]): void {
  const start = to.length
  for (const number of [0, values.length === 0 ? 0 : 1, 0, TYPE_TEXT]) int32(to, number)
  if (values.length > 0) for (const number of [values.length, 1]) int32(to, number)
  for (const value of values) text(to, value)
  putInt32(to.bytes, start, to.length - start - 4)
}

function int16(to: CopyBuffer, value: number): void {
  room(to, 2)
  to.length = to.bytes.writeInt16BE(value, to.length)
}

/** By hand: half of what stands in rows are lengths, and the runtime's way checks a number as long as it takes to write it. */
function int32(to: CopyBuffer, value: number): void {
  room(to, 4)
  putInt32(to.bytes, to.length, value)
  to.length += 4
}

function putInt32(bytes: Buffer, at: number, value: number): void {
  bytes[at] = value >>> 24
  bytes[at + 1] = value >>> 16
  bytes[at + 2] = value >>> 8
  bytes[at + 3] = value
}

/** Exact: values are below 2^53. */
function int64(to: CopyBuffer, value: number): void {
  room(to, 8)
  const high = Math.floor(value / TWO_TO_32)
  putInt32(to.bytes, to.length, high)
  putInt32(to.bytes, to.length + 4, value - high * TWO_TO_32)
  to.length += 8
}

function room(to: CopyBuffer, bytes: number): void {
  if (to.length + bytes <= to.bytes.length) return
  const larger = Buffer.allocUnsafe(Math.max(to.bytes.length * 2, to.length + bytes))
  to.bytes.copy(larger, 0, 0, to.length)
  to.bytes = larger
}
