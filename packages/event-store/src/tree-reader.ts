import type { Database } from '@dateline/database'
import { hashNode, type RangeRoot, rootOf, splitOf } from './merkle.ts'

/** Whole subtrees of these heights are kept in log.subtree; see migrations/0004-tree.ts. */
export const KEPT_HEIGHTS = [8, 16, 24] as const
/** Hashes of one height that make one of the next kept height. */
export const ROW_HASHES = 256
const ROW_HEIGHT = 8
/** Rows of 256 hashes: a proof touches about ten. */
const ROWS_KEPT_MAX = 1_000

/**
 * Roots over any range of the sealed tree, from kept subtrees where there are any and leaves where not. Remembers what it has
 * read, so use one for the proofs of one moment.
 */
export function createTreeReader({ db }: Pick<Database, 'db'>): RangeRoot {
  const rows = new Map<string, Promise<Buffer[]>>()

  /** Hashes of height `level` * 8, numbers row * 256 to row * 256 + 255, as far as they are there. */
  function readRow(level: number, row: number): Promise<Buffer[]> {
    const key = `${level}/${row}`
    let hashes = rows.get(key)
    if (hashes === undefined) {
      if (rows.size >= ROWS_KEPT_MAX) rows.clear()
      hashes = level === 0 ? readLeaves(row * ROW_HASHES) : readSubtrees(level * ROW_HEIGHT, row * ROW_HASHES)
      rows.set(key, hashes)
    }
    return hashes
  }

  async function readLeaves(first: number): Promise<Buffer[]> {
    const leaves = await db
      .selectFrom('log.event')
      .select('leaf_sha256')
      .where('position', '>', first)
      .where('position', '<=', first + ROW_HASHES)
      .orderBy('position')
      .execute()
    return leaves.map(({ leaf_sha256 }) => leaf_sha256)
  }

  async function readSubtrees(height: number, first: number): Promise<Buffer[]> {
    const subtrees = await db
      .selectFrom('log.subtree')
      .select('sha256')
      .where('height', '=', height)
      .where('index', '>=', first)
      .where('index', '<', first + ROW_HASHES)
      .orderBy('index')
      .execute()
    return subtrees.map(({ sha256 }) => sha256)
  }

  /** Root of the whole subtree number `index` of a kept height, or null if it is not there yet. */
  async function findKept(level: number, index: number): Promise<Buffer | null> {
    const hashes = await readRow(level, Math.floor(index / ROW_HASHES))
    return hashes[index % ROW_HASHES] ?? null
  }

  return async function rangeRoot(from: number, to: number): Promise<Buffer> {
    const count = to - from
    for (let level: number = KEPT_HEIGHTS.length; level >= 0; level--) {
      const leaves = 2 ** (level * ROW_HEIGHT)
      if (count !== leaves || from % leaves !== 0) continue
      const kept = await findKept(level, from / leaves)
      if (kept !== null) return kept
      if (level === 0) throw new RangeError(`There is no event ${from + 1} in the log`)
    }
    const isWithinRow = Math.floor(from / ROW_HASHES) === Math.floor((to - 1) / ROW_HASHES)
    if (isWithinRow) {
      const leaves = await readRow(0, Math.floor(from / ROW_HASHES))
      const wanted = leaves.slice(from % ROW_HASHES, (from % ROW_HASHES) + count)
      if (wanted.length < count) throw new RangeError(`There is no event ${from + wanted.length + 1} in the log`)
      return rootOf(wanted)
    }
    const middle = from + splitOf(count)
    return hashNode(await rangeRoot(from, middle), await rangeRoot(middle, to))
  }
}
