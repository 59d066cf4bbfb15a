import { eventShapes, type ShapeReader } from '@dateline/domain'
import type { Pool, PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { ViewEvent, ViewEventType } from '../projection.ts'
import type { EventPage } from './read-page.ts'
import { type Body, toEvent, UnknownEventError } from './recorded-event.ts'

/** Positions in one statement: long enough that its start does not count, short enough not to hold back clean-up. */
const STATEMENT_POSITIONS = 50_000
/** A page also ends here, so that a run of long texts stays within memory. */
const PAGE_BYTES_MAX = 32_000_000
const SIGNATURE_BYTES = 19
const EPOCH_MS = Date.UTC(2000, 0, 1)
const TWO_TO_32 = 2 ** 32

/** Which part of the log to read, and how. */
export type Stretch = {
  readonly after: number
  readonly end: number
  readonly pageEvents: number
  /** Events of other types are left out. */
  readonly types: readonly ViewEventType[]
  /** Of the events of articles only those of this shard; everything else is read by all shards. */
  readonly shard: number
  readonly shards: number
  /** Default: those of the domain's events. */
  readonly shapes?: ShapeReader
}

/**
 * Reads a long stretch of the log, all of which must be there already, page by page over a connection of its own. The server
 * sends ahead while a page is folded, as far as the socket holds, and waits then.
 *
 * @throws {UnknownEventError} after the page that ends in front of the event.
 */
export async function* streamLog(pool: Pool, stretch: Stretch): AsyncGenerator<EventPage, void> {
  for (let after = stretch.after; after < stretch.end; after += STATEMENT_POSITIONS) {
    const end = Math.min(after + STATEMENT_POSITIONS, stretch.end)
    yield* readStatement(pool, { ...stretch, after, end })
  }
}

async function* readStatement(pool: Pool, stretch: Stretch): AsyncGenerator<EventPage, void> {
  const { end, pageEvents, shapes = eventShapes } = stretch
  const client = await pool.connect()
  let isWhole = false
  try {
    let events: ViewEvent[] = []
    let bytes = 0
    for await (const rows of readRows(client, statement(stretch))) {
      for (const { schemaVersion, position, stream, version, type, id, recordedAt, body } of rows) {
        if (!shapes.knows(type, schemaVersion)) {
          yield { events, end: position - 1 }
          throw new UnknownEventError(position, type, schemaVersion)
        }
        events.push(toEvent({ position, stream, version, type, id, recordedAt }, body, shapes))
        bytes += body === null ? 0 : body.end - body.start
        if (events.length < pageEvents && bytes < PAGE_BYTES_MAX) continue
        yield { events, end: position }
        events = []
        bytes = 0
      }
    }
    isWhole = true
    yield { events, end }
  } finally {
    // In the middle of its answer a connection is of no use to anybody else.
    client.release(!isWhole)
  }
}

function statement({ after, end, types, shard, shards, shapes = eventShapes }: Stretch): string {
  const quoted = types.map((type) => `'${type}'`).join(', ')
  const known = shapes.types.map((type) => `'${type}'`).join(', ')
  const ofShard =
    shards === 1
      ? ''
      : `and case when e.stream ~ '^article-.*[0-9a-f]{4}$'
              then ('x' || right(e.stream, 4))::bit(16)::int % ${shards} = ${shard} else true end`
  return `copy (
    select e.position, e.stream, e.version, e.schema_version, e.type, e.event_id, e.recorded_at, b.data
      from log.event e left join log.body b on b.position = e.position and b.position > ${after} and b.position <= ${end}
     where e.position > ${after} and e.position <= ${end} and (e.type in (${quoted}) or e.type not in (${known})) ${ofShard}
     order by e.position
  ) to stdout (format binary)`
}

type LogRow = {
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly schemaVersion: number
  readonly type: string
  readonly id: Buffer
  readonly recordedAt: string
  readonly body: Body | null
}

/** The rows of each chunk that comes from the server; one that is cut in two comes with the second half. */
async function* readRows(client: PoolClient, sql: string): AsyncGenerator<readonly LogRow[], void> {
  let parts: Buffer[] = []
  let length = 0
  let needed = SIGNATURE_BYTES
  let isStarted = false
  for await (const chunk of client.query(copyTo(sql)) as AsyncIterable<Buffer>) {
    parts.push(chunk)
    length += chunk.length
    if (length < needed) continue
    const bytes = parts.length === 1 ? chunk : Buffer.concat(parts, length)
    const rows: LogRow[] = []
    const rest = takeRows(bytes, isStarted ? 0 : SIGNATURE_BYTES, rows)
    isStarted = true
    parts = [bytes.subarray(rest.at)]
    length = bytes.length - rest.at
    needed = rest.needed - rest.at
    if (rows.length > 0) yield rows
  }
}

/** Bytes of a row up to the length of its stream: number of columns, position, and where the lengths stand. */
const STREAM_LENGTH_AT = 2 + 12
/** From the end of the stream to the length of the type: version, shape. */
const BEFORE_TYPE = 8 + 6
/** Id and time. */
const ID_BYTES = 16
const BEFORE_DATA = 4 + ID_BYTES + 12

/** @returns where the first row begins that is not whole, and where it ends as far as is known. */
function takeRows(bytes: Buffer, start: number, rows: LogRow[]): { at: number; needed: number } {
  let at = start
  const size = bytes.length
  for (;;) {
    // The two bytes of the trailer stay lying.
    if (at + STREAM_LENGTH_AT + 4 > size) return { at, needed: at + STREAM_LENGTH_AT + 4 }
    const streamAt = at + STREAM_LENGTH_AT + 4
    const typeLengthAt = streamAt + bytes.readInt32BE(at + STREAM_LENGTH_AT) + BEFORE_TYPE
    if (typeLengthAt + 4 > size) return { at, needed: typeLengthAt + 4 }
    const typeAt = typeLengthAt + 4
    const idLengthAt = typeAt + bytes.readInt32BE(typeLengthAt)
    const dataLengthAt = idLengthAt + BEFORE_DATA
    if (dataLengthAt + 4 > size) return { at, needed: dataLengthAt + 4 }
    const dataLength = bytes.readInt32BE(dataLengthAt)
    const dataAt = dataLengthAt + 4
    const end = dataAt + Math.max(0, dataLength)
    if (end > size) return { at, needed: end }
    const versionAt = typeLengthAt - BEFORE_TYPE + 4
    const schemaVersion = bytes.readInt16BE(typeLengthAt - 2)
    rows.push({
      position: readInt64(bytes, at + 6),
      stream: bytes.toString('latin1', streamAt, typeLengthAt - BEFORE_TYPE),
      version: bytes.readInt32BE(versionAt),
      schemaVersion,
      type: bytes.toString('latin1', typeAt, idLengthAt),
      id: bytes.subarray(idLengthAt + 4, idLengthAt + 4 + ID_BYTES),
      recordedAt: instantAt(bytes, idLengthAt + 4 + ID_BYTES + 4),
      body: dataLength < 0 ? null : { schemaVersion, bytes, start: dataAt, end },
    })
    at = end
  }
}

function readInt64(bytes: Buffer, at: number): number {
  return bytes.readInt32BE(at) * TWO_TO_32 + bytes.readUInt32BE(at + 4)
}

let lastInstant = { microseconds: Number.NaN, iso: '' }

/** Events of one commit have one time. */
function instantAt(bytes: Buffer, at: number): string {
  const microseconds = readInt64(bytes, at)
  if (microseconds !== lastInstant.microseconds) {
    lastInstant = { microseconds, iso: new Date(EPOCH_MS + microseconds / 1000).toISOString() }
  }
  return lastInstant.iso
}
