import { TITLE_FEATURES_MAX, VECTOR_FEATURES_MAX, type Vector } from './vector.ts'

/**
 * Keeps the vectors of the newest articles in a ring of large arrays: one small array an article costs more memory for
 * its bookkeeping than for its numbers, and the garbage collector walks over each.
 */
export type VectorStore = {
  /** Puts an article's vectors into its place, over those of the article `slotsMax` before it. */
  readonly put: (slot: number, vector: Vector, title: Vector) => { readonly vector: Vector; readonly title: Vector }
}

const SLOTS_PER_CHUNK = 4_096
const ENTRIES_PER_SLOT = VECTOR_FEATURES_MAX + TITLE_FEATURES_MAX

type Chunk = { readonly hashes: Uint32Array; readonly weights: Uint16Array }

export function createVectorStore(slotsMax: number): VectorStore {
  const chunks: (Chunk | undefined)[] = []
  return {
    put(slot, vector, title) {
      const place = slot % slotsMax
      const number = Math.floor(place / SLOTS_PER_CHUNK)
      const entries = SLOTS_PER_CHUNK * ENTRIES_PER_SLOT
      chunks[number] ??= { hashes: new Uint32Array(entries), weights: new Uint16Array(entries) }
      const start = (place % SLOTS_PER_CHUNK) * ENTRIES_PER_SLOT
      return {
        vector: copy(vector, chunks[number], start),
        title: copy(title, chunks[number], start + VECTOR_FEATURES_MAX),
      }
    },
  }
}

function copy({ hashes, weights, start, end }: Vector, chunk: Chunk, to: number): Vector {
  chunk.hashes.set(hashes.subarray(start, end), to)
  chunk.weights.set(weights.subarray(start, end), to)
  return { hashes: chunk.hashes, weights: chunk.weights, start: to, end: to + end - start }
}
