import type { Pool } from 'pg'
import pg from 'pg'
import type { AppendRequest } from './append-request.ts'
import { byteaArray, int2Array, int4Array, textArray, uuidArray } from './binary-array.ts'

export type GroupAnswer = {
  /** A request each: 0 appended, 1 was there already, 2 wrong version. */
  readonly outcomes: readonly number[]
  readonly versions: readonly number[]
  readonly positions: readonly number[]
  readonly recordedAt: string
}

const TYPE_INT4_ARRAY = 1007
const TYPE_INT8_ARRAY = 1016

const parseNumbers = (text: string) => text.slice(1, -1).split(',').map(Number)
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return oid === TYPE_INT4_ARRAY || oid === TYPE_INT8_ARRAY
      ? parseNumbers
      : pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

const APPEND = `select * from log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`

/** One call of `log.append`, one commit. Requests must be of different streams. */
export async function appendGroup(
  pool: Pool,
  requests: readonly AppendRequest[],
  notify: boolean,
): Promise<GroupAnswer> {
  const events = requests.flatMap((request, index) => request.events.map((event) => ({ ...event, request, index })))
  const values = [
    textArray(requests.map(({ stream }) => stream)),
    int4Array(requests.map(({ expected }) => expected)),
    int4Array(requests.map((request) => request.events.length)),
    int4Array(events.map(({ index }) => index + 1)),
    textArray(events.map(({ request }) => request.stream)),
    textArray(events.map(({ type }) => type)),
    int2Array(events.map(({ schemaVersion }) => schemaVersion)),
    uuidArray(events.map(({ eventId }) => eventId)),
    textArray(events.map(({ request }) => request.occurredAt)),
    textArray(events.map(({ request }) => request.cause)),
    byteaArray(events.map(({ bodySha256 }) => bodySha256)),
    byteaArray(events.map(({ salt }) => salt)),
    textArray(events.map(({ data }) => data)),
    notify,
  ]
  const { rows } = await pool.query<{
    outcomes: number[]
    versions: number[]
    positions: number[]
    recorded_at: string
  }>({ name: 'log.append', text: APPEND, values, types })
  const { outcomes, versions, positions, recorded_at: recordedAt } = rows[0]!
  return { outcomes, versions, positions, recordedAt }
}
