import type { CopySequence } from './sequence.ts'

/** Who holds a sequence, and loses it when its place is needed. */
type Owner = { sequence: CopySequence }

/**
 * Keeps the newest sequences in a ring of large arrays: one small array an article costs more memory for its bookkeeping
 * than for its words, and the garbage collector walks over each.
 */
export type SequenceStore = {
  /** Copies a sequence into the ring, over the oldest ones: their owners are left with NO_SEQUENCE. */
  readonly put: (owner: Owner, sequence: CopySequence) => void
  /** An owner of its own for what another owner held, and where it stands: it is lost when that place is needed. */
  readonly keep: (sequence: CopySequence) => Owner
}

export const NO_SEQUENCE: CopySequence = { stems: new Uint16Array(0), start: 0, end: 0, weight: 0 }

/** 2 MB each. */
const STEMS_PER_CHUNK = 1 << 20

type Chunk = { readonly stems: Uint16Array; owners: Owner[]; used: number }

/** @param chunksMax so many times a million stems are kept. */
export function createSequenceStore(chunksMax: number): SequenceStore {
  const chunks: Chunk[] = []
  let current = -1
  const next = (): Chunk => {
    current = (current + 1) % chunksMax
    const old = chunks[current]
    if (old === undefined) {
      const chunk = { stems: new Uint16Array(STEMS_PER_CHUNK), owners: [], used: 0 }
      chunks.push(chunk)
      return chunk
    }
    // An owner may have got another sequence since: a revision's.
    for (const owner of old.owners) if (owner.sequence.stems === old.stems) owner.sequence = NO_SEQUENCE
    old.owners = []
    old.used = 0
    return old
  }
  return {
    put(owner, { stems, start, end, weight }) {
      const length = end - start
      let chunk = chunks[current] ?? next()
      if (chunk.used + length > STEMS_PER_CHUNK) chunk = next()
      chunk.stems.set(stems.subarray(start, end), chunk.used)
      owner.sequence = { stems: chunk.stems, start: chunk.used, end: chunk.used + length, weight }
      chunk.owners.push(owner)
      chunk.used += length
    },
    keep(sequence) {
      const owner = { sequence }
      chunks.find(({ stems }) => stems === sequence.stems)?.owners.push(owner)
      return owner
    },
  }
}
