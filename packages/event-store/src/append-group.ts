import pg, { type QueryConfig } from 'pg'
import type { AppendRequest } from './append-request.ts'
import { createBinaryArray, createBinaryRecord } from './binary-array.ts'
import type { Pipeline } from './pipeline.ts'
import { SALT_BYTES } from './salt.ts'

export type Outcome = 'appended' | 'was-there' | 'wrong-version'

/** What became of a request. */
export type RequestAnswer = {
  readonly outcome: Outcome
  /** Of its last event; on a wrong version, where its stream stands. */
  readonly version: number
  /** Of its last event. */
  readonly position: number
}

export type GroupAnswer = {
  readonly requests: readonly RequestAnswer[]
  readonly recordedAt: string
}

const TYPE_INT8 = 20
const TYPE_INT4_ARRAY = 1007
const TYPE_INT8_ARRAY = 1016
const OUTCOMES = ['appended', 'was-there', 'wrong-version'] as const

const parseNumbers = (text: string) => text.slice(1, -1).split(',').map(Number)
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TYPE_INT8) return Number
    return oid === TYPE_INT4_ARRAY || oid === TYPE_INT8_ARRAY
      ? parseNumbers
      : pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

const APPEND = { name: 'log.append_group', text: 'call log.append_group($1, $2, null, null, null, null, null)', types }
const ANY_VERSION = -1

/** The three arrays are null where all went as it was expected. */
type Row = {
  readonly outcomes: number[] | null
  readonly versions: number[] | null
  readonly positions: number[] | null
  readonly head: number
  readonly recorded_ms: number
}

/** One call, one commit; on disk when answered. Requests must be of different streams. */
export async function appendGroup(pipeline: Pipeline, requests: readonly AppendRequest[]): Promise<GroupAnswer> {
  const { rows } = await pipeline.query<Row>(() => ({ ...APPEND, values: encode(requests) }) as QueryConfig)
  const { outcomes, versions, positions, head, recorded_ms: recordedMs } = rows[0]!
  let end = head
  return {
    requests: requests.map(({ expected, events }, index) => {
      end += events.length
      return {
        outcome: OUTCOMES[outcomes?.[index] ?? 0]!,
        version: versions?.[index] ?? (expected ?? 0) + events.length,
        position: positions?.[index] ?? end,
      }
    }),
    recordedAt: new Date(recordedMs).toISOString(),
  }
}

/** An element a request. */
const streams = createBinaryArray('text')
const expected = createBinaryArray('int4')
const counts = createBinaryArray('int4')
const ends = createBinaryArray('int4')
/** An element an event. */
const request = createBinaryArray('int4')
const stream = createBinaryArray('text')
const version = createBinaryArray('int4')
const type = createBinaryArray('text')
const schema = createBinaryArray('int2')
const eventId = createBinaryArray('uuid')
const occurredAt = createBinaryArray('timestamptz')
const cause = createBinaryArray('text')
const bodySha256 = createBinaryArray('bytea')
const contentSha256 = createBinaryArray('bytea')
const salt = createBinaryArray('bytea')
const data = createBinaryArray('text')
/** As in the type `log.new_events`. */
const newEvents = createBinaryRecord([
  ...[streams, expected, counts, ends, request, stream, version, type, schema, eventId, occurredAt, cause],
  ...[bodySha256, contentSha256, salt],
])

/** The parameters of APPEND, good until the next call. */
function encode(requests: readonly AppendRequest[]): Buffer[] {
  newEvents.clear()
  data.clear()
  let end = 0
  for (const [index, each] of requests.entries()) {
    end += each.events.length
    streams.addLatin1(each.stream)
    expected.addInt4(each.expected ?? ANY_VERSION)
    counts.addInt4(each.events.length)
    ends.addInt4(end)
    for (const [place, event] of each.events.entries()) {
      request.addInt4(index + 1)
      stream.addLatin1(each.stream)
      version.addInt4((each.expected ?? 0) + place + 1)
      type.addLatin1(event.type)
      schema.addInt2(event.schemaVersion)
      eventId.addUuid(event.eventId)
      occurredAt.addTimestamp(each.occurredAt)
      cause.addText(each.cause)
      bodySha256.addHex(event.bodySha256)
      contentSha256.addLatin1(event.contentSha256)
      salt.addLatin1(event.saltedBody.slice(0, SALT_BYTES))
      data.addLatin1(event.saltedBody.slice(SALT_BYTES))
    }
  }
  return [newEvents.finish(), data.finish()]
}
