import type { Features } from './features.ts'
import type { Frequencies } from './frequencies.ts'

/** The weightiest features stand for an article; more of them change no grouping and cost memory. */
export const VECTOR_FEATURES_MAX = 60

export const TITLE_FEATURES_MAX = 12

/** Unit length is this many steps: weights are whole numbers, so that sums are exact in any order. */
export const UNIT = 4_096

/** Sorted feature hashes with their weights, of unit length in steps of 1/UNIT: entries `start` to `end` of the arrays. */
export type Vector = {
  readonly hashes: Uint32Array
  readonly weights: Uint16Array
  readonly start: number
  readonly end: number
}

/** The vectors of an article's whole text and of its title alone. */
export function vectorsOf(
  { hashes, counts, inTitle }: Features,
  frequencies: Frequencies,
  language: string | null,
): { vector: Vector; title: Vector } {
  const all: Weighed[] = []
  const title: Weighed[] = []
  const idfOf = frequencies.idfIn(language)
  for (let feature = 0; feature < hashes.length; feature++) {
    const hash = hashes[feature]!
    const idf = idfOf(hash)
    all.push({ hash, weight: (1 + Math.log(counts[feature]!)) * idf })
    if (feature < inTitle) title.push({ hash, weight: idf })
  }
  return { vector: unitVector(all, VECTOR_FEATURES_MAX), title: unitVector(title, TITLE_FEATURES_MAX) }
}

type Weighed = { readonly hash: number; readonly weight: number }

function unitVector(weighed: Weighed[], featuresMax: number): Vector {
  weighed.sort((a, b) => b.weight - a.weight || a.hash - b.hash)
  const kept = weighed.slice(0, featuresMax).sort((a, b) => a.hash - b.hash)
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1
  return {
    hashes: Uint32Array.from(kept, ({ hash }) => hash),
    weights: Uint16Array.from(kept, ({ weight }) => Math.round((weight / length) * UNIT)),
    start: 0,
    end: kept.length,
  }
}

/** Cosine of two vectors: 0 to about 1. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0
  let inA = a.start
  let inB = b.start
  while (inA < a.end && inB < b.end) {
    const difference = a.hashes[inA]! - b.hashes[inB]!
    if (difference === 0) sum += a.weights[inA++]! * b.weights[inB++]!
    else if (difference < 0) inA++
    else inB++
  }
  return sum / (UNIT * UNIT)
}

/** Features that both have, weightiest first. */
export function sharedFeatures(a: Vector, b: Vector): number[] {
  const shared: { hash: number; weight: number }[] = []
  let inB = b.start
  for (let inA = a.start; inA < a.end; inA++) {
    const hash = a.hashes[inA]!
    while (inB < b.end && b.hashes[inB]! < hash) inB++
    if (inB < b.end && b.hashes[inB] === hash) shared.push({ hash, weight: a.weights[inA]! * b.weights[inB]! })
  }
  return shared.sort((x, y) => y.weight - x.weight || x.hash - y.hash).map(({ hash }) => hash)
}
