import pg, { type QueryConfig } from 'pg'
import type { AppendRequest } from './append-request.ts'
import { createBinaryArray, TYPE_OIDS } from './binary-array.ts'
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

const APPEND = {
  name: 'log.append_group',
  text: 'call log.append_group($1, $2, $3, $4, $5, null, null, null, null, null)',
  types,
}

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
  const { rows } = await pipeline.query<Row>(
    (newEventOid) => ({ ...APPEND, values: encode(requests, newEventOid) }) as QueryConfig,
  )
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

/** Of the type `log.new_event`. */
const NEW_EVENT_FIELDS = 12
const newEvents = createBinaryArray()
const data = createBinaryArray()

/** The parameters of APPEND, good until the next call. */
function encode(requests: readonly AppendRequest[], newEventOid: number): Buffer[] {
  newEvents.clear()
  data.clear()
  let place = 0
  let [expectingNew, expectingVersion] = [0, 0]
  for (const { stream, expected, occurredAt, cause, events } of requests) {
    if (expected === 0) expectingNew++
    else if (expected !== null) expectingVersion++
    for (const [index, event] of events.entries()) {
      newEvents.addRecord(NEW_EVENT_FIELDS)
      newEvents.addInt4(++place)
      newEvents.addInt4(index === 0 ? events.length : 0)
      newEvents.addInt4(expected === null ? null : expected + index + 1)
      newEvents.addInt2(event.schemaVersion)
      newEvents.addUuid(event.eventId)
      newEvents.addHex(event.bodySha256)
      newEvents.addBytes(event.contentSha256)
      newEvents.addBytes(event.saltedBody.slice(0, SALT_BYTES))
      newEvents.addTimestamp(occurredAt)
      newEvents.addUtf8(stream)
      newEvents.addUtf8(event.type)
      newEvents.addText(cause)
      data.addUtf8(event.saltedBody.slice(SALT_BYTES))
    }
  }
  const counts = [expectingNew, expectingVersion, requests.length - expectingNew - expectingVersion].map(int4)
  return [newEvents.finish(newEventOid), data.finish(TYPE_OIDS.text), ...counts]
}

function int4(value: number): Buffer {
  const buffer = Buffer.allocUnsafe(4)
  buffer.writeInt32BE(value)
  return buffer
}
