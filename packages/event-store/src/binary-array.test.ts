import { testDatabase } from '@dateline/testing'
import { expect, test } from 'vitest'
import { type BinaryArray, createBinaryArray } from './binary-array.ts'

const { database } = await testDatabase()
const uuid = (index: number) => `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`

// Many enough that the buffer grows several times, and once more after it was cleared.
test.for<
  [Parameters<typeof createBinaryArray>[0], (array: BinaryArray, index: number) => void, (index: number) => unknown]
>([
  ['text', (array, index) => array.addText(`“${index}” é 漢 😀`), (index) => `“${index}” é 漢 😀`],
  ['text', (array, index) => array.addText(index % 3 === 0 ? null : 'x'), (index) => (index % 3 === 0 ? null : 'x')],
  [
    'bytea',
    (array, index) => array.addBytes(Buffer.alloc(index % 50, index)),
    (index) => Buffer.alloc(index % 50, index),
  ],
  [
    'bytea',
    (array, index) => array.addHex(index.toString(16).padStart(64, '0')),
    (index) => Buffer.from(index.toString(16).padStart(64, '0'), 'hex'),
  ],
  ['bytea', (array, index) => array.addLatin1(`\u00ff${index}`), (index) => Buffer.from(`\u00ff${index}`, 'latin1')],
  ['uuid', (array, index) => array.addUuid(uuid(index)), uuid],
  ['int2', (array, index) => array.addInt2(index), (index) => index],
  ['int4', (array, index) => array.addInt4(index * 1_000_003), (index) => index * 1_000_003],
  [
    'timestamptz',
    (array, index) => array.addTimestamp(new Date(index * 86_400_123).toISOString()),
    (index) => new Date(index * 86_400_123),
  ],
])('what is added to an array of %s is what Postgres reads', async ([type, add, expected]) => {
  const array = createBinaryArray(type)
  for (const length of [1, 700, 2_000]) {
    array.clear()
    for (let index = 0; index < length; index++) add(array, index)
    const text = `select unnest($1::${type}[]) as value`
    const { rows } = await database.pool.query<{ value: unknown }>({ text, values: [array.finish()] })
    expect(rows.map(({ value }) => value)).toEqual(Array.from({ length }, (_, index) => expected(index)))
  }
})

test('a huge array does not keep its memory', () => {
  const array = createBinaryArray('bytea')
  array.addBytes(Buffer.alloc(10_000_000))
  array.clear()
  array.addBytes(Buffer.of(7))
  expect(array.finish().buffer.byteLength).toBeLessThan(10_000)
})
