import { expect, test } from 'vitest'
import { cosine, cosineWith, type Vector } from './vector.ts'

function vectorOf(hashes: readonly number[], seed: number): Vector {
  const sorted = Uint32Array.from([0, ...hashes]).sort()
  const weights = Uint16Array.from(sorted, (_, at) => 1 + ((at * seed) % 700))
  return { hashes: sorted, weights, start: 1, end: sorted.length }
}

test('cosines with one are those of each pair', () => {
  const vectors = Array.from({ length: 20 }, (_, seed) =>
    // Hashes that crowd into few slots, and such as have their highest bit set.
    vectorOf(
      Array.from(
        { length: seed * 3 },
        (_word, at) => ((at * (1 + (seed % 4)) * 512 + (at % 3)) ^ ((at % 2) << 31)) >>> 0,
      ),
      seed,
    ),
  )
  for (const one of vectors) {
    const likenessOf = cosineWith(one)
    expect(vectors.map(likenessOf)).toEqual(vectors.map((other) => cosine(one, other)))
  }
})
