import pg, { type QueryConfig } from 'pg'
import type { AppendRequest } from './append-request.ts'
import { createBinaryArray } from './binary-array.ts'
import type { Pipeline } from './pipeline.ts'
import { SALT_BYTES } from './salt.ts'

export type Outcome = 'appended' | 'was-there' | 'wrong-version'

export type GroupAnswer = {
  /** A request each. */
  readonly outcomes: readonly Outcome[]
  /** Of the last event of each; on a wrong version, where its stream stands. */
  readonly versions: readonly number[]
  readonly positions: readonly number[]
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
  durable: {
    name: 'log.append_group',
    text: 'call log.append_group(true, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $1, null, null, null, null)',
  },
  unflushed: {
    name: 'log.append_group.unflushed',
    text: 'call log.append_group(false, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $1, null, null, null, null)',
  },
}
const ANY_VERSION = -1
/**
 * One call, one commit. Requests must be of different streams.
 *
 * @param until `durable`: on disk when answered. `unflushed`: visible when answered, and on disk after the next flush.
 */
export async function appendGroup(
  pipeline: Pipeline,
  requests: readonly AppendRequest[],
  until: keyof typeof APPEND,
): Promise<GroupAnswer> {
  const { rows } = await pipeline.query<{
    outcomes: number[] | null
    versions: number[]
    positions: number[]
    recorded_ms: number
  }>(() => ({ ...APPEND[until], values: encode(requests), types }) as QueryConfig)
  const { outcomes, versions, positions, recorded_ms: recordedMs } = rows[0]!
  return {
    outcomes: requests.map((_, index) => OUTCOMES[outcomes?.[index] ?? 0]!),
    versions,
    positions,
    recordedAt: new Date(recordedMs).toISOString(),
  }
}

/** An element a request. */
const streams = createBinaryArray('text')
const expected = createBinaryArray('int4')
const before = createBinaryArray('int4')
const counts = createBinaryArray('int4')
/** An element an event. */
const request = createBinaryArray('int4')
const stream = createBinaryArray('text')
const type = createBinaryArray('text')
const schema = createBinaryArray('int2')
const eventId = createBinaryArray('uuid')
const occurredAt = createBinaryArray('timestamptz')
const cause = createBinaryArray('text')
const bodySha256 = createBinaryArray('bytea')
const contentSha256 = createBinaryArray('bytea')
const salt = createBinaryArray('bytea')
const data = createBinaryArray('text')
/** The largest first: the driver copies what it has so far whenever its buffer grows. */
const PARAMETERS = [
  ...[data, streams, expected, before, counts, request, stream, type, schema, eventId, occurredAt, cause, bodySha256],
  ...[contentSha256, salt],
]

/** The parameters of APPEND, good until the next call. */
function encode(requests: readonly AppendRequest[]): Buffer[] {
  for (const parameter of PARAMETERS) parameter.clear()
  let events = 0
  for (const [index, each] of requests.entries()) {
    streams.addText(each.stream)
    expected.addInt4(each.expected ?? ANY_VERSION)
    before.addInt4(events)
    counts.addInt4(each.events.length)
    events += each.events.length
    for (const event of each.events) {
      request.addInt4(index + 1)
      stream.addText(each.stream)
      type.addText(event.type)
      schema.addInt2(event.schemaVersion)
      eventId.addHex(event.eventId)
      occurredAt.addTimestamp(each.occurredAt)
      cause.addText(each.cause)
      bodySha256.addHex(event.bodySha256)
      contentSha256.addHex(event.contentSha256)
      salt.addBytes(event.saltedBody.subarray(0, SALT_BYTES))
      data.addBytes(event.saltedBody.subarray(SALT_BYTES))
    }
  }
  return PARAMETERS.map((parameter) => parameter.finish())
}
