import { largest } from '../text/largest.ts'
import { logarithmic } from '../text/logarithmic.ts'
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
  const idfOf = frequencies.idfIn(language)
  const rarities = new Float64Array(hashes.length)
  const weights = new Float64Array(hashes.length)
  for (let feature = 0; feature < hashes.length; feature++) {
    rarities[feature] = idfOf(hashes[feature]!)
    weights[feature] = logarithmic(counts[feature]!) * rarities[feature]!
  }
  return {
    vector: unitVector(hashes, weights, VECTOR_FEATURES_MAX),
    title: unitVector(hashes, rarities.subarray(0, inTitle), TITLE_FEATURES_MAX),
  }
}

function unitVector(hashes: readonly number[], weights: Float64Array, featuresMax: number): Vector {
  const kept = largest(
    weights.length,
    featuresMax,
    (a, b) => weights[a]! > weights[b]! || (weights[a] === weights[b] && hashes[a]! < hashes[b]!),
  ).sort((a, b) => hashes[a]! - hashes[b]!)
  // Summed in one order always, so that the last bit is the same.
  let squares = 0
  for (let at = 0; at < kept.length; at++) squares += weights[kept[at]!]! * weights[kept[at]!]!
  const length = Math.sqrt(squares) || 1
  const vector = {
    hashes: new Uint32Array(kept.length),
    weights: new Uint16Array(kept.length),
    start: 0,
    end: kept.length,
  }
  for (let at = 0; at < kept.length; at++) {
    vector.hashes[at] = hashes[kept[at]!]!
    vector.weights[at] = Math.round((weights[kept[at]!]! / length) * UNIT)
  }
  return vector
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

/** Slots for the features of one vector: most of another's are seen not to be among them at the first look. */
const SLOTS = 512
/** Of each slot a feature, and its weight (0: free). */
const slots = new Int32Array(2 * SLOTS)

/** Cosines of one vector with many, as `cosine`, until the next is asked about: a look-up a feature and no merging. */
export function cosineWith({ hashes, weights, start, end }: Vector): (other: Vector) => number {
  slots.fill(0)
  for (let at = start; at < end; at++) {
    const hash = hashes[at]! | 0
    let slot = hash & (SLOTS - 1)
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & (SLOTS - 1)
    slots[2 * slot] = hash
    slots[2 * slot + 1] = weights[at]!
  }
  return (other) => {
    let sum = 0
    for (let at = other.start; at < other.end; at++) {
      const hash = other.hashes[at]! | 0
      let slot = hash & (SLOTS - 1)
      while (slots[2 * slot + 1] !== 0 && slots[2 * slot] !== hash) slot = (slot + 1) & (SLOTS - 1)
      sum += slots[2 * slot + 1]! * other.weights[at]!
    }
    return sum / (UNIT * UNIT)
  }
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
