import { hash } from 'node:crypto'
import type { NewEvent } from '@dateline/domain'
import { eventIdOf } from './event-id.ts'
import type { EventShapes } from './event-shapes.ts'
import { hashContent } from './leaf.ts'
import { InvalidEventError } from './log-errors.ts'
import { saltBody } from './salt.ts'

/** Where the stream must stand: a version, `new` (0), or `any`. */
export type ExpectedVersion = number | 'any' | 'new'

export type AppendOptions = {
  /**
   * What the events are recorded because of: the id of an event, or the key of a job or request. Ids of the events are derived
   * from it, so the same append with the same cause, from any process at any time, is recorded once.
   */
  readonly cause: string
  /** When it happened, if that is not when it is recorded: UTC, any ISO 8601 form. */
  readonly occurredAt?: string
}

export type Appended = {
  readonly firstVersion: number
  readonly lastVersion: number
  readonly lastPosition: number
  /** When the database recorded it; for an append that was there already, when it did so first is read from the log. */
  readonly recordedAt: string
  /** True: nothing was written now, an earlier attempt had been recorded. */
  readonly wasThere: boolean
}

/** An event made ready for the database: checked, hashed, with its id. */
type ReadyEvent = {
  readonly type: string
  readonly schemaVersion: number
  readonly eventId: string
  /**
   * Salt, then the UTF-8 of the JSON text: what is hashed, and what is stored. A character a byte, since a string lies in memory
   * that is cheaply cleared, where as many buffers have the collector look through all there is ten times a second.
   */
  readonly saltedBody: string
  /** In hex. */
  readonly bodySha256: string
  /** A character a byte. */
  readonly contentSha256: string
}

/** One append on its way. */
export type AppendRequest = {
  readonly stream: string
  /** null: any. */
  readonly expected: number | null
  readonly cause: string
  readonly occurredAt: string | null
  readonly events: readonly ReadyEvent[]
  readonly bodyBytes: number
}

export const EVENTS_PER_APPEND_MAX = 1_000
/** A whole long-read with all its evidence is below 1 MB. */
export const EVENT_BODY_CHARS_MAX = 16_000_000
const CAUSE_CHARS_MAX = 500
const STREAM_CHARS_MAX = 200
const STREAM = /^[a-z]+-[0-9a-z-]+$/
const TYPE = /^[A-Za-z][A-Za-z0-9]{0,99}$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a cause must not hold
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/

/**
 * Checks and hashes everything before the request joins a group, so that a bad one fails alone.
 *
 * @throws {InvalidEventError}
 */
export function prepareAppend(
  shapes: EventShapes,
  stream: string,
  expectedVersion: ExpectedVersion,
  events: readonly NewEvent[],
  { cause, occurredAt }: AppendOptions,
): AppendRequest {
  if (!STREAM.test(stream) || stream.length > STREAM_CHARS_MAX) {
    throw new InvalidEventError(`Stream "${stream.slice(0, 50)}"`, 'its name is not like "article-5d41402abc4b2a76"')
  }
  if (events.length === 0 || events.length > EVENTS_PER_APPEND_MAX) {
    throw new InvalidEventError(`Append of ${events.length} events`, `it takes 1 to ${EVENTS_PER_APPEND_MAX}`)
  }
  if (cause === '' || cause.length > CAUSE_CHARS_MAX || CONTROL.test(cause)) {
    throw new InvalidEventError(`Cause "${cause.slice(0, 50)}"`, `it is one line of 1 to ${CAUSE_CHARS_MAX} characters`)
  }
  const expected = expectedVersion === 'any' ? null : expectedVersion === 'new' ? 0 : expectedVersion
  if (expected !== null && !(Number.isInteger(expected) && expected >= 0)) {
    throw new InvalidEventError(`Expected version ${expected}`, 'it is 0 or a positive whole number')
  }
  const origin = { stream, cause, occurredAt: occurredAt === undefined ? null : toMilliseconds(occurredAt) }
  const ready = events.map((event, index) => prepareEvent(shapes, origin, event, index))
  const bodyBytes = ready.reduce((sum, { saltedBody }) => sum + saltedBody.length, 0)
  return { ...origin, expected, events: ready, bodyBytes }
}

type Origin = { readonly stream: string; readonly cause: string; readonly occurredAt: string | null }

function prepareEvent(shapes: EventShapes, origin: Origin, event: NewEvent, index: number): ReadyEvent {
  if (!TYPE.test(event.type)) throw new InvalidEventError(`Event type "${event.type.slice(0, 50)}"`, 'it is one word')
  const { stream, cause, occurredAt } = origin
  const { type, data } = shapes.check(event)
  // A lone surrogate cannot be written as UTF-8: JSON.stringify escapes it, so what is hashed is what is stored.
  const body = JSON.stringify(data)
  if (body.length > EVENT_BODY_CHARS_MAX) {
    throw new InvalidEventError(type, `${body.length} characters are more than ${EVENT_BODY_CHARS_MAX}`)
  }
  const saltedBody = saltBody(body)
  const bodySha256 = hash('sha256', saltedBody)
  const schemaVersion = shapes.versionOf(type)
  const eventId = eventIdOf(cause, stream, index)
  const content = { stream, type, schemaVersion, eventId, occurredAt, cause, bodySha256 }
  const contentSha256 = hashContent(content, 'binary')
  return { type, schemaVersion, eventId, saltedBody: saltedBody.toString('latin1'), bodySha256, contentSha256 }
}

function toMilliseconds(instant: string): string {
  const time = new Date(instant)
  if (Number.isNaN(time.getTime())) throw new InvalidEventError(`Time "${instant.slice(0, 50)}"`, 'it is not ISO 8601')
  return time.toISOString()
}
