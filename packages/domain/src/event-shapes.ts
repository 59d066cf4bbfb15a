import { anyEvent } from './any-event.ts'

/** Gives the data of shape n + 1 for data of shape n. Pure; must take every sample of its shape. */
export type Upcast = (data: never) => unknown
export type Upcasts = Readonly<Record<string, readonly Upcast[]>>

/**
 * Shapes that changed so that old events no longer fit: `{ ArticleFetched: [from1to2, from2to3] }`. An optional field needs no
 * entry. Stored events are never edited: whoever reads the log, the event store and the views alike, brings them into today's
 * shape by this table. For each entry `samples/` keeps a file of the older shape: "<type>@<shape>[-<what is special>].json".
 */
export const upcasts: Upcasts = {}

/** Which types and shapes of events a reader knows, and how it brings older ones into today's. */
export type ShapeReader = {
  readonly types: readonly string[]
  /** Shape in which events of this type are recorded today; null: the type is not known. */
  versionOf(type: string): number | null
  /** False for a type, or a shape, that a newer release has written. */
  knows(type: string, schemaVersion: number): boolean
  /** @returns the data in today's shape; the same object where it has not changed. */
  upcast(type: string, schemaVersion: number, data: unknown): unknown
}

export function shapeReader(types: ReadonlySet<string>, chains: Upcasts): ShapeReader {
  const versionOf = (type: string) => (types.has(type) ? (chains[type]?.length ?? 0) + 1 : null)
  return {
    types: [...types],
    versionOf,
    knows: (type, schemaVersion) => schemaVersion <= (versionOf(type) ?? 0),
    upcast(type, schemaVersion, data) {
      const chain = chains[type]
      if (chain === undefined) return data
      return chain.slice(schemaVersion - 1).reduce((older, upcast) => upcast(older as never), data)
    },
  }
}

/** Every type of event there is. */
export const EVENT_TYPES: ReadonlySet<string> = new Set(
  anyEvent.options.flatMap((stream) => stream.options.map((option) => option.shape.type.value)),
)

/** Of the domain's events. */
export const eventShapes: ShapeReader = shapeReader(EVENT_TYPES, upcasts)
