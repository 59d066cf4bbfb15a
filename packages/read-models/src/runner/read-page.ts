import { eventShapes, type ShapeReader } from '@dateline/domain'
import type { ClientBase } from 'pg'
import type { ViewEvent } from '../projection.ts'
import { toEvent, UnknownEventError } from './recorded-event.ts'

/** A stretch of the log: the events in it, and where it ends. */
export type EventPage = { readonly events: readonly ViewEvent[]; readonly end: number }

type EventRow = {
  last: number
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
 * Positions are dense, so a page is a range: no sorting, no counting, and only its own partitions are touched. The head is
 * read in the same snapshot and tells how far the range goes. Nearly all events concern some view: they are not sorted out here.
 */
const PAGE_SQL = `
  select h.last, e.position, e.stream, e.version, e.schema_version, e.type, e.event_id, e.recorded_at::text, b.data
    from (select least(position, $2) as last from log.head order by position desc limit 1) h
    left join (
      log.event e left join log.body b on b.position = e.position and b.position > $1 and b.position <= $2
    ) on e.position > $1 and e.position <= $2 and e.position <= h.last
   order by e.position`

/**
 * For the live views: few events at a time, as soon as can be. See `streamLog` for many.
 *
 * @returns the events at `after` + 1 to `after` + `limit`, as far as the log goes; `end` is `after` if there are none.
 * @throws {UnknownEventError} if the first of them is of a type or shape that this release does not know; a later one ends
 *   the page in front of it.
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
  const last = Math.max(rows[0]!.last, after)
  const found = rows[0]!.position === null ? [] : rows
  const stop = found.findIndex(({ type, schema_version }) => !shapes.knows(type, schema_version))
  if (stop < 0) return { events: found.map((row) => fromRow(row, shapes)), end: last }
  const { position, type, schema_version } = found[stop]!
  if (position === after + 1) throw new UnknownEventError(position, type, schema_version)
  return { events: found.slice(0, stop).map((row) => fromRow(row, shapes)), end: position - 1 }
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
