import type { ShapeReader } from '@dateline/domain'
import type { ViewEvent } from '../projection.ts'
import { parseWithout, type Unread } from './unread.ts'

/** An event that this release does not know, by its type or by its shape: a newer one has written it. */
export class UnknownEventError extends Error {
  readonly position: number

  constructor(position: number, type: string, schemaVersion: number) {
    super(
      `event ${position} is a ${type} of shape ${schemaVersion}, which this release does not know: update Dateline, then retry`,
    )
    this.name = 'UnknownEventError'
    this.position = position
  }
}

/** What stands in the log beside the body. */
export type Header = {
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly type: string
  /** Null: it stands in the bytes. */
  readonly id: string | null
  readonly recordedAt: string
}

/** The body as it stands in the log: JSON, in UTF-8. */
export type Body = {
  readonly schemaVersion: number
  readonly bytes: Buffer
  /** Of the 16 bytes of the event's id. */
  readonly idAt: number
  readonly start: number
  /** Below 0: the body has been erased. */
  readonly end: number
  /** What of it nobody looks at; undefined: nothing. */
  readonly unread?: Unread | undefined
}

type LazyEvent = Header & { readonly body: Body; readonly shapes: ShapeReader }

let lastParsed: { readonly event: LazyEvent | null; readonly data: unknown } = { event: null, data: null }

/**
 * Bodies are parsed when they are asked for, and only the last one is kept: a page of whole articles, parsed, would be many
 * times larger than its text, and live long enough to be moved about in memory.
 */
const LAZY = {
  get eventId(): string {
    const { id, body } = this as unknown as LazyEvent
    if (id !== null) return id
    const hex = body.bytes.toString('hex', body.idAt, body.idAt + 16)
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  },

  get data(): unknown {
    const event = this as unknown as LazyEvent
    if (event.body.end < 0) return null
    if (lastParsed.event !== event) lastParsed = { event, data: parse(event.type, event.body, event.shapes) }
    return lastParsed.data
  },
}

export function toEvent(header: Header, body: Body, shapes: ShapeReader): ViewEvent {
  const { position, stream, version, type, id, recordedAt } = header
  return { __proto__: LAZY, position, stream, version, type, id, recordedAt, body, shapes } as unknown as ViewEvent
}

function parse(type: string, { schemaVersion, bytes, start, end, unread }: Body, shapes: ShapeReader): unknown {
  const isWhole = unread === undefined || schemaVersion !== shapes.versionOf(type)
  if (!isWhole) return parseWithout(bytes.subarray(start, end), unread, parseText)
  return shapes.upcast(type, schemaVersion, parseText(bytes.toString('utf8', start, end)))
}

/** What JSON can say and a text column cannot hold: the character NUL, and halves of surrogate pairs. */
const UNSTORABLE = /\0|\p{Surrogate}/gu

function parseText(text: string): unknown {
  // Only an escape can bring such a character, and JSON.stringify escapes almost nothing else that way.
  if (!text.includes('\\u')) return JSON.parse(text)
  return JSON.parse(text, (_key, value) => (typeof value === 'string' ? value.replace(UNSTORABLE, '\uFFFD') : value))
}
