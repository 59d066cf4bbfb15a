import { z } from 'zod'

/** UTC, e.g. "2026-11-20T10:00:00Z", with or without fractions of a second. */
export const instant = z.iso.datetime()

export const sha256 = z.hash('sha256')

/** Shape of one event type. Unknown fields are dropped on reading, so an old reader survives a newer writer. */
export function event<const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, data: Shape) {
  return z.object({ type: z.literal(type), data: z.object(data) })
}

/** What is handed to the log: an event that has not been recorded yet. */
export type NewEvent<Type extends string = string, Data = unknown> = { readonly type: Type; readonly data: Data }

/** An event as it stands in the log. */
export type Recorded<Event extends NewEvent = NewEvent> = Event & {
  /** Place in the whole log: 1, 2, 3… without gaps, in commit order. */
  readonly position: number
  /** e.g. "article-5d41402abc4b2a76b9719d911017c592" */
  readonly stream: string
  /** Place in its stream: 1, 2, 3… */
  readonly version: number
  readonly eventId: string
  /** When the database recorded it: UTC with milliseconds. */
  readonly recordedAt: string
  /** What it was recorded because of: the id of an event, or the key of a job or request. */
  readonly cause: string | null
  /** Present and true where the event was lawfully erased: its place stays, and its data is null whatever the type says. */
  readonly withdrawn?: true
}
