import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BadInputError } from '@dateline/domain'
import { openWordPieces } from './word-pieces.ts'

/** Turns texts into vectors. */
export type OnnxEmbedder = {
  /** "onnx:<file>#<begin of its sha256>" */
  readonly id: string
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>
}

/** What is used of ONNX Runtime: its packages for Node and for the web have it in common. */
type Runtime = {
  readonly InferenceSession: {
    create(model: Uint8Array, options: object): Promise<Session>
  }
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown
}
type Session = {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(inputs: Record<string, unknown>): Promise<Record<string, { data: ArrayLike<number>; dims: readonly number[] }>>
}

const MODEL_BYTES_MAX = 2_000_000_000
const PIECES_MAX = 256

/** Inputs of sentence models, as numbers by piece. */
const INPUTS: Readonly<Record<string, (piece: number) => number>> = {
  input_ids: (piece) => piece,
  attention_mask: () => 1,
  token_type_ids: () => 0,
}

/**
 * Opens a model in ONNX form that reads word pieces: inputs input_ids, and where it asks for them attention_mask and
 * token_type_ids; output a vector a text, or one a piece, whose mean is taken. Its vocabulary stands beside it as vocab.txt.
 *
 * @param runtime package or file that is loaded to run it; it is no part of the project, being some 250 MB.
 * @throws {BadInputError} saying what is missing and what to do.
 */
export async function openOnnxEmbedder(modelFile: string, runtime = 'onnxruntime-node'): Promise<OnnxEmbedder> {
  const vocabularyFile = join(dirname(modelFile), 'vocab.txt')
  for (const file of [modelFile, vocabularyFile]) {
    if (!existsSync(file))
      throw new BadInputError(`There is no ${file}: a model needs its .onnx file and vocab.txt beside it.`)
  }
  if (statSync(modelFile).size > MODEL_BYTES_MAX)
    throw new BadInputError(`${modelFile} is larger than ${MODEL_BYTES_MAX} bytes.`)
  const model = readFileSync(modelFile)
  const wordPieces = openWordPieces(readFileSync(vocabularyFile, 'utf8'), PIECES_MAX)
  const { InferenceSession, Tensor } = await loadRuntime(runtime)
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 }).catch(
    (cause: Error) => {
      throw new BadInputError(`${modelFile} cannot be run: ${cause.message}`, { cause })
    },
  )
  const strange = session.inputNames.find((name) => INPUTS[name] === undefined)
  if (strange !== undefined)
    throw new BadInputError(`${modelFile} asks for an input ${strange}: it is no model of word pieces.`)
  const output = session.outputNames.find((name) => name === 'sentence_embedding') ?? session.outputNames[0]!
  const vectorOf = async (text: string): Promise<Float32Array> => {
    const pieces = wordPieces(text)
    const inputs = session.inputNames.map((name) => {
      const numbers = BigInt64Array.from(pieces, (piece) => BigInt(INPUTS[name]!(piece)))
      return [name, new Tensor('int64', numbers, [1, pieces.length])]
    })
    return meanOf((await session.run(Object.fromEntries(inputs)))[output]!)
  }
  const sha256 = createHash('sha256').update(model).digest('hex').slice(0, 12)
  return {
    id: `onnx:${basename(modelFile)}#${sha256}`,
    async embed(texts) {
      const vectors: Float32Array[] = []
      for (const text of texts) vectors.push(await vectorOf(text))
      return vectors
    },
  }
}

async function loadRuntime(runtime: string): Promise<Runtime> {
  try {
    const loaded = await import(isAbsolute(runtime) ? pathToFileURL(runtime).href : runtime)
    return loaded.default ?? loaded
  } catch (cause) {
    throw new BadInputError(
      `${runtime} is not installed: \`pnpm add -w onnxruntime-node\`, or name its main file in EMBEDDER_RUNTIME.`,
      { cause },
    )
  }
}

/** [1, n, d] → mean over the pieces; [1, d] as it is. */
function meanOf({ data, dims }: { data: ArrayLike<number>; dims: readonly number[] }): Float32Array {
  const width = dims.at(-1)!
  const pieces = dims.length === 3 ? dims[1]! : 1
  const mean = new Float32Array(width)
  for (let at = 0; at < pieces * width; at++) mean[at % width]! += data[at]! / pieces
  return mean
}
