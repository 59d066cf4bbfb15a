import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { calibrate, probabilityOf } from '../src/topics/calibration.ts'
import { packModel } from '../src/topics/model-file.ts'
import { trainTopics } from '../src/topics/train-topics.ts'
import { calibrationPairs, crossValidate, figuresOf } from './cross-validate.ts'
import { deepFigures, deepPairs } from './judge-deep-topics.ts'
import { ownTextsModel, TRAINING } from './own-texts-model.ts'
import { readDeepTopics } from './read-deep-topics.ts'
import { missingFiles, readTexts } from './read-sets.ts'
import { trainOwn } from './train-own.ts'

/** Release of IPTC Media Topics whose codes are learned. */
const TAXONOMY = 'medtop/2019'

const HELP = `Trains the topic model and writes it to model/. The same sets give the same bytes.

  npm run train -- [DIR] [--no-write]
  npm run train -- --texts FILE.jsonl --out my-topics.json [--language de] [--taxonomy NAME]

The second trains a model of your own, for "dateline classify --again --model my-topics.json": docs/guides/try-another-model.md.

DIR (default ../shared/data/nlp) holds openly licensed sets as .jsonl.gz: see packages/classification/model/README.md. The figures
it prints are by cross-validation over stories: no story is on both sides.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    'no-write': { type: 'boolean' },
    texts: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string', default: 'en' },
    taxonomy: { type: 'string', default: 'own' },
  },
})
if (values.help === true) {
  console.log(HELP)
  process.exit()
}
if (values.texts !== undefined || values.out !== undefined) {
  try {
    trainOwn(values, TRAINING)
    process.exit(0)
  } catch (error) {
    console.error(`Cannot train: ${(error as Error).message}`)
    process.exit(2)
  }
}
const dir = positionals[0] ?? '../shared/data/nlp'
const missing = missingFiles(dir)
if (missing.length > 0) {
  console.error(`Cannot train: ${dir} lacks ${missing.join(', ')}.`)
  console.error(
    'Name the folder that holds the sets: npm run train -- DIR. packages/classification/model/README.md says where they come from.',
  )
  process.exit(2)
}

const deep = readDeepTopics(dir)
const texts = readTexts(dir)
console.log(`${texts.length} texts, ${texts.filter(({ story }) => story !== null).length} of them of labelled stories`)
const judged = crossValidate(texts, (chosen) => trainTopics(chosen, TRAINING))
const calibration = calibrate(calibrationPairs(judged))
console.log(
  'cross-validated',
  JSON.stringify(figuresOf(judged, (score, lead) => probabilityOf(calibration, score, lead))),
)
const model = trainTopics(texts, TRAINING)
const deepCalibration = calibrate(deepPairs(texts, deep, model))
console.log('deep', JSON.stringify(deepFigures(texts, deep, model, deepCalibration)))
const file = packModel(model, { taxonomy: TAXONOMY, calibration, deepCalibration, deep })
const bytes = `${JSON.stringify(file, null, 1)}\n`
const sha256 = createHash('sha256').update(bytes).digest('hex')
console.log(`${model.rows.size} features, ${bytes.length} bytes, sha256 ${sha256}`)
if (values['no-write'] !== true) {
  const out = join(import.meta.dirname, '../model')
  writeFileSync(join(out, 'topics.json'), bytes)
  writeFileSync(join(out, 'topics.id.json'), `{ "sha256": "${sha256}", "ownTexts": "${ownTextsModel()}" }\n`)
}
