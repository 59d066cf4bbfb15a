import type { Copy, StoryDocument } from '../stories/document.ts'
import { readText } from '../text/read-text.ts'
import { pairTable } from './containment.ts'
import { copyVerdict } from './copy-events.ts'
import { createPairWeights } from './pair-weights.ts'
import { copySequenceOf } from './sequence.ts'
import { isSameText } from './versions.ts'

/** How much of one article stands in another, whether it is a copy or not. Words are as rare as in the background. Pure. */
export function describeCopy(copy: StoryDocument, original: StoryDocument): Copy {
  const { weightIn } = createPairWeights()
  const sequenceOf = ({ text, language }: StoryDocument) =>
    copySequenceOf(readText(text, language), weightIn(language)).sequence
  const [one, other] = [sequenceOf(copy), sequenceOf(original)]
  const found = pairTable(one, weightIn(copy.language)).compare(other)
  return copyVerdict(copy, original, { found, isSame: isSameText(one, other) })
}
