import { stemCounts } from '../stories/frequencies.ts'
import type { PairWeight } from './pair.ts'
import type { CopySequence } from './sequence.ts'

/** Weighs word pairs by how rare their two stems are, over all texts seen. */
export type PairWeights = { readonly add: (sequence: CopySequence) => void; readonly weight: PairWeight }

const STEMS = 1 << 16

/** How often the weights are computed anew: in between they stand still, so that comparing is one look-up. */
const REFRESH_DOCUMENTS = 256

export function createPairWeights(): PairWeights {
  const { counts: background, documents: before } = stemCounts(STEMS)
  const counts = new Uint32Array(STEMS)
  const idf = new Float64Array(STEMS)
  const lastSeenIn = new Uint32Array(STEMS)
  let documents = 0

  const refresh = (): void => {
    for (let stem = 0; stem < STEMS; stem++) {
      idf[stem] = Math.log((before + documents + 1) / (background[stem]! + counts[stem]! + 0.5))
    }
  }
  refresh()

  return {
    add({ stems, start, end }) {
      documents++
      for (let at = start; at < end; at++) {
        const stem = stems[at]!
        if (lastSeenIn[stem] === documents) continue
        lastSeenIn[stem] = documents
        counts[stem]!++
      }
      if (documents % REFRESH_DOCUMENTS === 0) refresh()
    },
    weight: (pair) => idf[pair >>> 16]! + idf[pair & 0xffff]!,
  }
}
