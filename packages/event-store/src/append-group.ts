import type { AppendRequest } from './append-request.ts'
import { createBinaryArray, TYPE_OIDS } from './binary-array.ts'
import { LogShortenedError } from './log-errors.ts'
import type { Pipeline, Session } from './pipeline.ts'
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

const OUTCOMES = ['appended', 'was-there', 'wrong-version'] as const

export const APPEND_GROUP = { name: 'log.append_group', text: 'call log.append_group($1, $2, $3, $4, $5, $6, null)' }
/** The log's head was looked for from where this connection last saw it, and is not there. */
const NO_DATA_FOUND = 'P0002'
/** Numbers of the answer: first these, then as many a request, unless all were appended just as they expected. */
const HEAD_NUMBERS = 2
const REQUEST_NUMBERS = 3

/**
 * One call, one commit; on disk when answered. Requests must be of different streams.
 *
 * @param pipeline of APPEND_GROUP.
 * @throws {LogShortenedError} if the log does not go as far as this connection has seen it go.
 */
export async function appendGroup(pipeline: Pipeline, requests: readonly AppendRequest[]): Promise<GroupAnswer> {
  let session: Session | null = null
  const call = pipeline.call((opened) => {
    session = opened
    return encode(requests, opened)
  })
  const text = await call.catch((error) => {
    throw error.code === NO_DATA_FOUND ? new LogShortenedError(session!.headMin, null, 'this connection') : error
  })
  const answer = text.slice(1, -1).split(',').map(Number)
  let [end, recordedMs] = answer as [number, number]
  const answers = requests.map(({ expected, events }, index): RequestAnswer => {
    if (answer.length > HEAD_NUMBERS) {
      const from = HEAD_NUMBERS + index * REQUEST_NUMBERS
      const [outcome, version, position] = answer.slice(from, from + REQUEST_NUMBERS) as [number, number, number]
      return { outcome: OUTCOMES[outcome]!, version, position }
    }
    end += events.length
    return { outcome: 'appended', version: expected! + events.length, position: end }
  })
  session!.headMin = end
  return { requests: answers, recordedAt: new Date(recordedMs).toISOString() }
}

/** Of the type `log.new_event`. */
const NEW_EVENT_FIELDS = 12
const newEvents = createBinaryArray()
const data = createBinaryArray()

/** The parameters of APPEND_GROUP, good until the next call. */
function encode(requests: readonly AppendRequest[], { newEventOid, headMin }: Session): Buffer[] {
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
  return [newEvents.finish(newEventOid), data.finish(TYPE_OIDS.text), ...counts, int8(headMin)]
}

function int4(value: number): Buffer {
  const buffer = Buffer.allocUnsafe(4)
  buffer.writeInt32BE(value)
  return buffer
}

function int8(value: number): Buffer {
  const buffer = Buffer.allocUnsafe(8)
  buffer.writeBigInt64BE(BigInt(value))
  return buffer
}
