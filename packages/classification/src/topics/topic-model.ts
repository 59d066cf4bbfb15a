import id from '../../model/topics.id.json' with { type: 'json' }
import file from '../../model/topics.json' with { type: 'json' }
import { indexDeepTopics } from './deep-topics.ts'
import { type ModelFile, unpackModel } from './model-file.ts'

/** Release of IPTC Media Topics whose codes are given. */
export const TAXONOMY: string = file.taxonomy

/** Names the model behind the verdicts: the sha256 of model/topics.json. */
export const TOPIC_MODEL: string = `sha256:${id.sha256}`

export const topicModel = unpackModel(file satisfies ModelFile)

export const topicCalibration = file.calibration

export const deepIndex = indexDeepTopics(file.deep)

export const deepCalibration = file.deepCalibration
