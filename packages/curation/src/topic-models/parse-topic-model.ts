import { MODEL_FORMAT, type ModelFile, openTopicModel, type TopicModel, toBase64 } from '@dateline/classification'
import { BadInputError, sha256Hex } from '@dateline/domain'
import { z } from 'zod'

/** The one that ships has 1.3 MB. */
export const MODEL_BYTES_MAX = 64_000_000

const TOPICS_MAX = 500
const DEEP_TOPICS_MAX = 5_000
const TERMS_MAX = 1_000

const finite = z.number()
const calibration = z.object({ score: finite, lead: finite, offset: finite })
/** Topics of other kinds are the operators' own, which a text is held against one by one. */
const topicId = z.string().regex(/^medtop:\d{8}$/, 'a code of IPTC Media Topics is expected, such as medtop:11000000')
const packed = z.string().transform(toBase64).pipe(z.base64())

const modelFile = z.object({
  format: z.string().optional(),
  taxonomy: z.string().min(1).max(100),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  topics: z.array(topicId).min(2).max(TOPICS_MAX),
  calibration,
  scales: z.array(finite),
  biases: z.array(finite),
  keys: packed,
  idf: packed,
  weights: packed,
  deepCalibration: calibration,
  deep: z
    .array(
      z.object({
        qcode: topicId,
        top: topicId,
        broader: z.array(topicId).max(20),
        terms: z.array(z.string().min(1).max(200)).max(TERMS_MAX),
      }),
    )
    .max(DEEP_TOPICS_MAX),
})

/**
 * A topic model of an operator's own, as `npm run train` writes it. Every number is looked at before it is used.
 *
 * @param sha256 that its file must have; null: any.
 * @throws {BadInputError} saying what is wrong with it.
 */
export function parseTopicModel(bytes: Uint8Array, sha256: string | null = null): TopicModel {
  if (bytes.length > MODEL_BYTES_MAX) {
    throw new BadInputError(`The model file has ${bytes.length} bytes: at most ${MODEL_BYTES_MAX} are read.`)
  }
  const is = sha256Hex(bytes)
  if (sha256 !== null && sha256.toLowerCase() !== is) {
    throw new BadInputError(`The model file is another than you mean: its sha256 is ${is}.`)
  }
  const found = json(bytes)
  const format = (found as { format?: unknown } | null)?.format ?? MODEL_FORMAT
  if (format !== MODEL_FORMAT) {
    throw new BadInputError(
      `The model file is of format ${JSON.stringify(format).slice(0, 80)}: this release reads ${MODEL_FORMAT}.`,
    )
  }
  const parsed = modelFile.safeParse(found)
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues as [z.core.$ZodIssue]
    throw new BadInputError(`The model file is not one that \`npm run train\` writes: ${path.join('.')}: ${message}`)
  }
  const { format: _, language, ...parts } = parsed.data
  const model: ModelFile = { ...parts, ...(language === undefined ? {} : { language }) }
  checkSizes(model)
  return openTopicModel(model, is)
}

function checkSizes({ topics, scales, biases, keys, idf, weights, deep }: ModelFile): void {
  const features = bytesOf(idf)
  const sizes: readonly (readonly [string, number, number])[] = [
    ['scales', scales.length, topics.length],
    ['biases', biases.length, topics.length],
    ['keys', bytesOf(keys), 4 * features],
    ['weights', bytesOf(weights), features * topics.length],
  ]
  const wrong = sizes.find(([, is, must]) => is !== must)
  if (wrong !== undefined) {
    const [what, is, must] = wrong
    throw new BadInputError(
      `The model file does not fit together: ${what} has ${is} entries, and for ${topics.length} topics and ${features} features it must have ${must}.`,
    )
  }
  if (new Set(topics).size < topics.length) throw new BadInputError('The model file names a topic twice.')
  const lost = deep.find(({ top }) => !topics.includes(top))
  if (lost !== undefined)
    throw new BadInputError(`The model file hangs ${lost.qcode} below ${lost.top}, which is none of its topics.`)
}

function bytesOf(base64: string): number {
  return Buffer.from(base64, 'base64').length
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new BadInputError('The model file is not JSON: give a file that `npm run train` has written.')
  }
}
