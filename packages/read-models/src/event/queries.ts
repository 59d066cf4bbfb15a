import type { Db } from '@dateline/database'
import { BadInputError, instant } from '@dateline/domain'
import { z } from 'zod'
import { readDb } from '../read-tables.ts'

export const EVENTS_PER_PAGE_MAX = 1_000

/** An event as it stands in the log. */
export const recordedEvent = z.object({
  position: z.int(),
  stream: z.string(),
  version: z.int(),
  type: z.string(),
  schemaVersion: z.int().meta({ description: 'Of the shape of data' }),
  eventId: z.string(),
  recordedAt: instant,
  occurredAt: instant.nullable(),
  cause: z.string().nullable(),
  data: z.unknown().meta({ description: 'Exactly as recorded; null where it has been erased by law' }),
})
export type RecordedEvent = z.infer<typeof recordedEvent>

/**
 * The log, in order. Positions are dense: the last one read is all a reader must remember.
 *
 * @param filter.stream only this stream.
 * @param limit 1 to EVENTS_PER_PAGE_MAX.
 * @throws {BadInputError}
 */
export async function listEvents(
  db: Db,
  afterPosition: number,
  limit: number,
  filter: { readonly stream?: string } = {},
): Promise<RecordedEvent[]> {
  if (!Number.isSafeInteger(afterPosition) || afterPosition < 0) {
    throw new BadInputError('The position must be a whole number, 0 to begin at the start of the log.')
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > EVENTS_PER_PAGE_MAX) {
    throw new BadInputError(`The limit must be a whole number from 1 to ${EVENTS_PER_PAGE_MAX}.`)
  }
  const rows = await readDb(db)
    .selectFrom('log.event as e')
    .select(['e.position', 'e.stream', 'e.version', 'e.type', 'e.schema_version', 'e.event_id', 'e.cause'])
    .select(['e.recorded_at', 'e.occurred_at', 'e.data'])
    .where('e.position', '>', afterPosition)
    .$if(filter.stream !== undefined, (query) => query.where('e.stream', '=', filter.stream!))
    .orderBy('e.position')
    .limit(limit)
    .execute()
  return rows.map(({ schema_version, event_id, recorded_at, occurred_at, data, ...rest }) => ({
    ...rest,
    schemaVersion: schema_version,
    eventId: event_id,
    recordedAt: recorded_at.toISOString(),
    occurredAt: occurred_at?.toISOString() ?? null,
    data: data === null ? null : JSON.parse(data),
  }))
}

/** That something was recorded: an event without its body, which may be in an archive or erased. */
export type Change = Pick<RecordedEvent, 'position' | 'stream' | 'version' | 'type' | 'eventId' | 'recordedAt'>

/** The next events after a position, in order. */
export async function listChanges(db: Db, afterPosition: number, limit: number): Promise<Change[]> {
  const rows = await readDb(db)
    .selectFrom('log.event')
    .select(['position', 'stream', 'version', 'type', 'event_id', 'recorded_at'])
    .where('position', '>', afterPosition)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(({ event_id, recorded_at, ...rest }) => ({
    ...rest,
    eventId: event_id,
    recordedAt: recorded_at.toISOString(),
  }))
}
