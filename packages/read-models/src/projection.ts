import type { AnyEvent, NewEvent, Recorded } from '@dateline/domain'

/** What caused an event is nothing to a view. */
type Header = Pick<Recorded, 'position' | 'stream' | 'version' | 'eventId' | 'recordedAt'>
type WithErasableBody<Event> =
  Event extends NewEvent<infer Type, infer Data> ? Header & { readonly type: Type; readonly data: Data | null } : never

/** An event as a view reads it. `data` is null where the body has been erased by law: only the header is left. */
export type ViewEvent = WithErasableBody<AnyEvent>
export type ViewEventType = ViewEvent['type']

/** Whether nothing that its stream has said before counts any more: views must be as if it had never been said. */
export function isErasure(event: ViewEvent): boolean {
  return event.type === 'ArticleWithdrawn'
}

/** Postgres types a view may use, and what stands for them in a row. */
export type ColumnType =
  | 'text'
  | 'integer'
  | 'bigint'
  | 'double precision'
  | 'boolean'
  | 'timestamptz'
  | 'text[]'
  | 'jsonb'

/** A table of a view. Its DDL stands in a migration; a test compares the two. */
export type Table = {
  readonly name: string
  readonly primaryKey: readonly string[]
  readonly columns: Readonly<Record<string, ColumnType>>
}

/** Plain values only: instants are ISO strings with milliseconds, so that a row that was stored and loaded is the same. */
export type Row = Readonly<Record<string, unknown>>

/** What a fold does to tables beside its own. None of it depends on the order in which shards write. */
export type Change =
  | { readonly table: string; readonly put: Row }
  | { readonly table: string; readonly remove: Row }
  | { readonly table: string; readonly key: Row; readonly add: Readonly<Record<string, number>> }

/**
 * A view: a pure fold with a key. The row before and an event give the row after, so that page size, restarts and shards
 * cannot change the result. It must not throw on anything a page may say; if it does, only this view stops.
 */
export type Projection<State extends Row = Row> = {
  readonly name: string
  /** Raised when `evolve` gives other rows for the same log: the view is then rebuilt beside the old one. */
  readonly version: number
  /** Events of other types are never read. */
  readonly types: readonly ViewEventType[]
  /**
   * What `evolve` never looks at, so that a rebuild need not parse it: fragments of bodies, each with a key that stands nowhere
   * else in them, between which everything may be missing.
   */
  readonly unread?: Partial<Record<ViewEventType, readonly (readonly [from: string, to: string])[]>>
  readonly table: Table
  /** The column that holds the key; of several rows with one key (revisions) the last by primary key is the state. */
  readonly key: keyof State & string
  /** Tables that `derive` changes. `put` replaces a row, `remove` deletes those with these values, `add` moves counters. */
  readonly derived?: readonly Table[]
  /** Keep every version of a row, so that it can be read as of a position or a time. */
  readonly history?: boolean
  /** Events after which a row's history must not tell what stood in it before. */
  erases?(event: ViewEvent): boolean
  /** Events of an article's stream concern only rows with this article's id as their key: shards read no others. */
  keysOf(event: ViewEvent): readonly string[]
  /** Null is "no row": rows there were with this key are deleted. The same object means "nothing changed". */
  evolve(state: State | null, event: ViewEvent, key: string): State | null
  /**
   * The same, told by the columns that the event sets, in an order that depends on nothing else: a row of many columns is then
   * neither copied more than once nor searched for what has changed. Null means "nothing changed".
   */
  changes?(state: State | null, event: ViewEvent, key: string): Partial<State> | null
  derive?(before: State | null, after: State, event: ViewEvent): readonly Change[]
}

/** A row in which columns are set; with null a new one. */
export function changed<State extends Row>(table: Table, row: State | null, changes: Partial<State>): State {
  return { ...(row ?? emptyRow<State>(table)), ...changes }
}

/** A row of the table in which nothing is known yet; the caller adds what must not be null. */
export function emptyRow<State extends Row>(table: Table): State {
  let row = emptyRows.get(table)
  if (row === undefined) {
    // Made by JSON.parse, an object of many fields is kept as a record; made by Object.fromEntries, as a much larger hash table,
    // and so is every copy of it.
    row = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.keys(table.columns).map((column) => [column, null]))),
    ) as Row
    emptyRows.set(table, row)
  }
  return row as State
}

const emptyRows = new WeakMap<Table, Row>()
