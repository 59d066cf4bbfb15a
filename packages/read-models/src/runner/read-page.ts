import { anyEvent } from '@dateline/domain'
import type { ClientBase } from 'pg'
import type { ViewEvent, ViewEventType } from '../projection.ts'

/** A stretch of the log: the events in it that concern the reader, and where it ends. */
export type EventPage = { readonly events: readonly ViewEvent[]; readonly end: number }

/** Which part of the events of articles to read: `shard` of `shards`. Everything else is read by all shards. */
export type ShardOfLog = { readonly shard: number; readonly shards: number }

type EventRow = {
  last: number
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

/**
 * Positions are dense, so a page is a range: no sorting, no counting, and only its own partitions are touched. The head is
 * read in the same snapshot and tells how far the range goes. Events of unknown types come along, to be stopped at.
 */
const PAGE_SQL = `
  select h.last, e.position, e.stream, e.version, e.schema_version, e.type, e.event_id, e.recorded_at::text, e.cause, b.data
    from (select least(position, $2) as last from log.head) h
    left join (
      log.event e left join log.body b on b.position = e.position and b.position > $1 and b.position <= $2
    ) on e.position > $1 and e.position <= $2 and e.position <= h.last and (e.type = any($3) or e.type <> all($4))
     and case when $5 > 1 and e.stream ~ '^article-.*[0-9a-f]{4}$'
              then ('x' || right(e.stream, 4))::bit(16)::int % $5 = $6 else true end
   order by e.position`

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

/** All shapes there are today; see the event store's upcasts. */
const SCHEMA_VERSION_MAX = 1

/**
 * @param types events of other types are left out.
 * @returns the events at `after` + 1 to `after` + `limit`, as far as the log goes; `end` is `after` if there are none.
 * @throws {UnknownEventError} if the first of them is of a type or shape that this release does not know; a later one ends
 *   the page in front of it.
 */
export async function readPage(
  client: Pick<ClientBase, 'query'>,
  after: number,
  limit: number,
  types: readonly ViewEventType[],
  { shard, shards }: ShardOfLog = { shard: 0, shards: 1 },
): Promise<EventPage> {
  const { rows } = await client.query<EventRow>({
    name: 'views-page',
    text: PAGE_SQL,
    values: [after, after + limit, types, [...KNOWN_TYPES], shards, shard],
  })
  const last = Math.max(rows[0]!.last, after)
  const found = rows[0]!.position === null ? [] : rows
  const stop = found.findIndex(({ type, schema_version }) => {
    return !KNOWN_TYPES.has(type) || schema_version > SCHEMA_VERSION_MAX
  })
  if (stop < 0) return { events: found.map(toEvent), end: last }
  const { position, type } = found[stop]!
  if (position === after + 1) throw new UnknownEventError(position, type)
  return { events: found.slice(0, stop).map(toEvent), end: position - 1 }
}

/**
 * Bodies are parsed when they are asked for, and only the last one is kept: a page of whole articles, parsed, would be many
 * times larger than its text, and live long enough to be moved about in memory.
 */
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
  const header = { position, stream, version, type, eventId, recordedAt, cause }
  if (data === null) return { ...header, data } as ViewEvent
  const event = {
    ...header,
    get data() {
      if (lastParsed.text !== data) lastParsed = { text: data, body: parseBody(data) }
      return lastParsed.body
    },
  }
  return event as ViewEvent
}

let lastParsed: { readonly text: string; readonly body: unknown } = { text: 'null', body: null }

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
