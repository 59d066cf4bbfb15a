import { assertBodiesPresent, type Database, waitUntilDurable } from '@dateline/database'
import type { AnyEvent, NewEvent, Recorded } from '@dateline/domain'
import pg from 'pg'
import { domainShapes, type EventShapes } from './event-shapes.ts'

/** A page of whole articles stays well below what a process should hold. */
export const READ_EVENTS_MAX = 10_000
const READ_EVENTS_DEFAULT = 1_000
/** A stream is read whole to decide on it: none of ours comes near. */
const STREAM_EVENTS_MAX = 100_000
const STREAMS_PER_PAGE = 500

export type ReadOptions = {
  /** Default: the domain's events. */
  readonly shapes?: EventShapes
}

type Row = {
  position: number
  stream: string
  version: number
  schema_version: number
  type: string
  event_id: string
  recorded_at: string
  cause: string | null
  data: string | null
}

const TYPE_INT8 = 20
const TYPE_TIMESTAMPTZ = 1184
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TYPE_INT8) return Number
    if (oid === TYPE_TIMESTAMPTZ) return toInstant
    return pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

/** "2026-11-20 10:00:00.5+00" to "2026-11-20T10:00:00.500Z"; a session that is not in UTC takes the slow way. */
function toInstant(text: string): string {
  if (!text.endsWith('+00')) return new Date(text).toISOString()
  const milliseconds = text.slice(20, -3).padEnd(3, '0')
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`
}

const COLUMNS = 'e.position, e.stream, e.version, e.schema_version, e.type, e.event_id, e.recorded_at, e.cause, e.data'

/**
 * Events of the whole log in the order they were recorded.
 *
 * Positions have no gaps and appear in order, so the position of the last event read is all a reader must remember. What is
 * returned is on disk.
 *
 * @param options.limit at most READ_EVENTS_MAX; fewer come back only at the end of the log.
 * @param options.types only these.
 * @throws {UnknownEventError}
 * @throws {DatabaseError} BODIES_ARCHIVED
 */
export async function readLog(
  { pool }: Pick<Database, 'pool'>,
  options: ReadOptions & { afterPosition: number; limit?: number; types?: readonly string[] },
): Promise<Recorded<AnyEvent>[]> {
  const limit = Math.min(options.limit ?? READ_EVENTS_DEFAULT, READ_EVENTS_MAX)
  const where = options.types === undefined ? '' : 'and e.type = any($3)'
  const { rows } = await pool.query<Row>({
    name: options.types === undefined ? 'log.read' : 'log.read-types',
    text: `select ${COLUMNS} from log.event e where e.position > $1 ${where} order by e.position limit $2`,
    values: [options.afterPosition, limit, ...(options.types === undefined ? [] : [options.types])],
    types,
  })
  await assertReadable({ pool }, rows)
  return rows.map((row) => toRecorded(row, options.shapes ?? domainShapes))
}

/**
 * Events of one stream in order, from the first or after a version. Empty: there is no such stream. What is
 * returned is on disk.
 *
 * @param options.limit default: all, up to 100,000.
 * @throws {UnknownEventError}
 */
export async function readStream<Event extends NewEvent = AnyEvent>(
  { pool }: Pick<Database, 'pool'>,
  stream: string,
  options: ReadOptions & { afterVersion?: number; limit?: number } = {},
): Promise<Recorded<Event>[]> {
  const { rows } = await pool.query<Row>({
    name: 'log.read-stream',
    text: `select ${COLUMNS} from log.stream s
             join log.event e on e.stream = s.stream and e.position between s.first_position and s.last_position
            where s.stream = $1 and e.version > $2 order by e.version limit $3`,
    values: [stream, options.afterVersion ?? 0, Math.min(options.limit ?? STREAM_EVENTS_MAX, STREAM_EVENTS_MAX)],
    types,
  })
  await assertReadable({ pool }, rows)
  return rows.map((row) => toRecorded(row, options.shapes ?? domainShapes)) as Recorded<NewEvent>[] as Recorded<Event>[]
}

/**
 * Whole streams whose names begin with a prefix, in the order of their names: for streams of which there are thousands and
 * each is short.
 *
 * @param prefix e.g. "source-".
 */
export async function* readStreams<Event extends NewEvent = AnyEvent>(
  { pool }: Pick<Database, 'pool'>,
  prefix: string,
  options: ReadOptions = {},
): AsyncGenerator<{ stream: string; events: Recorded<Event>[] }> {
  for (let after = prefix; ; ) {
    const { rows } = await pool.query<Row>({
      name: 'log.read-streams',
      text: `select ${COLUMNS} from (
               select * from log.stream where stream > $1 and stream < $2 || chr(1114111) order by stream limit $3) s
               join log.event e on e.stream = s.stream and e.position between s.first_position and s.last_position
              order by e.stream, e.version`,
      values: [after, prefix, STREAMS_PER_PAGE],
      types,
    })
    const events = rows.map((row) => toRecorded(row, options.shapes ?? domainShapes)) as Recorded<NewEvent>[]
    const streams = Map.groupBy(events as Recorded<Event>[], ({ stream }) => stream)
    for (const [stream, ofStream] of streams) yield { stream, events: ofStream }
    if (streams.size < STREAMS_PER_PAGE) return
    after = rows.at(-1)!.stream
  }
}

/**
 * Streams of one kind, by name.
 *
 * @param kind first part of their names, e.g. "topic".
 * @returns at most `limit`, each with the version it stands at.
 */
export async function listStreams(
  { db }: Pick<Database, 'db'>,
  kind: string,
  limit: number,
): Promise<{ stream: string; version: number }[]> {
  // "." follows "-": a range of the primary key.
  return await db
    .selectFrom('log.stream')
    .select(['stream', 'version'])
    .where('stream', '>=', `${kind}-`)
    .where('stream', '<', `${kind}.`)
    .orderBy('stream')
    .limit(limit)
    .execute()
}

async function assertReadable(database: Pick<Database, 'pool'>, rows: readonly Row[]): Promise<void> {
  await waitUntilDurable(database, rows.at(-1)?.position ?? 0)
  const bodiless = rows.filter(({ data }) => data === null)
  if (bodiless.length > 0)
    await assertBodiesPresent(
      database,
      bodiless.map(({ position }) => position),
    )
}

/** Position of the newest event; 0 for an empty log. */
export async function headPosition({ db }: Pick<Database, 'db'>): Promise<number> {
  // There is one row, and perhaps many old versions of it that a long transaction keeps: its key finds it at once.
  const heads = db.selectFrom('log.head').select('position').orderBy('position', 'desc').limit(1)
  return (await heads.executeTakeFirstOrThrow()).position
}

function toRecorded(row: Row, shapes: EventShapes): Recorded<AnyEvent> {
  const { position, stream, version, type } = row
  const isWithdrawn = row.data === null
  const data = isWithdrawn ? null : shapes.upcast(type, row.schema_version, JSON.parse(row.data!), position)
  return {
    type,
    data,
    position,
    stream,
    version,
    eventId: row.event_id,
    recordedAt: row.recorded_at,
    cause: row.cause,
    ...(isWithdrawn ? { withdrawn: true } : {}),
  } as Recorded<AnyEvent>
}
