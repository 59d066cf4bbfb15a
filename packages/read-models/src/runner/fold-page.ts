import { type Change, changed, type Projection, type Row, type Table, type ViewEvent } from '../projection.ts'
import type { History } from './history.ts'
import { historyName } from './rows.ts'

/** How many patches a read as of some time has to put together, at most, for a row with its own stream. */
const VERSIONS_PER_WHOLE = 16

/** Everything one page does to the tables of one view, each row once. */
export type PageWrites = {
  /** By table, then by primary key. */
  readonly puts: Map<string, Map<string, Row>>
  /** Which of the puts, by table, were not there before the page. */
  readonly fresh: Map<string, Set<string>>
  /** Counters to move, by table, then by primary key. */
  readonly adds: Map<string, Map<string, Row>>
  /** Rows to delete before anything is put. */
  readonly removes: { readonly table: string; readonly where: Row; readonly position: number }[]
  readonly history: History
}

/** SQLSTATE class 42: no such table or column, or no right to it. */
const NOT_THE_EVENT = /^42[0-9A-Z]{3}$/

/** What a person is told, who would else leave out one event after another. */
export function whyStopped(cause: unknown): string {
  const { code, message = String(cause) } = (cause ?? {}) as { code?: unknown; message?: string }
  if (typeof code !== 'string' || !NOT_THE_EVENT.test(code)) return message
  return `${message} (the database is not as this release expects it: no event is to blame, and leaving one out helps nothing)`
}

/** Thrown by a fold: the event that the view cannot take in. */
export class PoisonEventError extends Error {
  readonly position: number

  constructor(position: number, cause: unknown) {
    super(`event ${position} cannot be taken in: ${whyStopped(cause)}`, { cause })
    this.name = 'PoisonEventError'
    this.position = position
  }
}

/** @returns the keys whose rows `foldPage` must be given. */
export function keysOfPage(projection: Projection, events: readonly ViewEvent[]): Set<string> {
  const keys = new Set<string>()
  for (const event of events) if (isFor(projection, event)) for (const key of projection.keysOf(event)) keys.add(key)
  return keys
}

/** A view in the course of a page. */
export type Fold = {
  readonly projection: Projection
  /** A row or null for every key of the page: as they stand before it, and then after it. */
  readonly states: Map<string, Row | null>
  /** Whether this shard folds the key. */
  readonly isMine: (key: string) => boolean
  readonly writes: PageWrites
}

export function noWrites(history: History): PageWrites {
  return { puts: new Map(), fresh: new Map(), adds: new Map(), removes: [], history }
}

/**
 * Takes views over a page, event by event, so that the body of each is parsed once. Pure but for `states` and `writes`.
 *
 * @throws {PoisonEventError} naming the event; the folds are then of no further use.
 */
export function foldPage(folds: readonly Fold[], events: readonly ViewEvent[]): void {
  for (const event of events) {
    try {
      for (const { projection, states, isMine, writes } of folds) {
        if (!isFor(projection, event)) continue
        for (const key of projection.keysOf(event)) if (isMine(key)) foldEvent(projection, states, event, key, writes)
      }
    } catch (cause) {
      throw new PoisonEventError(event.position, cause)
    }
  }
}

function foldEvent(
  projection: Projection,
  states: Map<string, Row | null>,
  event: ViewEvent,
  key: string,
  writes: PageWrites,
): void {
  const { table } = projection
  const before = states.get(key) ?? null
  const changes = projection.changes?.(before, event, key)
  if (changes === null) return
  const after = changes === undefined ? projection.evolve(before, event, key) : changed(table, before, changes)
  if (after === before) return
  states.set(key, after)
  if (after === null) {
    collect(writes, projection, { table: table.name, remove: { [projection.key]: key } }, event.position)
    if (projection.history) forgetHistory(writes, projection, key, event.position)
    return
  }
  if (projection.history) {
    const isErased = projection.erases?.(event) === true
    if (isErased) forgetHistory(writes, projection, key, event.position)
    const isWhole = isErased || before === null || event.version % VERSIONS_PER_WHOLE === 0
    const { position, recordedAt } = event
    writes.history.add(table, { key, position, recordedAt, row: after, before: isWhole ? null : before, changes })
  }
  const primaryKey = primaryKeyOf(table, after)
  const isFresh = before === null || primaryKeyOf(table, before) !== primaryKey
  if (isFresh) entriesOf(writes.fresh, table.name, () => new Set<string>()).add(primaryKey)
  entriesOf(writes.puts, table.name, () => new Map<string, Row>()).set(primaryKey, after)
  for (const change of projection.derive?.(before, after, event) ?? [])
    collect(writes, projection, change, event.position)
}

function forgetHistory(writes: PageWrites, projection: Projection, key: string, position: number): void {
  writes.removes.push({ table: historyName(projection), where: { key }, position })
  writes.history.forget(key)
}

const typesOf = new WeakMap<Projection, ReadonlySet<string>>()

function isFor(projection: Projection, event: ViewEvent): boolean {
  let types = typesOf.get(projection)
  if (types === undefined) {
    types = new Set(projection.types)
    typesOf.set(projection, types)
  }
  return types.has(event.type)
}

function collect({ puts, adds, removes }: PageWrites, projection: Projection, change: Change, position: number): void {
  const rows = (of: Map<string, Map<string, Row>>) => entriesOf(of, change.table, () => new Map<string, Row>())
  if ('put' in change) {
    rows(puts).set(primaryKeyOf(tableOf(projection, change.table), change.put), change.put)
  } else if ('remove' in change) {
    const matches = (row: Row) => Object.entries(change.remove).every(([column, value]) => row[column] === value)
    for (const [key, row] of rows(puts)) if (matches(row)) rows(puts).delete(key)
    removes.push({ table: change.table, where: change.remove, position })
  } else {
    const key = primaryKeyOf(tableOf(projection, change.table), change.key)
    const before = rows(adds).get(key) ?? change.key
    const sums = Object.entries(change.add).map(([column, by]) => [column, Number(before[column] ?? 0) + by])
    rows(adds).set(key, { ...before, ...Object.fromEntries(sums) })
  }
}

function entriesOf<Entries>(of: Map<string, Entries>, table: string, create: () => Entries): Entries {
  let entries = of.get(table)
  if (entries === undefined) {
    entries = create()
    of.set(table, entries)
  }
  return entries
}

export function tableOf(projection: Projection, name: string): Table {
  const table = [projection.table, ...(projection.derived ?? [])].find((one) => one.name === name)
  if (table === undefined) throw new Error(`view ${projection.name} has no table ${name}`)
  return table
}

/** Columns of one primary key as one string; JSON keeps their borders apart. */
function primaryKeyOf({ primaryKey }: Table, row: Row): string {
  return primaryKey.length === 1 ? String(row[primaryKey[0]!]) : JSON.stringify(primaryKey.map((column) => row[column]))
}
