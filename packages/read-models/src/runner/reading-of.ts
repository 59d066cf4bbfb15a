import { eventShapes } from '@dateline/domain'
import type { ViewEventType } from '../projection.ts'
import type { Lane } from './lane.ts'
import type { Reading } from './recorded-event.ts'
import type { Unread } from './trim-json.ts'

export function typesOf(lanes: readonly Pick<Lane, 'projection'>[]): ViewEventType[] {
  return [...new Set(lanes.flatMap(({ projection }) => projection.types))]
}

/** What none of the views that read a type looks at. */
export function readingOf(lanes: readonly Pick<Lane, 'projection'>[]): Reading {
  const unread: Record<string, Unread> = {}
  for (const type of typesOf(lanes)) {
    const readers = lanes.filter(({ projection }) => projection.types.includes(type))
    const common = readers.map(({ projection }) => projection.unread?.[type] ?? {}).reduce(both)
    if (Object.keys(common).length > 0) unread[type] = common
  }
  return { shapes: eventShapes, unread }
}

function both(one: Unread, other: Unread): Unread {
  const common: Record<string, true | Unread> = {}
  for (const [key, ofOne] of Object.entries(one)) {
    const ofOther = other[key]
    if (ofOther === undefined) continue
    common[key] = ofOne === true ? ofOther : ofOther === true ? ofOne : both(ofOne, ofOther)
  }
  return common
}
