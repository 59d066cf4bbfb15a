import { classify, packModel, textFeatures, trainTopics } from '@dateline/classification'
import { sha256Hex } from '@dateline/domain'
import { expect, test } from 'vitest'
import { MODEL_BYTES_MAX, parseTopicModel } from './parse-topic-model.ts'

const QUAY = [
  'freighter crane berth pilot',
  'container crane quay tug',
  'tug pilot freighter berth',
  'quay container berth',
]
const OVEN = ['flour oven loaf crust', 'baker dough yeast oven', 'loaf yeast crust baker', 'dough flour crust']
const examples = [
  ...QUAY.map((text) => ({ features: textFeatures('', text, 'en'), topic: 'medtop:20000337' })),
  ...OVEN.map((text) => ({ features: textFeatures('', text, 'en'), topic: 'medtop:20000568' })),
]
const training = { cost: 1, passesMax: 40, bias: 1, textsMin: 1, featuresMax: 1_000, balance: 0, ownWeight: 1 }
const calibration = { score: 6, lead: 0.3, offset: 2 }
const own = packModel(trainTopics(examples, training), {
  ...{ taxonomy: 'own', calibration, deepCalibration: calibration, deep: [] },
})
const bytes = (changes: object = {}) => Buffer.from(JSON.stringify({ ...own, ...changes }))

test('a file of one’s own classifies, and every verdict names it', () => {
  const file = bytes()
  const model = parseTopicModel(file, sha256Hex(file))
  const page = {
    title: 'Baker and oven',
    text: 'The baker took the loaf with its crust from the oven, and flour and dough again.',
  }
  expect(classify(page, model)).toMatchObject({
    taxonomy: 'own',
    model: `sha256:${sha256Hex(file)}`,
    topics: [{ qcode: 'medtop:20000568', terms: expect.arrayContaining(['oven']) }],
  })
  expect(
    classify({ ...page, text: 'Der Bäcker nahm das Brot aus dem Ofen, und dann war es wieder Abend.' }, model).topics,
  ).toEqual([])
})

test.for<[string, Uint8Array, string]>([
  ['no JSON', Buffer.from('weights'), 'is not JSON'],
  ['another format', bytes({ format: 'topics/9' }), 'of format "topics/9": this release reads topics/1'],
  ['a field missing', bytes({ calibration: undefined }), 'calibration'],
  ['a topic of another kind', bytes({ topics: ['desk:harbour', 'medtop:20000568'] }), 'medtop:11000000'],
  ['planes of another size', bytes({ biases: [0.1] }), 'biases has 1 entries'],
  ['weights that are cut off', bytes({ weights: 'AAAA' }), 'weights has 3 entries'],
  ['no base64', bytes({ keys: '***' }), 'keys'],
  ['a topic twice', bytes({ topics: ['medtop:20000568', 'medtop:20000568'] }), 'twice'],
  [
    'one hung below nothing',
    bytes({ deep: [{ qcode: 'medtop:20000574', top: 'medtop:11000000', broader: [], terms: ['vote'] }] }),
    'none of its topics',
  ],
  ['too many bytes', new Uint8Array(MODEL_BYTES_MAX + 1), 'at most'],
])('%s is refused with what is wrong', ([, file, message]) => expect(() => parseTopicModel(file)).toThrow(message))

test('a file that is another than was meant is refused', () =>
  expect(() => parseTopicModel(bytes(), 'a'.repeat(64))).toThrow(`its sha256 is ${sha256Hex(bytes())}`))
