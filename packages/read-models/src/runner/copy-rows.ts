import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { ColumnType, Row } from '../projection.ts'

/** Below this, one statement is faster than COPY with its extra turns. */
export const COPY_ROWS_MIN = 30

/**
 * Writes new rows by COPY: several times faster than any INSERT.
 *
 * @throws what Postgres says, e.g. if one of them is there already.
 */
export async function copyRows(
  client: ClientBase,
  into: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly Row[],
): Promise<void> {
  const names = Object.keys(columns)
  const types = Object.values(columns)
  const stream = client.query(copyFrom(`copy ${into} (${names.join(', ')}) from stdin`))
  stream.end(copyText(names, types, rows))
  await finished(stream)
}

/** Text format of COPY: a line a row, tabs between the columns. */
function copyText(names: readonly string[], types: readonly ColumnType[], rows: readonly Row[]): string {
  const lines: string[] = []
  for (const row of rows) {
    let line = ''
    for (let index = 0; index < names.length; index++) {
      line += `${index === 0 ? '' : '\t'}${copyValue(row[names[index]!], types[index]!)}`
    }
    lines.push(line)
  }
  return `${lines.join('\n')}\n`
}

function copyValue(value: unknown, type: ColumnType): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string' && type !== 'jsonb') return escaped(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (type === 'text[]') return escaped(arrayText(value as readonly string[]))
  return escaped(JSON.stringify(value))
}

/** https://www.postgresql.org/docs/18/arrays.html#ARRAYS-IO */
function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character]!) : text
}
