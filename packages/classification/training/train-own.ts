import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { calibrate, probabilityOf } from '../src/topics/calibration.ts'
import { packModel } from '../src/topics/model-file.ts'
import { textFeatures } from '../src/topics/text-features.ts'
import { type TopicTraining, trainTopics } from '../src/topics/train-topics.ts'
import { calibrationPairs, crossValidate, figuresOf } from './cross-validate.ts'
import type { LabelledText } from './read-sets.ts'

/** Topics of other kinds are defined by `dateline topic add`. */
const TOPIC = /^medtop:\d{8}$/
const TEXTS_OF_A_TOPIC_MIN = 5

type Options = {
  readonly texts?: string | undefined
  readonly out?: string | undefined
  readonly language: string
  readonly taxonomy: string
}

/**
 * Trains a model on texts of an operator's own: JSON lines {"title", "text", "topic", "also"?, "story"?}. `also` names topics that
 * are not wrong for a text either; texts of one `story` are never on both sides of the cross-validation.
 *
 * @throws {Error} saying which line cannot be used.
 */
export function trainOwn({ texts: file, out, language, taxonomy }: Options, training: TopicTraining): void {
  if (file === undefined || out === undefined) throw new Error('give both --texts FILE.jsonl and --out FILE.json')
  if (!/^[a-z]{2,3}$/.test(language)) throw new Error(`--language ${language} is no ISO 639 code such as en or de`)
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [readLine(line, at + 1, language)]))
  const counts = new Map<string, number>()
  for (const { topic } of texts) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  const thin = [...counts].find(([, count]) => count < TEXTS_OF_A_TOPIC_MIN)
  if (counts.size < 2) throw new Error('a model tells topics apart: give texts of at least two')
  if (thin !== undefined)
    throw new Error(`${thin[0]} has ${thin[1]} texts: give at least ${TEXTS_OF_A_TOPIC_MIN}, and better 20`)
  const judged = crossValidate(texts, (chosen) => trainTopics(chosen, training))
  const calibration = calibrate(calibrationPairs(judged))
  const { f1, ...figures } = figuresOf(judged, (score, lead) => probabilityOf(calibration, score, lead))
  console.log('cross-validated', JSON.stringify(figures), JSON.stringify(f1))
  const model = trainTopics(texts, training)
  const deepCalibration = { score: 0, lead: 0, offset: 0 }
  const packed = packModel(model, { taxonomy, calibration, deepCalibration, deep: [] })
  const bytes = `${JSON.stringify({ format: 'topics/1', language, ...packed }, null, 1)}\n`
  writeFileSync(out, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  console.log(`${texts.length} texts, ${counts.size} topics, ${model.rows.size} features: ${out}, sha256 ${sha256}`)
}

function readLine(line: string, number: number, language: string): LabelledText {
  const row = parse(line)
  if (typeof row?.text !== 'string' || typeof row.topic !== 'string')
    throw new Error(`line ${number} is not JSON of the form {"title": "…", "text": "…", "topic": "medtop:11000000"}`)
  if (!TOPIC.test(row.topic))
    throw new Error(`line ${number}: "${row.topic}" is no code of IPTC Media Topics such as medtop:11000000`)
  const features = textFeatures(typeof row.title === 'string' ? row.title : '', row.text, language)
  const also = Array.isArray(row.also) ? row.also.filter((topic) => typeof topic === 'string') : []
  const story = typeof row.story === 'string' ? row.story : `line-${number}`
  return { features, topic: row.topic, also, story, level2: [] }
}

function parse(line: string): Record<string, unknown> | null {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return null
  }
}
