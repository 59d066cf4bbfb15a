import id from '../../model/topics.id.json' with { type: 'json' }
import file from '../../model/topics.json' with { type: 'json' }
import type { Calibration } from './calibration.ts'
import { type DeepIndex, indexDeepTopics } from './deep-topics.ts'
import type { LinearModel } from './linear-model.ts'
import { type ModelFile, unpackModel } from './model-file.ts'

/** A model of topics, ready for use. */
export type TopicModel = {
  /** Names it in every verdict: "sha256:" and that of its file. */
  readonly id: string
  /** Release of the taxonomy whose codes it gives. */
  readonly taxonomy: string
  /** ISO 639 code of the texts it reads; of others it says nothing. */
  readonly language: string
  readonly planes: LinearModel
  readonly calibration: Calibration
  readonly deep: DeepIndex
  readonly deepCalibration: Calibration
}

/** @param sha256 of the file's bytes. */
export function openTopicModel(model: ModelFile, sha256: string): TopicModel {
  const { taxonomy, language = 'en', calibration, deepCalibration } = model
  return {
    id: `sha256:${sha256}`,
    taxonomy,
    language,
    planes: unpackModel(model),
    calibration,
    deep: indexDeepTopics(model.deep, language),
    deepCalibration,
  }
}

/** The model that ships: model/topics.json. */
export const SHIPPED_TOPICS: TopicModel = openTopicModel(file satisfies ModelFile, id.sha256)

/** Names the shipped model in verdicts. */
export const TOPIC_MODEL: string = SHIPPED_TOPICS.id

export const topicModel = SHIPPED_TOPICS.planes
