import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  consistencyPath,
  createTreeEdge,
  EMPTY_ROOT,
  inclusionPath,
  type RangeRoot,
  rootOf,
  rootOfInclusion,
  rootsOfConsistency,
} from './merkle.ts'

const leafOf = (bytes: Buffer) => createHash('sha256').update(Buffer.of(0)).update(bytes).digest()

// Inputs and roots that the implementations of Certificate Transparency test themselves with.
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test.for(ROOTS.map((root, index) => ({ size: index + 1, root })))('root over $size known leaves', ({ size, root }) => {
  const leaves = INPUTS.slice(0, size).map((input) => leafOf(Buffer.from(input, 'hex')))
  expect(rootOf(leaves).toString('hex')).toBe(root)
})

test('root of no leaves', () => expect(createTreeEdge().root()).toEqual(EMPTY_ROOT))

const SIZE_MAX = 40
const leaves = Array.from({ length: SIZE_MAX }, (_, index) => leafOf(Buffer.from([index])))
const rangeRoot: RangeRoot = async (from, to) => rootOf(leaves.slice(from, to))
const sizes = Array.from({ length: SIZE_MAX }, (_, index) => index + 1)

describe('paths', () => {
  test.for(sizes)('of inclusion hold for every leaf of %i, and for no other', async (size) => {
    const root = rootOf(leaves.slice(0, size))
    for (let index = 0; index < size; index++) {
      const path = await inclusionPath(rangeRoot, index, size)
      expect(rootOfInclusion(leaves[index]!, index, size, path)).toEqual(root)
      expect(rootOfInclusion(leaves[(index + 1) % SIZE_MAX]!, index, size, path)).not.toEqual(root)
      expect(rootOfInclusion(leaves[index]!, index, size, [...path, root])).toBeNull()
    }
  })

  test.for(sizes)('of consistency hold from every older tree to %i leaves, and from no other', async (size) => {
    const newer = rootOf(leaves.slice(0, size))
    for (let older = 1; older <= size; older++) {
      const olderRoot = rootOf(leaves.slice(0, older))
      const path = await consistencyPath(rangeRoot, older, size)
      expect(rootsOfConsistency(older, size, olderRoot, path)).toEqual({ older: olderRoot, newer })
      if (older === size) continue
      const other = leafOf(Buffer.from('other'))
      const forged = rootsOfConsistency(older, size, other, path)
      expect(forged?.older.equals(other) && forged.newer.equals(newer)).toBe(false)
    }
  })
})

test('whole subtrees stand for their leaves', () => {
  const edge = createTreeEdge()
  edge.push(rootOf(leaves.slice(0, 8)), 3)
  edge.push(leaves[8]!)
  expect(edge.root()).toEqual(rootOf(leaves.slice(0, 9)))
  expect(() => edge.push(leaves[0]!, 3)).toThrow(RangeError)
})
