import { assertBodiesPresent } from '@dateline/database'
import { eventShapes, type ShapeReader } from '@dateline/domain'
import type { ClientBase } from 'pg'
import type { ViewEvent } from '../projection.ts'
import { toEvent, UnknownEventError } from './recorded-event.ts'

/** A stretch of the log: the events in it, and where it ends. */
export type EventPage = { readonly events: readonly ViewEvent[]; readonly end: number }

type EventRow = {
  position: number
  stream: string
  version: number
  schema_version: number
  type: string
  event_id: string
  recorded_at: string
  data: string | null
}

/**
 * Positions are dense, so a page is a range and ends with its last event: no counting, and only its own partitions are touched.
 * Nearly all events concern some view: they are not sorted out here. Of the plans for a few events this is the shortest, which
 * counts where each page finds the processor's caches full of other things.
 */
const PAGE_SQL = `
  select e.position, e.stream, e.version, e.schema_version, e.type, e.event_id, e.recorded_at::text, e.data
    from log.event e where e.position > $1 and e.position <= $2 order by e.position`

/**
 * For the live views: few events at a time, as soon as can be. See `streamLog` for many.
 *
 * @returns the events at `after` + 1 to `after` + `limit`, as far as the log goes; `end` is `after` if there are none.
 * @throws {UnknownEventError} if the first of them is of a type or shape that this release does not know; a later one ends
 *   the page in front of it. {DatabaseError} BODIES_ARCHIVED.
 */
export async function readPage(
  client: Pick<ClientBase, 'query'>,
  after: number,
  limit: number,
  shapes: ShapeReader = eventShapes,
): Promise<EventPage> {
  const { rows } = await client.query<EventRow>({
    name: 'views-page',
    text: PAGE_SQL,
    values: [after, after + limit],
  })
  const bodiless = rows.filter(({ data }) => data === null).map(({ position }) => position)
  if (bodiless.length > 0) await assertBodiesPresent({ pool: client }, bodiless)
  const stop = rows.findIndex(({ type, schema_version }) => !shapes.knows(type, schema_version))
  const events = (stop < 0 ? rows : rows.slice(0, stop)).map((row) => fromRow(row, shapes))
  if (stop !== 0) return { events, end: events.at(-1)?.position ?? after }
  const { position, type, schema_version } = rows[0]!
  throw new UnknownEventError(position, type, schema_version)
}

function fromRow(
  { position, stream, version, schema_version, type, event_id, recorded_at, data }: EventRow,
  shapes: ShapeReader,
): ViewEvent {
  const header = { position, stream, version, type, id: event_id, recordedAt: toInstant(recorded_at) }
  const bytes = Buffer.from(data ?? '')
  const end = data === null ? -1 : bytes.length
  return toEvent(header, { schemaVersion: schema_version, bytes, idAt: 0, start: 0, end }, shapes)
}

/** "2026-11-20 10:00:00.5+00" to "2026-11-20T10:00:00.500Z"; a session that is not in UTC takes the slow way. */
function toInstant(text: string): string {
  if (!text.endsWith('+00')) return new Date(text).toISOString()
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`
}
