import { anyEvent } from '@dateline/domain'
import type { ClientBase } from 'pg'
import type { ViewEvent, ViewEventType } from '../projection.ts'

type EventRow = {
  position: number
  stream: string
  version: number
  type: string
  event_id: string
  recorded_at: string
  cause: string | null
  data: string | null
}

/** Positions are dense, so a page is a range: no sorting, no counting, and only its own partitions are touched. */
const PAGE_SQL = `
  select e.position, e.stream, e.version, e.type, e.event_id, e.cause, b.data,
         e.recorded_at::text
    from log.event e left join log.body b on b.position = e.position and b.position > $1 and b.position <= $2 and e.type = any($3)
   where e.position > $1 and e.position <= $2 order by e.position`

const KNOWN_TYPES: ReadonlySet<string> = new Set(
  anyEvent.options.flatMap((stream) => stream.options.map((option) => option.shape.type.value)),
)

/** An event of a type that this release does not know: a newer one has written it. */
export class UnknownEventError extends Error {
  readonly position: number

  constructor(position: number, type: string) {
    super(`event ${position} is of type ${type}, which this release does not know: update Dateline, then retry`)
    this.name = 'UnknownEventError'
    this.position = position
  }
}

/**
 * @param types bodies of other events are not read.
 * @returns the events at `after` + 1 to `after` + `limit`, as far as there are any.
 */
export async function readPage(
  client: ClientBase,
  after: number,
  limit: number,
  types: readonly ViewEventType[],
): Promise<ViewEvent[]> {
  const { rows } = await client.query<EventRow>({
    name: 'views-page',
    text: PAGE_SQL,
    values: [after, after + limit, types],
  })
  return rows.map(toEvent)
}

/**
 * @returns how many of the events come before the first of an unknown type.
 */
export function knownEvents(events: readonly ViewEvent[]): { known: readonly ViewEvent[]; unknown: ViewEvent | null } {
  const index = events.findIndex(({ type }) => !KNOWN_TYPES.has(type))
  return index < 0 ? { known: events, unknown: null } : { known: events.slice(0, index), unknown: events[index]! }
}

function toEvent({
  position,
  stream,
  version,
  type,
  event_id: eventId,
  recorded_at,
  cause,
  data,
}: EventRow): ViewEvent {
  const recordedAt = toInstant(recorded_at)
  const body = data === null ? null : parseBody(data)
  return { position, stream, version, type, eventId, recordedAt, cause, data: body } as ViewEvent
}

/** "2026-11-20 10:00:00.5+00" to "2026-11-20T10:00:00.500Z"; a session that is not in UTC takes the slow way. */
function toInstant(text: string): string {
  if (!text.endsWith('+00')) return new Date(text).toISOString()
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`
}

/** What JSON can say and a text column cannot hold: the character NUL, and halves of surrogate pairs. */
const UNSTORABLE = /\0|\p{Surrogate}/gu

function parseBody(text: string): unknown {
  // Only an escape can bring such a character, and JSON.stringify escapes almost nothing else that way.
  if (!text.includes('\\u')) return JSON.parse(text)
  return JSON.parse(text, (_key, value) => (typeof value === 'string' ? value.replace(UNSTORABLE, '\uFFFD') : value))
}
