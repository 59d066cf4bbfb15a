import { type ArticleEventOf, EVIDENCE_CHARS_MAX, type Extraction, type RevisionChange } from '@dateline/domain'
import { squeeze } from '../html/block-features.ts'
import { clip } from '../html/field.ts'
import { alignParagraphs } from './align-paragraphs.ts'
import { kindOfHunk } from './change-kind.ts'
import { compareReadings, keptChanges, REVISION_DETECTOR, type Reading } from './compare-readings.ts'
import { diffRevisions, isSubstance, paragraphsOf } from './diff-revisions.ts'
import { diffWords, newBudget } from './diff-words.ts'
import { figuresOf } from './figures.ts'
import { type Said, saidIn } from './other-substance.ts'

/** Letters and figures looked for on each side of a change: about five words. */
const CONTEXT_CHARS = 28
/** Shorter stretches stand in any text. */
const STRETCH_CHARS_MIN = 30
/** Corrections further back than this are history. */
const REVISIONS_MAX = 20

export type OutdatedCopy = Omit<ArticleEventOf<'CopyOutdated'>['data'], 'originalArticleId'>

/**
 * Whether a copy still says what its original has corrected: by a notice, or without a word. What a wire adds or brings up to
 * date in the ordinary way is no correction, and copies need not follow it.
 *
 * @param original its readings, oldest first.
 * @returns what the log should say of it, or null.
 */
export function findOutdated(original: readonly Reading[], copy: Reading): OutdatedCopy | null {
  const last = original.slice(-REVISIONS_MAX)
  for (let index = last.length - 1; index > 0; index--) {
    const [before, after] = [last[index - 1]!, last[index]!]
    if (before.extractor !== after.extractor) continue
    const { notice, isSubstantial } = diffRevisions(before.extraction, after.extraction)
    const isCorrection = isSubstantial && notice?.kind === 'correction'
    if (!isCorrection && compareReadings(before, after).stealthEdit === null) continue
    const found = stillSaid(before.extraction, after.extraction, copy.extraction)
    if (found === null) continue
    return {
      originalContentSha256: after.contentSha256,
      contentSha256: copy.contentSha256,
      correction: after.extraction.marks.correction,
      changes: keptChanges(found.changes),
      evidence: clip(`“${found.words}”`, EVIDENCE_CHARS_MAX),
      detector: REVISION_DETECTOR,
    }
  }
  return null
}

/**
 * Changes whose earlier words, with what stood around them, are in the copy, and whose later words are not; nor is the later figure or
 * name anywhere in the copy, which then tells of both: "at first the police had spoken of 14".
 */
function stillSaid(
  before: Extraction,
  after: Extraction,
  copy: Extraction,
): { changes: RevisionChange[]; words: string } | null {
  const own = saidIn(paragraphsOf(copy))
  const earlier = saidIn(paragraphsOf(before))
  const changes: RevisionChange[] = []
  let words: string | null = null
  const budget = newBudget()
  for (const { before: old, after: now } of alignParagraphs(paragraphsOf(before), paragraphsOf(after)) ?? []) {
    if (old === null || now === null || old.text === now.text) continue
    for (const hunk of diffWords(old.text, now.text, budget) ?? []) {
      const change: RevisionChange = {
        kind: kindOfHunk(hunk, old.text, now.text),
        before: hunk.removed === '' ? null : hunk.removed,
        after: hunk.added === '' ? null : hunk.added,
        paragraph: now.index,
      }
      if (!isSubstance(change) || (isNew(change, earlier) && !isNew(change, own))) continue
      const then = stretch(old.text, hunk.beforeStart, hunk.removed)
      const later = stretch(now.text, hunk.afterStart, hunk.added)
      if (then.length < STRETCH_CHARS_MIN || !own.letters.includes(then) || own.letters.includes(later)) continue
      changes.push(change)
      words ??= around(old.text, hunk.beforeStart, hunk.removed)
    }
  }
  return words === null ? null : { changes, words }
}

/** Whether a change brings a figure or a name that a text does not have. */
function isNew({ kind, after }: RevisionChange, { figures, letters }: Said): boolean {
  if (after === null || (kind !== 'number' && kind !== 'name')) return false
  const figure = figuresOf(after)
  return figure === '' ? !letters.includes(squeeze(after)) : !figures.has(figure)
}

/** A change with what stands around it, letters and figures only: copies differ in marks and quotes. */
function stretch(whole: string, start: number, changed: string): string {
  const rest = whole.slice(start).trimStart()
  const end = rest.startsWith(changed) ? rest.slice(changed.length) : rest
  return squeeze(whole.slice(0, start)).slice(-CONTEXT_CHARS) + squeeze(changed) + squeeze(end).slice(0, CONTEXT_CHARS)
}

const around = (whole: string, start: number, changed: string) =>
  whole.slice(Math.max(0, start - 60), start + changed.length + 60).trim()
