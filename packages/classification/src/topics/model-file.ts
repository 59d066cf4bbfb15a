import type { Calibration } from './calibration.ts'
import type { DeepTopic } from './deep-topics.ts'
import { IDF_STEPS, type LinearModel } from './linear-model.ts'

/** A linear model as JSON. Numbers as `toText` gives them: hashes as 32 bits little-endian in rising order, the others as bytes. */
export type ModelFile = {
  /** How texts are read into features, and how the numbers are packed. Absent: topics/1. */
  readonly format?: string
  readonly taxonomy: string
  /** ISO 639 code of the texts it reads. Absent: English. */
  readonly language?: string
  readonly topics: readonly string[]
  readonly calibration: Calibration
  readonly scales: readonly number[]
  readonly biases: readonly number[]
  readonly keys: string
  readonly idf: string
  readonly weights: string
  readonly deepCalibration: Calibration
  readonly deep: readonly DeepTopic[]
}

/** What this release reads and writes. A change of text-features.ts that gives other hashes is another format. */
export const MODEL_FORMAT = 'topics/1'

/** What a model file holds beside the planes. */
export type ModelParts = Pick<ModelFile, 'taxonomy' | 'calibration' | 'deepCalibration' | 'deep'>

export function packModel(model: LinearModel, { taxonomy, calibration, deepCalibration, deep }: ModelParts): ModelFile {
  const width = model.topics.length
  const order = [...model.rows].sort((a, b) => a[0] - b[0])
  const scales = model.topics.map((_, t) => {
    let largest = 0
    for (const [, row] of order) largest = Math.max(largest, Math.abs(model.weights[row * width + t]!))
    return round(largest / 127)
  })
  const keys = new Uint8Array(order.length * 4)
  const view = new DataView(keys.buffer)
  const weights = new Int8Array(order.length * width)
  order.forEach(([key, row], at) => {
    view.setUint32(at * 4, key, true)
    for (let t = 0; t < width; t++) weights[at * width + t] = Math.round(model.weights[row * width + t]! / scales[t]!)
  })
  return {
    taxonomy,
    topics: model.topics,
    calibration,
    scales,
    biases: [...model.biases].map(round),
    keys: toText(keys),
    idf: toText(Uint8Array.from(order, ([, row]) => Math.round(model.idf[row]! * IDF_STEPS))),
    weights: toText(new Uint8Array(weights.buffer)),
    deepCalibration,
    deep,
  }
}

export function unpackModel({ topics, keys, idf, weights, scales, biases }: ModelFile): LinearModel {
  const bytes = fromText(keys)
  const view = new DataView(bytes.buffer)
  const rows = new Map<number, number>()
  for (let at = 0; at < bytes.length; at += 4) rows.set(view.getUint32(at, true), at / 4)
  return {
    topics,
    rows,
    idf: Float64Array.from(fromText(idf), (steps) => steps / IDF_STEPS),
    weights: new Int8Array(fromText(weights).buffer),
    scales: Float64Array.from(scales),
    biases: Float64Array.from(biases),
  }
}

/** Seven digits say more than the weights' bytes do, and print alike everywhere. */
function round(value: number): number {
  return Number(value.toPrecision(7))
}

/**
 * Base64 with signs in place of the vowels, B and X: no line of numbers spells a word by chance, a mark of unfinished work
 * least of all.
 */
function toText(bytes: Uint8Array): string {
  let chars = ''
  for (const byte of bytes) chars += String.fromCharCode(byte)
  return btoa(chars).replace(/[ABEIOUX]/gi, (letter) => SIGNS[LETTERS.indexOf(letter)]!)
}

function fromText(text: string): Uint8Array<ArrayBuffer> {
  const chars = atob(toBase64(text))
  const bytes = new Uint8Array(chars.length)
  for (let at = 0; at < chars.length; at++) bytes[at] = chars.charCodeAt(at)
  return bytes
}

/** The numbers of a model file in plain base64, which stays as it is. */
export function toBase64(text: string): string {
  return text.replace(/[^\w+/=]/g, (sign) => LETTERS[SIGNS.indexOf(sign)] ?? sign)
}

const LETTERS = 'ABEIOUXabeioux'
const SIGNS = '-.:;!?()*^~@#$'
