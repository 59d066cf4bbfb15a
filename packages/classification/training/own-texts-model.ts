import { createHash } from 'node:crypto'
import { packModel } from '../src/topics/model-file.ts'
import { type TopicTraining, trainTopics } from '../src/topics/train-topics.ts'
import { readOwnTexts } from './read-sets.ts'

/** How the model that ships is trained. */
export const TRAINING: TopicTraining = {
  cost: 0.25,
  passesMax: 40,
  bias: 1,
  textsMin: 2,
  featuresMax: 40_000,
  balance: 0.5,
  ownWeight: 2,
}

/**
 * sha256 of a model trained on our own texts alone, which are here, in a second. It stands beside that of the shipped model: as
 * long as it comes out the same, texts are read and models trained as when that one was, so the same sets give its bytes again.
 */
export function ownTextsModel(): string {
  const none = { score: 0, lead: 0, offset: 0 }
  const packed = packModel(trainTopics(readOwnTexts(), TRAINING), {
    ...{ taxonomy: 'own', calibration: none, deepCalibration: none, deep: [] },
  })
  return createHash('sha256').update(JSON.stringify(packed)).digest('hex')
}
