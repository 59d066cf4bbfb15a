import { createKeyTable, type KeyTable } from '../text/key-table.ts'
import { logarithmic } from '../text/logarithmic.ts'
import type { TextFeatures } from './text-features.ts'
import type { SparseVector } from './train-linear.ts'

/**
 * One separating plane a topic over the features of texts. The weight of feature `row` for topic `t` is
 * `weights[row * topics.length + t] * scales[t]`.
 */
export type LinearModel = {
  readonly topics: readonly string[]
  /** Feature hash → row. */
  readonly rows: ReadonlyMap<number, number>
  readonly idf: Float64Array
  readonly weights: Float64Array | Int8Array
  readonly scales: Float64Array
  readonly biases: Float64Array
}

/** Steps of one in an idf: it fits in one byte of a model file. */
export const IDF_STEPS = 20

/** Known features of a text, their values scaled to length one; `from[k]` is the text's feature behind entry k. */
export type TextVector = SparseVector & { readonly from: Int32Array }

/** Sublinear tf-idf. Features the model does not know count for nothing, not even for the length. */
export function textVector({ rows, idf }: Pick<LinearModel, 'rows' | 'idf'>, features: TextFeatures): TextVector {
  const at = new Int32Array(features.keys.length)
  const value = new Float64Array(features.keys.length)
  const from = new Int32Array(features.keys.length)
  const { placeOf } = tableOf(rows)
  let known = 0
  let squares = 0
  for (let i = 0; i < features.keys.length; i++) {
    const row = placeOf(features.keys[i]!)
    if (row < 0) continue
    const weight = logarithmic(features.counts[i]!) * idf[row]!
    at[known] = row
    value[known] = weight
    from[known] = i
    known++
    squares += weight * weight
  }
  const length = Math.sqrt(squares)
  for (let k = 0; k < known; k++) value[k]! /= length
  return { at: at.subarray(0, known), value: value.subarray(0, known), from: from.subarray(0, known) }
}

const tables = new WeakMap<LinearModel['rows'], KeyTable>()

/** The rows of a model as a table; row numbers are places in it. */
export function tableOf(rows: LinearModel['rows']): KeyTable {
  const known = tables.get(rows)
  if (known !== undefined) return known
  const keys: number[] = []
  for (const [key, row] of rows) keys[row] = key
  const table = createKeyTable(keys)
  tables.set(rows, table)
  return table
}

/** Signed distance from each topic's plane; above zero speaks for the topic. */
export function scoresOf({ topics, weights, scales, biases }: LinearModel, { at, value }: SparseVector): Float64Array {
  const width = topics.length
  const sums = new Float64Array(width)
  for (let k = 0; k < at.length; k++) {
    const start = at[k]! * width
    const x = value[k]!
    for (let t = 0; t < width; t++) sums[t]! += weights[start + t]! * x
  }
  for (let t = 0; t < width; t++) sums[t] = sums[t]! * scales[t]! + biases[t]!
  return sums
}
