import background from '../../model/frequencies-en.json' with { type: 'json' }
import { hash32 } from '../text/hash.ts'
import { createKeyTable } from '../text/key-table.ts'

/** In how many documents each feature has been seen: a table of fixed size, so that memory does not grow with the log. */
export type Frequencies = {
  /** Counts one more document, and these features of it. */
  readonly add: (features: readonly number[], language: string | null) => void
  /** How rare features are among texts of a language, as of now: log of all documents by those that have it. */
  readonly idfIn: (language: string | null) => (feature: number) => number
  /** Names the state of the table: the background model and the number of documents counted since. */
  readonly snapshot: () => string
}

/** 2 Mi counters of 4 bytes. Features that share a counter look more common than they are, never rarer. */
const COUNTERS = 1 << 21

/** The background counts like this many documents of the log: enough to start with, little enough to be outgrown. */
const BACKGROUND_DOCUMENTS = 4_000

/** A language without a background starts with few documents, and soon knows its own common words. */
const UNKNOWN_DOCUMENTS = 100

export function createFrequencies(): Frequencies {
  const seen = new Uint32Array(COUNTERS)
  const documents = new Map<string, number>()
  let total = 0
  return {
    add(features, language) {
      const key = language ?? ''
      documents.set(key, (documents.get(key) ?? 0) + 1)
      total++
      for (const feature of features) seen[feature & (COUNTERS - 1)]!++
    },
    idfIn(language) {
      const own = documents.get(language ?? '') ?? 0
      const isEnglish = language === 'en'
      const before = isEnglish ? BACKGROUND_DOCUMENTS : UNKNOWN_DOCUMENTS
      return (feature) => {
        const place = isEnglish ? BACKGROUND_TABLE.placeOf(feature) : -1
        const known = place < 0 ? 0 : BACKGROUND_COUNTS[place]!
        return Math.log((before + own + 1) / (known + Math.min(own, seen[feature & (COUNTERS - 1)]!) + 0.5))
      }
    },
    snapshot: () => `${background.id}+${total}`,
  }
}

/** Feature → documents that have it, scaled to BACKGROUND_DOCUMENTS. */
const BACKGROUND: ReadonlyMap<number, number> = readBackground()

const BACKGROUND_TABLE = createKeyTable([...BACKGROUND.keys()])
const BACKGROUND_COUNTS = Float64Array.from(BACKGROUND.values())

function readBackground(): Map<number, number> {
  const scale = BACKGROUND_DOCUMENTS / background.documents
  const counts = new Map<number, number>()
  for (const [count, stems] of background.stems as [number, string][]) {
    for (const stem of stems.split(' ')) counts.set(hash32(stem), count * scale)
  }
  return counts
}

/** The background's counts by the low bits of each stem's hash, for tables of `size` (a power of two) counters. */
export function stemCounts(size: number): { counts: Float64Array; documents: number } {
  const counts = new Float64Array(size)
  for (const [feature, count] of BACKGROUND) counts[feature & (size - 1)]! += count
  return { counts, documents: BACKGROUND_DOCUMENTS }
}
