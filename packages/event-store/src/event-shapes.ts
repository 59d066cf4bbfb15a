import { anyEvent, type NewEvent, shapeReader, type Upcasts, upcasts } from '@dateline/domain'
import { InvalidEventError, UnknownEventError } from './log-errors.ts'

/** Which events a log takes and gives: their checks, and how older shapes become today's. */
export type EventShapes = {
  /**
   * @returns the event as it is to be recorded, unknown fields dropped.
   * @throws {InvalidEventError} naming the field that is wrong.
   */
  check(event: NewEvent): NewEvent
  /** Shape in which events of this type are recorded today. */
  versionOf(type: string): number
  /**
   * Brings recorded data into today's shape.
   *
   * @throws {UnknownEventError} for a type or a shape newer than this release.
   */
  upcast(type: string, schemaVersion: number, data: unknown, position: number): unknown
}

type Checked = { readonly success: true; readonly data: NewEvent } | { readonly success: false; readonly error: Error }
type Schema = { safeParse(event: unknown): Checked }

/**
 * Shapes of the domain's events. They are checked on writing, once; on reading, type and shape version must be known, and
 * that the bytes are those that were checked is what `verify` proves.
 */
export const domainShapes: EventShapes = shapesOf(schemasByType(), upcasts)

export function shapesOf(schemas: ReadonlyMap<string, Schema>, chains: Upcasts): EventShapes {
  const shapes = shapeReader(new Set(schemas.keys()), chains)
  return {
    versionOf: (type) => shapes.versionOf(type) ?? 1,
    check(event) {
      const schema = schemas.get(event.type)
      if (schema === undefined) throw new InvalidEventError(event.type, 'there is no such event')
      const result = schema.safeParse(event)
      if (!result.success) throw new InvalidEventError(event.type, explain(result.error))
      return result.data
    },
    upcast(type, schemaVersion, data, position) {
      if (!shapes.knows(type, schemaVersion)) throw new UnknownEventError(position, type, schemaVersion)
      return shapes.upcast(type, schemaVersion, data)
    },
  }
}

/** Takes and gives everything as it is: for tools that move or inspect events without knowing them. */
export const anyShapes: EventShapes = {
  check: (event) => event,
  versionOf: () => 1,
  upcast: (_type, _schemaVersion, data) => data,
}

/** By type, since a union of all would try each of them on every event. */
function schemasByType(): Map<string, Schema> {
  const byType = new Map<string, Schema>()
  for (const { options } of anyEvent.options) {
    for (const schema of options) byType.set(schema.shape.type.value, schema)
  }
  return byType
}

function explain(error: Error): string {
  const issues = (error as Error & { issues?: { path: PropertyKey[]; message: string }[] }).issues ?? []
  const named = issues.slice(0, 5).map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
  return named.length > 0 ? named.join('; ') : error.message
}
