import { stemCounts } from '../stories/frequencies.ts'
import { hash32 } from '../text/hash.ts'
import type { PairWeight } from './pair.ts'
import type { CopySequence } from './sequence.ts'

/** Weighs word pairs by how rare their two stems are, over all texts seen in their language. */
export type PairWeights = {
  readonly add: (sequence: CopySequence, language: string | null) => void
  readonly weightIn: (language: string | null) => PairWeight
}

const STEMS = 1 << 16

/** What all words that say nothing have in common: it weighs nothing. */
const STOP_WORD = hash32('') & (STEMS - 1)

/** How often the weights are computed anew: in between they stand still, so that comparing is one look-up. */
const REFRESH_DOCUMENTS = 256

/** Languages with a table of their own, each of 1 MB; those that come later share one. */
const LANGUAGES_MAX = 64

type Table = { readonly idf: Float64Array; readonly add: (sequence: CopySequence) => void }

export function createPairWeights(): PairWeights {
  const tables = new Map<string, Table>()
  const tableOf = (language: string | null): Table => {
    const key = tables.size < LANGUAGES_MAX || tables.has(language ?? '') ? (language ?? '') : ''
    const known = tables.get(key)
    if (known !== undefined) return known
    const table = createTable(key === 'en')
    tables.set(key, table)
    return table
  }
  return {
    add: (sequence, language) => tableOf(language).add(sequence),
    weightIn(language) {
      const { idf } = tableOf(language)
      return (pair) => idf[pair >>> 16]! + idf[pair & 0xffff]!
    },
  }
}

/** A language without a background starts with few documents, and soon knows its own common words. */
const UNKNOWN_DOCUMENTS = 100

function createTable(isEnglish: boolean): Table {
  const background = isEnglish ? stemCounts(STEMS) : { counts: new Float64Array(STEMS), documents: UNKNOWN_DOCUMENTS }
  const counts = new Uint32Array(STEMS)
  const idf = new Float64Array(STEMS)
  const lastSeenIn = new Uint32Array(STEMS)
  let documents = 0

  const refresh = (): void => {
    for (let stem = 0; stem < STEMS; stem++) {
      idf[stem] = Math.log((background.documents + documents + 1) / (background.counts[stem]! + counts[stem]! + 0.5))
    }
    idf[STOP_WORD] = 0
  }
  refresh()

  return {
    idf,
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
  }
}
