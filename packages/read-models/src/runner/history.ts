import type { ColumnType, Row, Table } from '../projection.ts'
import { addValue, beginRow, closeCopy, openCopy } from './copy-buffer.ts'
import { COPY_ROWS_MIN, encodeRows } from './copy-rows.ts'
import { addPatch, patchText, type RowChange } from './patch.ts'
import { insertRows, type Write } from './rows.ts'

/** A version of a row, which stands from `position` on. */
export type Version = RowChange & {
  readonly key: string
  readonly position: number
  readonly recordedAt: string
}

/** The versions of one page, on their way into a history. */
export type History = {
  add(table: Table, version: Version): void
  /** Those of the page with this key shall be as if they had never been. */
  forget(key: string): void
  /** @returns null: there are none. */
  plan(into: string): Write | null
}

const COLUMNS = {
  key: 'text',
  position: 'bigint',
  recorded_at: 'timestamptz',
  whole: 'boolean',
  patch: 'text',
} as const satisfies Record<string, ColumnType>

/** For a history that is read: what must be forgotten is taken out. */
export function listedHistory(): History {
  let versions: (Row & { readonly key: string })[] = []
  return {
    add(table, version) {
      const { key, position, recordedAt: recorded_at, before } = version
      versions.push({ key, position, recorded_at, whole: before === null, patch: patchText(table, version) })
    },
    forget(key) {
      versions = versions.filter((version) => version.key !== key)
    },
    plan(into) {
      if (versions.length === 0) return null
      const encode = versions.length < COPY_ROWS_MIN ? insertRows : encodeRows
      return encode(into, COLUMNS, versions)
    },
  }
}

/**
 * For a history that is being filled: versions become bytes at once, and leave nothing to be moved about in memory. What must
 * be forgotten goes when the history gets its index: see views.finish_history.
 */
export function copiedHistory(): History {
  const buffer = openCopy()
  let isEmpty = true
  return {
    add(table, version) {
      isEmpty = false
      beginRow(buffer, 5)
      addValue(buffer, 'text', version.key)
      addValue(buffer, 'bigint', version.position)
      addValue(buffer, 'timestamptz', version.recordedAt)
      addValue(buffer, 'boolean', version.before === null)
      addPatch(buffer, table, version)
    },
    forget: () => {},
    plan(into) {
      return isEmpty ? null : { into, columns: Object.keys(COLUMNS), copy: closeCopy(buffer) }
    },
  }
}
