import { EXTRACTION_FIELDS, type Extraction, type ExtractionVerdict, type Field } from '@dateline/domain'

/**
 * found: an article where none stood. lost: the other way round. rejected: both times, for another reason. Not read again: missing,
 * whose bytes are no longer in the archive; refused, whose publisher does not want its text to be kept.
 */
export type Outcome = 'same' | 'differs' | 'found' | 'lost' | 'rejected' | 'missing' | 'refused'
/** "title:changed", "authors:gained" (null before), "agency:lost". */
export type FieldChange = `${string}:${'changed' | 'gained' | 'lost'}`
export type Comparison = { outcome: Outcome; changes: FieldChange[]; similarity: number }

const WORDS_MAX = 50_000

/** Field by field, what another reading makes of the same bytes. */
export function compareVerdicts(standing: ExtractionVerdict, again: ExtractionVerdict): Comparison {
  if (standing.verdict === 'rejected' || again.verdict === 'rejected') {
    if (standing.verdict === 'article') return { outcome: 'lost', changes: ['text:lost'], similarity: 0 }
    if (again.verdict === 'article') return { outcome: 'found', changes: ['text:gained'], similarity: 0 }
    const isSame = again.verdict === 'rejected' && standing.reason === again.reason
    return { outcome: isSame ? 'same' : 'rejected', changes: isSame ? [] : ['reason:changed'], similarity: 1 }
  }
  const [before, after] = [standing.extraction, again.extraction]
  const changes: FieldChange[] = []
  // By value: evidence and confidence may differ in every version.
  for (const name of EXTRACTION_FIELDS) {
    const [one, other] = [valueText(before[name]), valueText(after[name])]
    if (one === other) continue
    changes.push(`${name}:${one === 'null' ? 'gained' : other === 'null' ? 'lost' : 'changed'}`)
  }
  if (before.text !== after.text) changes.push('text:changed')
  else if (JSON.stringify(before.blocks) !== JSON.stringify(after.blocks)) changes.push('blocks:changed')
  if (JSON.stringify(before.liveEntries) !== JSON.stringify(after.liveEntries)) changes.push('liveEntries:changed')
  for (const mark of ['truncated', 'liveBlog', 'correction'] as const) {
    if (before.marks[mark] !== after.marks[mark]) changes.push(`${mark}:changed`)
  }
  return { outcome: changes.length === 0 ? 'same' : 'differs', changes, similarity: similarity(before, after) }
}

const valueText = (field: Field<unknown> | undefined): string => JSON.stringify(field?.value ?? null)

/** Dice's coefficient over the words of both texts, each as often as it stands there. */
function similarity({ text: one }: Extraction, { text: other }: Extraction): number {
  if (one === other) return 1
  const counts = new Map<string, number>()
  const words = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS_MAX)
  const [first, second] = [words(one), words(other)]
  for (const word of first) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of second) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared += 1
    counts.set(word, left - 1)
  }
  return first.length + second.length === 0 ? 1 : (2 * shared) / (first.length + second.length)
}
