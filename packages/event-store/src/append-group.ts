import pg, { type Pool } from 'pg'
import type { AppendRequest } from './append-request.ts'
import { createBinaryArray } from './binary-array.ts'
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

const APPEND =
  'call log.append_group($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, null, null, null, null)'
const ANY_VERSION = -1
/** Of a stream, a cause, a type: most are shorter. */
const NAME_BYTES = 64
const HASH_BYTES = 32

/** One call of `log.append_group`, one commit. Requests must be of different streams. */
export async function appendGroup(pool: Pool, requests: readonly AppendRequest[]): Promise<GroupAnswer> {
  const { rows } = await pool.query<{
    outcomes: number[] | null
    versions: number[]
    positions: number[]
    recorded_ms: number
  }>({ name: 'log.append_group', text: APPEND, values: encode(requests), types })
  const { outcomes, versions, positions, recorded_ms: recordedMs } = rows[0]!
  return {
    outcomes: requests.map((_, index) => OUTCOMES[outcomes?.[index] ?? 0]!),
    versions,
    positions,
    recordedAt: new Date(recordedMs).toISOString(),
  }
}

/** The arrays of `log.append_group`: four with an element a request, then those with one an event. */
function encode(requests: readonly AppendRequest[]): Buffer[] {
  const count = requests.reduce((sum, { events }) => sum + events.length, 0)
  const bodyBytes = requests.reduce((sum, request) => sum + request.bodyBytes, 0)
  const array = (type: 'text' | 'bytea' | 'uuid' | 'int2' | 'int4' | 'timestamptz', elements: number, bytes: number) =>
    createBinaryArray(type, elements * (bytes + 4))
  const streams = array('text', requests.length, NAME_BYTES)
  const expected = array('int4', requests.length, 4)
  const before = array('int4', requests.length, 4)
  const counts = array('int4', requests.length, 4)
  const request = array('int4', count, 4)
  const stream = array('text', count, NAME_BYTES)
  const type = array('text', count, NAME_BYTES)
  const schema = array('int2', count, 2)
  const eventId = array('uuid', count, 16)
  const occurredAt = array('timestamptz', count, 8)
  const cause = array('text', count, NAME_BYTES)
  const bodySha256 = array('bytea', count, HASH_BYTES)
  const contentSha256 = array('bytea', count, HASH_BYTES)
  const salt = array('bytea', count, SALT_BYTES)
  const data = createBinaryArray('text', bodyBytes + count * 4)
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
  const perRequest = [streams, expected, before, counts]
  const perEvent = [request, stream, type, schema, eventId, occurredAt, cause, bodySha256, contentSha256, salt, data]
  return [...perRequest, ...perEvent].map((each) => each.finish())
}
