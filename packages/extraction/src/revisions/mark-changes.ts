import type { Extraction } from '@dateline/domain'
import { alignParagraphs } from './align-paragraphs.ts'
import { paragraphsOf } from './diff-revisions.ts'
import { newBudget, type WordPart, wordParts } from './diff-words.ts'

/** A paragraph of two texts laid over each other. */
export type MarkedParagraph = {
  kind: 'same' | 'added' | 'removed' | 'changed'
  /** Place in the earlier and in the later text, from 0; null: not in it. */
  before: number | null
  after: number | null
  parts: WordPart[]
}

/** The later text with what was taken out of the earlier one and put in, word by word: for reading, in the later order. */
export function markChanges(before: Pick<Extraction, 'blocks'>, after: Pick<Extraction, 'blocks'>): MarkedParagraph[] {
  const [one, other] = [paragraphsOf(before), paragraphsOf(after)]
  const pairs = alignParagraphs(one, other) ?? [
    ...one.map((text, index) => ({ before: { text, index }, after: null })),
    ...other.map((text, index) => ({ before: null, after: { text, index } })),
  ]
  const budget = newBudget()
  return pairs.map(({ before: old, after: now }): MarkedParagraph => {
    const place = { before: old?.index ?? null, after: now?.index ?? null }
    if (now === null) return { kind: 'removed', ...place, parts: [{ kind: 'removed', text: old!.text }] }
    if (old === null) return { kind: 'added', ...place, parts: [{ kind: 'added', text: now.text }] }
    if (old.text === now.text) return { kind: 'same', ...place, parts: [{ kind: 'same', text: now.text }] }
    const parts: WordPart[] = wordParts(old.text, now.text, budget) ?? [
      { kind: 'removed', text: old.text },
      { kind: 'added', text: now.text },
    ]
    return { kind: 'changed', ...place, parts }
  })
}
