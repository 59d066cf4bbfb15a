import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { type BinaryArray, createBinaryArray, TYPE_OIDS } from './binary-array.ts'

const { database } = await testDatabase()
const uuid = (index: number) => `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`

// Many enough that the buffer grows several times, and once more after it was cleared.
test.for<[keyof typeof TYPE_OIDS, (array: BinaryArray, index: number) => void, (index: number) => unknown]>([
  ['text', (array, index) => array.addText(`“${index}” é 漢 😀`), (index) => `“${index}” é 漢 😀`],
  ['text', (array, index) => array.addUtf8(Buffer.from(`漢${index}`).toString('latin1')), (index) => `漢${index}`],
  [
    'bytea',
    (array, index) => array.addHex(index.toString(16).padStart(64, '0')),
    (index) => Buffer.from(index.toString(16).padStart(64, '0'), 'hex'),
  ],
  ['bytea', (array, index) => array.addBytes(`\u00ff${index}`), (index) => Buffer.from(`\u00ff${index}`, 'latin1')],
  ['uuid', (array, index) => array.addUuid(uuid(index)), uuid],
  ['int2', (array, index) => array.addInt2(index), (index) => index],
  ['int4', (array, index) => array.addInt4(index * 1_000_003), (index) => index * 1_000_003],
  [
    'timestamptz',
    (array, index) => array.addTimestamp(new Date(index * 86_400_123).toISOString()),
    (index) => new Date(index * 86_400_123),
  ],
])('what is added to an array of %s is what Postgres reads', async ([type, add, expected]) => {
  const array = createBinaryArray()
  for (const length of [1, 700, 2_000]) {
    array.clear()
    for (let index = 0; index < length; index++) add(array, index)
    const text = `select unnest($1::${type}[]) as value`
    const values = [array.finish(TYPE_OIDS[type])]
    const { rows } = await database.pool.query<{ value: unknown }>({ text, values })
    expect(rows.map(({ value }) => value)).toEqual(Array.from({ length }, (_, index) => expected(index)))
  }
})

test('records are what Postgres reads, with fields of any length and none', async () => {
  await database.pool.query('create type sample as (number integer, time timestamptz, words text)')
  const { rows: types } = await database.pool.query<{ oid: number }>(`select 'sample'::regtype::oid as oid`)
  const array = createBinaryArray()
  for (const length of [1, 1_000]) {
    array.clear()
    const expected = Array.from({ length }, (_, index) => {
      const row = { number: index % 3 === 0 ? null : index, time: null, words: '漢'.repeat(index % 50) }
      array.addRecord(3)
      array.addInt4(row.number)
      array.addTimestamp(row.time)
      array.addText(row.words)
      return row
    })
    const text = 'select (unnest($1::sample[])).*'
    const { rows } = await database.pool.query({ text, values: [array.finish(types[0]!.oid)] })
    expect(rows).toEqual(expected)
  }
})

test('a huge array does not keep its memory', () => {
  const array = createBinaryArray()
  array.addUtf8('x'.repeat(10_000_000))
  array.clear()
  array.addUtf8('7')
  expect(array.finish(TYPE_OIDS.text).buffer.byteLength).toBeLessThan(10_000)
})
