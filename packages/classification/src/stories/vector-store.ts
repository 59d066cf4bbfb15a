import { type Marks, NAMES_MAX, NUMBERS_MAX, type Particulars } from './particulars.ts'
import { TITLE_FEATURES_MAX, VECTOR_FEATURES_MAX, type Vector } from './vector.ts'

/** What of an article is compared with others. */
export type Compared = { readonly vector: Vector; readonly titleVector: Vector; readonly particulars: Particulars }

/**
 * Keeps what is compared of the newest articles in a ring of large arrays: small arrays of their own cost more memory for
 * their bookkeeping than for their numbers, and the garbage collector walks over each.
 */
export type VectorStore = {
  /** Copies an article's numbers into its place, over those of the article `slotsMax` before it. */
  readonly put: (slot: number, compared: Compared) => Compared
  /** The vector last put for a slot: without the way over its article, which lies elsewhere in memory. */
  readonly at: (slot: number) => Vector
}

const SLOTS_PER_CHUNK = 4_096
const ENTRIES_PER_SLOT = VECTOR_FEATURES_MAX + TITLE_FEATURES_MAX
const MARKS_PER_SLOT = NUMBERS_MAX + NAMES_MAX

type Chunk = { readonly hashes: Uint32Array; readonly weights: Uint16Array; readonly marks: Uint32Array }

export function createVectorStore(slotsMax: number): VectorStore {
  const chunks: (Chunk | undefined)[] = []
  const lengths = new Uint8Array(slotsMax)
  return {
    put(slot, { vector, titleVector, particulars }) {
      const place = slot % slotsMax
      const number = Math.floor(place / SLOTS_PER_CHUNK)
      chunks[number] ??= {
        hashes: new Uint32Array(SLOTS_PER_CHUNK * ENTRIES_PER_SLOT),
        weights: new Uint16Array(SLOTS_PER_CHUNK * ENTRIES_PER_SLOT),
        marks: new Uint32Array(SLOTS_PER_CHUNK * MARKS_PER_SLOT),
      }
      const chunk = chunks[number]
      const start = (place % SLOTS_PER_CHUNK) * ENTRIES_PER_SLOT
      const marks = (place % SLOTS_PER_CHUNK) * MARKS_PER_SLOT
      lengths[place] = vector.end - vector.start
      const { numbers, names } = particulars
      return {
        vector: copyVector(vector, chunk, start),
        titleVector: copyVector(titleVector, chunk, start + VECTOR_FEATURES_MAX),
        particulars: {
          ...particulars,
          numbers: copyMarks(numbers, chunk, marks),
          names: copyMarks(names, chunk, marks + NUMBERS_MAX),
        },
      }
    },
    at(slot) {
      const place = slot % slotsMax
      const { hashes, weights } = chunks[Math.floor(place / SLOTS_PER_CHUNK)]!
      const start = (place % SLOTS_PER_CHUNK) * ENTRIES_PER_SLOT
      return { hashes, weights, start, end: start + lengths[place]! }
    },
  }
}

function copyVector({ hashes, weights, start, end }: Vector, chunk: Chunk, to: number): Vector {
  chunk.hashes.set(hashes.subarray(start, end), to)
  chunk.weights.set(weights.subarray(start, end), to)
  return { hashes: chunk.hashes, weights: chunk.weights, start: to, end: to + end - start }
}

function copyMarks({ hashes, start, end }: Marks, { marks }: Chunk, to: number): Marks {
  marks.set(hashes.subarray(start, end), to)
  return { hashes: marks, start: to, end: to + end - start }
}
