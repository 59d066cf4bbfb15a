import pg, { type Pool } from 'pg'
import type { AppendRequest } from './append-request.ts'
import { byteaArray, int2Array, int4Array, textArray, timestampArray, uuidArray } from './binary-array.ts'

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

const APPEND = 'select * from log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)'
const ANY_VERSION = -1

/** One call of `log.append`, one commit. Requests must be of different streams. */
export async function appendGroup(pool: Pool, requests: readonly AppendRequest[]): Promise<GroupAnswer> {
  const before: number[] = []
  const places: number[] = []
  const ofEvents: AppendRequest[] = []
  for (const [index, request] of requests.entries()) {
    before.push(places.length)
    for (let event = 0; event < request.events.length; event++) {
      places.push(index + 1)
      ofEvents.push(request)
    }
  }
  const events = requests.flatMap((request) => request.events)
  const values = [
    textArray(requests.map(({ stream }) => stream)),
    int4Array(requests.map(({ expected }) => expected ?? ANY_VERSION)),
    int4Array(before),
    int4Array(requests.map((request) => request.events.length)),
    int4Array(places),
    textArray(ofEvents.map(({ stream }) => stream)),
    textArray(events.map(({ type }) => type)),
    int2Array(events.map(({ schemaVersion }) => schemaVersion)),
    uuidArray(events.map(({ eventId }) => eventId)),
    timestampArray(ofEvents.map(({ occurredAt }) => occurredAt)),
    textArray(ofEvents.map(({ cause }) => cause)),
    byteaArray(events.map(({ bodySha256 }) => bodySha256)),
    byteaArray(events.map(({ contentSha256 }) => contentSha256)),
    byteaArray(events.map(({ salt }) => salt)),
    textArray(events.map(({ data }) => data)),
  ]
  const { rows } = await pool.query<{
    outcomes: number[] | null
    versions: number[]
    positions: number[]
    recorded_ms: number
  }>({ name: 'log.append', text: APPEND, values, types })
  const { outcomes, versions, positions, recorded_ms: recordedMs } = rows[0]!
  return {
    outcomes: requests.map((_, index) => OUTCOMES[outcomes?.[index] ?? 0]!),
    versions,
    positions,
    recordedAt: new Date(recordedMs).toISOString(),
  }
}
