import { expect, test } from 'vitest'
import file from '../../model/topics.json' with { type: 'json' }
import type { LinearModel } from './linear-model.ts'
import { packModel, unpackModel } from './model-file.ts'

const none = { score: 0, lead: 0, offset: 0 }
const parts = { taxonomy: 'own', calibration: none, deepCalibration: none, deep: [] }

/** Of every byte there is, in its weights. */
const model: LinearModel = {
  topics: ['a', 'b'],
  rows: new Map(Array.from({ length: 127 }, (_, row) => [row * 0x2040801, row])),
  idf: Float64Array.from({ length: 127 }, (_, row) => row / 20),
  weights: Float64Array.from({ length: 254 }, (_, at) => at - 127),
  scales: Float64Array.of(1, 1),
  biases: Float64Array.of(-1, 0.5),
}

test('a model is read as it was packed', () => {
  const { rows, idf, weights, scales, biases } = unpackModel(packModel(model, parts))
  expect(rows).toEqual(model.rows)
  expect(idf).toEqual(model.idf)
  expect(weights).toHaveLength(254)
  weights.forEach((weight, at) => {
    expect(weight * scales[at % 2]!).toBeCloseTo(model.weights[at]!, 0)
  })
  expect(biases).toEqual(model.biases)
})

test('the numbers of a file spell no word, and plain base64 is read too', () => {
  for (const { keys, idf, weights } of [packModel(model, parts), file]) {
    for (const numbers of [keys, idf, weights]) expect(numbers).not.toMatch(/[abeioux]/i)
  }
  const packed = packModel(model, parts)
  const plain = { ...packed, weights: Buffer.from(unpackModel(packed).weights.buffer).toString('base64') }
  expect(unpackModel(plain).weights).toEqual(unpackModel(packed).weights)
})
