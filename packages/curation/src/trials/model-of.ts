import { LINK_MODEL } from '@dateline/classification'
import { BadInputError, sha256Hex } from '@dateline/domain'
import { z } from 'zod'

/** Weights of the comparison of two groups of articles; see packages/classification/training. */
export type LinkModel = { readonly id: string; readonly weights: readonly number[] }

const modelFile = z.object({ id: z.string().min(1).max(100), weights: z.array(z.number()) })

/**
 * The model a trial is of: the shipped one, or that of a file, with its threshold moved.
 *
 * @param file text of a JSON file {id, weights} such as `npm run train` writes.
 * @param threshold probability from which an article joins a story and two stories become one, instead of 0.5.
 * @throws {BadInputError}
 */
export function linkModelOf(file: string | null, threshold: number | null): LinkModel {
  const base = file === null ? LINK_MODEL : parseModel(file)
  if (threshold === null) return base
  if (!(threshold > 0.01 && threshold < 0.99)) throw new BadInputError('The threshold must be between 0.01 and 0.99.')
  // Both halves of the weights begin with a constant, of which a pair gets shares that add up to one: it moves all log odds.
  const shift = Math.log(threshold / (1 - threshold))
  const weights = base.weights.map((weight, at) => (at % (base.weights.length / 2) === 0 ? weight - shift : weight))
  return { id: `${base.id}@${threshold}`, weights }
}

function parseModel(text: string): LinkModel {
  const parsed = modelFile.safeParse(json(text))
  if (!parsed.success)
    throw new BadInputError('The model file is not JSON of the form {"id": "…", "weights": [1, 2, …]}.')
  const { id, weights } = parsed.data
  if (weights.length !== LINK_MODEL.weights.length) {
    throw new BadInputError(`The model has ${weights.length} weights: this release reads ${LINK_MODEL.weights.length}.`)
  }
  // Two files may bear one name: the weights tell them apart.
  return { id: `${id}#${sha256Hex(JSON.stringify(weights)).slice(0, 12)}`, weights }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
