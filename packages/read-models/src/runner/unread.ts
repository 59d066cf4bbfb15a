import type { Projection, ViewEventType } from '../projection.ts'

/** Of one type of events, the fragments between which a body is left out, in the order in which they stand there. */
export type Unread = readonly (readonly [from: Buffer, to: Buffer])[]

const byProjection = new WeakMap<Pick<Projection, 'unread'>, ReadonlyMap<string, Unread>>()

export function unreadOf(projection: Pick<Projection, 'unread'>): ReadonlyMap<string, Unread> {
  let unread = byProjection.get(projection)
  if (unread === undefined) {
    const entries = Object.entries(projection.unread ?? {}) as [ViewEventType, readonly (readonly [string, string])[]][]
    unread = new Map(
      entries.map(([type, pairs]) => [type, pairs.map(([from, to]) => [Buffer.from(from), Buffer.from(to)] as const)]),
    )
    byProjection.set(projection, unread)
  }
  return unread
}

/** Where the parts of a body are put together: one text, decoded once. */
let scratch = Buffer.allocUnsafe(65_536)

/**
 * Parses a body but for what stands between the fragments: most of a page is lists of links and of what was left out, which no
 * row shows, and parsing them costs as much as all else that is done for the event. Quotes within a string are escaped, so a
 * fragment with a key is never found in one; where the rest is no JSON, since the keys stand in another order, all is parsed.
 *
 * @param body JSON in UTF-8.
 * @param parse of a text: throws where it is no JSON.
 */
export function parseWithout(body: Buffer, unread: Unread, parse: (text: string) => unknown): unknown {
  if (scratch.length < body.length) scratch = Buffer.allocUnsafe(body.length * 2)
  let length = 0
  let at = 0
  for (const [from, to] of unread) {
    const found = body.indexOf(from, at)
    if (found < 0) continue
    const start = found + from.length
    const end = body.indexOf(to, start)
    if (end < 0) continue
    length += body.copy(scratch, length, at, start)
    at = end
  }
  if (at === 0) return parse(body.toString())
  length += body.copy(scratch, length, at)
  try {
    // Cut at characters of ASCII: what is put together is UTF-8 again.
    return parse(scratch.toString('utf8', 0, length))
  } catch {
    return parse(body.toString())
  }
}
