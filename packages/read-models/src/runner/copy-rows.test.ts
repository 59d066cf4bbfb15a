import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import type { ColumnType } from '../projection.ts'
import { encodeRows, sendRows } from './copy-rows.ts'

const columns = {
  n: 'integer',
  a_text: 'text',
  a_bigint: 'bigint',
  a_double: 'double precision',
  a_boolean: 'boolean',
  a_time: 'timestamptz',
  an_array: 'text[]',
  a_json: 'jsonb',
} as const satisfies Record<string, ColumnType>

const empty = {
  a_text: null,
  a_bigint: null,
  a_double: null,
  a_boolean: null,
  a_time: null,
  an_array: null,
  a_json: null,
}
const rows = [
  { ...empty },
  { ...empty, a_text: '', an_array: [], a_json: null },
  { ...empty, a_text: 'tab\tnew\nline\\ “quoted” 😀', an_array: ['a,b', '"{}"', 'é'], a_json: { a: ['\\', 1] } },
  { ...empty, a_bigint: 9_007_199_254_740_991, a_double: 0.1, a_boolean: true, a_time: '9999-12-31T23:59:59.999Z' },
  { ...empty, a_bigint: -4_294_967_297, a_double: -1e-300, a_boolean: false, a_time: '0001-01-01T00:00:00.000Z' },
  { ...empty, a_text: 'x'.repeat(200_000), a_time: '1999-12-31T23:59:59.001Z' },
].map((row, n) => ({ n, ...row }))

test('what is written by COPY is read as it was', async () => {
  const { database } = await testDatabase()
  const client = await database.pool.connect()
  const list = Object.entries(columns).map(([name, type]) => `${name} ${type}`)
  await client.query(`create temporary table copied (${list.join(', ')})`)
  await sendRows(client, encodeRows('copied', columns, rows))
  const { rows: found } = await client.query<{ a_time: Date | null }>('select * from copied order by n')
  client.release(true)
  expect(found.map((row) => ({ ...row, a_time: row.a_time?.toISOString() ?? null }))).toEqual(rows)
})
