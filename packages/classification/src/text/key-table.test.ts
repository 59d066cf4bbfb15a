import { expect, test } from 'vitest'
import { createKeyTable } from './key-table.ts'

test.for([0, 1, 2, 3, 1_000, 4_096])('finds every one of %s keys, and no other', (count) => {
  const keys = Array.from({ length: count }, (_, at) => Math.imul(at + 1, 0x85ebca6b) >>> 0)
  const { placeOf } = createKeyTable(keys)
  expect(keys.map(placeOf)).toEqual(keys.map((_, at) => at))
  expect(keys.map((key) => placeOf((key ^ 1) >>> 0)).filter((place) => place >= 0).length).toBe(
    keys.filter((key) => keys.includes((key ^ 1) >>> 0)).length,
  )
})
