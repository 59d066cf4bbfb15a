import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openOnnxEmbedder } from './open-onnx-embedder.ts'
import { tinyModel } from './tiny-model.ts'
import { openWordPieces } from './word-pieces.ts'

const VOCABULARY = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'dock', 'strike', '##s', 'wolves', 'é', '海', '.'].join('\n')

describe('word pieces', () => {
  test.for<[string, number[]]>([
    ['Dock strikes.', [4, 5, 6, 10]],
    ['DOCK', [4]],
    ['docker', [1]],
    ['海海', [9, 9]],
    ['', []],
    [`${'x'.repeat(200)} dock`, [1, 4]],
  ])('%s', ([text, pieces]) => expect(openWordPieces(VOCABULARY, 64)(text)).toEqual([2, ...pieces, 3]))

  test('end at their limit', () => expect(openWordPieces(VOCABULARY, 4)('dock dock dock dock')).toEqual([2, 4, 4, 3]))

  test('need a vocabulary of word pieces', () => expect(() => openWordPieces('a\nb', 9)).toThrow('has no [UNK]'))
})

/** No part of the project: `node infra/setup/onnx-runtime.mjs` fetches the small one, as continuous integration does. */
const FETCHED = join(import.meta.dirname, '../../../node_modules/.dateline-onnx/ort.wasm.min.mjs')
const RUNTIME = process.env.EMBEDDER_RUNTIME ?? (existsSync(FETCHED) ? FETCHED : 'onnxruntime-node')
const isHere = (() => {
  try {
    return createRequire(import.meta.url).resolve(RUNTIME) !== ''
  } catch {
    console.error(
      'running an ONNX model is not tested: there is no ONNX runtime; fetch one by `node infra/setup/onnx-runtime.mjs`',
    )
    return false
  }
})()

const folder = mkdtempSync(join(tmpdir(), 'dateline-onnx-'))
afterAll(() => rmSync(folder, { recursive: true }))
const model = join(folder, 'tiny.onnx')

describe('a model of the operator’s own', () => {
  test('that is not there is refused with what to do', async () => {
    await expect(openOnnxEmbedder(join(folder, 'none.onnx'))).rejects.toThrow('vocab.txt beside it')
  })

  test('without a runtime is refused with what to do', async () => {
    writeFileSync(model, tinyModel([[1]]))
    writeFileSync(join(folder, 'vocab.txt'), VOCABULARY)
    await expect(openOnnxEmbedder(model, '/nowhere/runtime.js')).rejects.toThrow('EMBEDDER_RUNTIME')
  })

  test.skipIf(!isHere)('gives the mean of its pieces, the same each time', async () => {
    const table = VOCABULARY.split('\n').map((_, at) => [at, at === 4 ? 8 : 0])
    writeFileSync(model, tinyModel(table))
    const { id, embed } = await openOnnxEmbedder(model, RUNTIME)
    expect(id).toMatch(/^onnx:tiny\.onnx#[0-9a-f]{12}$/)
    // [CLS] dock strike [SEP] and [CLS] wolves [SEP]
    expect((await embed(['dock strike', 'wolves'])).map((vector) => [...vector])).toEqual([
      [3.5, 2],
      [4, 0],
    ])
    expect(await embed(['dock strike'])).toEqual(await embed(['dock strike']))
  })

  test.skipIf(!isHere)('that is no model is refused', async () => {
    writeFileSync(model, 'nothing')
    await expect(openOnnxEmbedder(model, RUNTIME)).rejects.toThrow('cannot be run')
  })
})
