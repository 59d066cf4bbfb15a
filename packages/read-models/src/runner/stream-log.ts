import { assertBodiesPresent } from '@dateline/database'
import { eventShapes, type ShapeReader } from '@dateline/domain'
import type { Pool } from 'pg'
import type { ViewEvent, ViewEventType } from '../projection.ts'
import { copyOut } from './copy-out.ts'
import type { EventPage } from './read-page.ts'
import { toEvent, UnknownEventError } from './recorded-event.ts'
import { isRead } from './shard-of.ts'
import type { Unread } from './unread.ts'

/** Positions in one statement: long enough that its start does not count, short enough not to hold back clean-up. */
const STATEMENT_POSITIONS = 50_000
/** A page also ends here, so that a run of long texts stays within memory. */
const PAGE_BYTES_MAX = 4_000_000
const EPOCH_MS = Date.UTC(2000, 0, 1)
const TWO_TO_32 = 2 ** 32
const NOTHING: ReadonlyMap<string, Unread> = new Map()

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
  /** By type, what of the bodies may be missing. */
  readonly unread?: ReadonlyMap<string, Unread>
  /** Default: those of the domain's events. */
  readonly shapes?: ShapeReader
}

/**
 * Reads a long stretch of the log, all of which must be there already, page by page over a connection of its own. The server
 * sends ahead while a page is folded, as far as the socket holds, and waits then.
 *
 * @throws {UnknownEventError} after the page that ends in front of the event. {DatabaseError} BODIES_ARCHIVED.
 */
export async function* streamLog(pool: Pool, stretch: Stretch): AsyncGenerator<EventPage, void> {
  for (let after = stretch.after; after < stretch.end; after += STATEMENT_POSITIONS) {
    const end = Math.min(after + STATEMENT_POSITIONS, stretch.end)
    yield* readStatement(pool, { ...stretch, after, end })
  }
}

async function* readStatement(pool: Pool, stretch: Stretch): AsyncGenerator<EventPage, void> {
  const { end, pageEvents, unread = NOTHING, shapes = eventShapes } = stretch
  const client = await pool.connect()
  let isWhole = false
  try {
    let events: ViewEvent[] = []
    let bytes = 0
    for await (const { bytes: chunk, starts } of copyOut(client, statement(stretch))) {
      for (const start of starts) {
        const { event, schemaVersion, bodyBytes } = decodeRow(chunk, start, shapes, unread)
        if (!shapes.knows(event.type, schemaVersion)) {
          yield { events, end: event.position - 1 }
          throw new UnknownEventError(event.position, event.type, schemaVersion)
        }
        // They may have been taken out since the rebuild began: a view would lose what is in them.
        if (bodyBytes < 0) await assertBodiesPresent({ pool }, [event.position])
        events.push(event)
        bytes += bodyBytes
        if (events.length < pageEvents && bytes < PAGE_BYTES_MAX) continue
        yield { events, end: event.position }
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
  const ofShard = shards === 1 ? '' : `and ${isRead('e.stream', shard, shards)}`
  return `copy (
    select e.position, e.stream, e.version, e.schema_version, e.type, e.event_id, e.recorded_at, e.data
      from log.event e
     where e.position > ${after} and e.position <= ${end} and (e.type in (${quoted}) or e.type not in (${known})) ${ofShard}
     order by e.position
  ) to stdout (format binary)`
}

/** From the start of a row: number of columns, position, and where the length of the stream stands. */
const STREAM_LENGTH_AT = 2 + 12
/** From the end of the stream to the length of the type: version, shape. */
const BEFORE_TYPE = 8 + 6
const ID_BYTES = 16

/** Columns as in `statement`, each behind its length. */
function decodeRow(bytes: Buffer, start: number, shapes: ShapeReader, unread: ReadonlyMap<string, Unread>) {
  const streamAt = start + STREAM_LENGTH_AT + 4
  const streamEnd = streamAt + bytes.readInt32BE(start + STREAM_LENGTH_AT)
  const typeAt = streamEnd + BEFORE_TYPE + 4
  const typeEnd = typeAt + bytes.readInt32BE(typeAt - 4)
  const idAt = typeEnd + 4
  const timeAt = idAt + ID_BYTES + 4
  const dataAt = timeAt + 8 + 4
  const bodyBytes = bytes.readInt32BE(dataAt - 4)
  const schemaVersion = bytes.readInt16BE(typeAt - 6)
  const header = {
    position: readInt64(bytes, start + 6),
    stream: bytes.toString('latin1', streamAt, streamEnd),
    version: bytes.readInt32BE(streamEnd + 4),
    type: interned(bytes.toString('latin1', typeAt, typeEnd)),
    id: null,
    recordedAt: instantAt(bytes, timeAt),
  }
  const end = bodyBytes < 0 ? -1 : dataAt + bodyBytes
  return {
    event: toEvent(header, { schemaVersion, bytes, idAt, start: dataAt, end, unread: unread.get(header.type) }, shapes),
    schemaVersion,
    bodyBytes,
  }
}

/** One string for each name of a type: what is the same string need not be compared by its characters again and again. */
const names = new Map<string, string>()
const NAMES_KEPT_MAX = 1_000

function interned(name: string): string {
  const known = names.get(name)
  if (known === undefined && names.size < NAMES_KEPT_MAX) names.set(name, name)
  return known ?? name
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
