import { hash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962, section 2.1, over leaves that are hashed already. Pure.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6962#section-2.1
 */
const NODE_PREFIX = 0x01
const HASH_BYTES = 32

export function hashNode(left: Buffer, right: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(1 + 2 * HASH_BYTES)
  bytes[0] = NODE_PREFIX
  bytes.set(left, 1)
  bytes.set(right, 1 + HASH_BYTES)
  return hash('sha256', bytes, 'buffer')
}

/** Root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer')

/** The right edge of a growing tree: roots of its whole subtrees, highest first. Memory is one hash a level. */
export type TreeEdge = {
  size(): number
  /** Adds a leaf, or the root of 2^height leaves where the size so far is a multiple of 2^height. */
  push(sha256: Buffer, height?: number): void
  root(): Buffer
}

export function createTreeEdge(): TreeEdge {
  const subtrees: { height: number; sha256: Buffer }[] = []
  let size = 0
  return {
    size: () => size,
    push(sha256, height = 0) {
      if (size % 2 ** height !== 0) throw new RangeError(`A subtree of height ${height} cannot follow ${size} leaves`)
      size += 2 ** height
      let node = { height, sha256 }
      for (let last = subtrees.at(-1); last?.height === node.height; last = subtrees.at(-1)) {
        subtrees.pop()
        node = { height: node.height + 1, sha256: hashNode(last.sha256, node.sha256) }
      }
      subtrees.push(node)
    },
    root() {
      const highestFirst = subtrees.map(({ sha256 }) => sha256)
      return highestFirst.length === 0 ? EMPTY_ROOT : highestFirst.reduceRight((right, left) => hashNode(left, right))
    },
  }
}

/** Root over leaves that are all at hand; `hashes` must not be empty. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  const edge = createTreeEdge()
  for (const sha256 of hashes) edge.push(sha256)
  return edge.root()
}

/** Root over leaves `from` to `to` - 1 of the log's tree. */
export type RangeRoot = (from: number, to: number) => Promise<Buffer>

/** Hashes that lead from leaf `index` to the root over `size` leaves, lowest first: PATH of section 2.1.1. */
export async function inclusionPath(rangeRoot: RangeRoot, index: number, size: number): Promise<Buffer[]> {
  const path: Buffer[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    const isLeft = index < middle
    path.push(isLeft ? await rangeRoot(middle, to) : await rangeRoot(from, middle))
    if (isLeft) to = middle
    else from = middle
  }
  return path.reverse()
}

/** Hashes that show the tree over `size` leaves to continue the one over `older`: PROOF of section 2.1.2. */
export async function consistencyPath(rangeRoot: RangeRoot, older: number, size: number): Promise<Buffer[]> {
  const path: Buffer[] = []
  let [from, to] = [0, size]
  // Whether the older tree's root over this range is one the verifier has already.
  let isKnown = true
  while (older !== to) {
    const middle = from + splitOf(to - from)
    if (older <= middle) {
      path.push(await rangeRoot(middle, to))
      to = middle
    } else {
      path.push(await rangeRoot(from, middle))
      from = middle
      isKnown = false
    }
  }
  if (!isKnown) path.push(await rangeRoot(from, to))
  return path.reverse()
}

/** Largest power of two below `size`. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** Root that a path leads to: section 2.1.3 of RFC 9162, which spells out the check for RFC 6962's tree. */
export function rootOfInclusion(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | null {
  if (index < 0 || index >= size) return null
  let [place, last] = [index, size - 1]
  let root = leaf
  for (const sibling of path) {
    if (last === 0) return null
    if (place % 2 === 1 || place === last) {
      root = hashNode(sibling, root)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else root = hashNode(root, sibling)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 ? root : null
}

/** Both roots that a consistency path leads to: section 2.1.4 of RFC 9162. */
export function rootsOfConsistency(
  older: number,
  size: number,
  olderRoot: Buffer,
  path: readonly Buffer[],
): { older: Buffer; newer: Buffer } | null {
  if (older <= 0 || older > size) return null
  if (older === size) return path.length === 0 ? { older: olderRoot, newer: olderRoot } : null
  const isPowerOfTwo = splitOf(older + 1) === older
  const hashes = isPowerOfTwo ? [olderRoot, ...path] : [...path]
  if (hashes.length === 0) return null
  let [place, last] = [older - 1, size - 1]
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  let [left, right] = [hashes[0]!, hashes[0]!]
  for (const sibling of hashes.slice(1)) {
    if (last === 0) return null
    if (place % 2 === 1 || place === last) {
      left = hashNode(sibling, left)
      right = hashNode(sibling, right)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else right = hashNode(right, sibling)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 ? { older: left, newer: right } : null
}

/** Not a shift: a log may outgrow 31 bits. */
function half(value: number): number {
  return Math.floor(value / 2)
}
