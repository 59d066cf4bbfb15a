import type { Row, Table } from '../projection.ts'
import { type CopyBuffer, openCopy, putAscii, putJson } from './copy-buffer.ts'

const LENGTH_TO_COME = '\0\0\0\0'

/** What a version of a row tells. */
export type RowChange = {
  readonly row: Row
  /** Null: all of the row. */
  readonly before: Row | null
  /** Undefined: any column may have changed. */
  readonly changes: Row | undefined
}

/**
 * Appends what a version tells of its row as a value of type text: the columns that differ from the row before, or all that
 * are not null, as a JSON object.
 */
export function addPatch(to: CopyBuffer, table: Table, { row, before, changes }: RowChange): void {
  const labels = labelsOf(table)
  const names = before === null || changes === undefined ? labels.keys() : Object.keys(changes)
  const start = to.length
  putAscii(to, LENGTH_TO_COME)
  let separator = '{'
  for (const name of names) {
    const value = row[name]
    const label = labels.get(name)
    if (label === undefined || value === undefined || value === (before === null ? null : before[name])) continue
    putAscii(to, separator)
    putAscii(to, label)
    putJson(to, isPlain(value) ? value : inOrder(value))
    separator = ','
  }
  putAscii(to, separator === '{' ? '{}' : '}')
  to.bytes.writeInt32BE(to.length - start - LENGTH_TO_COME.length, start)
}

const scratch = openCopy()

/** The same as text. */
export function patchText(table: Table, change: RowChange): string {
  scratch.length = 0
  addPatch(scratch, table, change)
  return scratch.bytes.toString('utf8', LENGTH_TO_COME.length, scratch.length)
}

const isPlain = (value: unknown) => typeof value !== 'object' || value === null

/** A row that was stored has the keys of its objects in the order that jsonb gives them, not in that of the fold. */
function inOrder(value: unknown): unknown {
  if (isPlain(value)) return value
  if (Array.isArray(value)) return value.every(isPlain) ? value : value.map(inOrder)
  if (isInOrder(value as object)) return value
  const entries = Object.entries(value as object).map(([key, one]): [string, unknown] => [key, inOrder(one)])
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** As folds make most: these need not be copied. */
function isInOrder(value: object): boolean {
  let last = ''
  return Object.keys(value).every((key) => {
    const isNext = last < key && isPlain((value as Row)[key])
    last = key
    return isNext
  })
}

const labelsOfTables = new WeakMap<Table, ReadonlyMap<string, string>>()

/** What stands beside a patch is not in it: see defineAsOfFunctions. */
const OF_LAST_VERSION: ReadonlySet<string> = new Set(['updated_at', 'last_position'])

/** The columns that patches name, in order, each with its key in JSON. */
function labelsOf(table: Table): ReadonlyMap<string, string> {
  let labels = labelsOfTables.get(table)
  if (labels === undefined) {
    labels = new Map(
      Object.keys(table.columns)
        .filter((name) => !OF_LAST_VERSION.has(name))
        .map((name) => [name, `${JSON.stringify(name)}:`]),
    )
    labelsOfTables.set(table, labels)
  }
  return labels
}
