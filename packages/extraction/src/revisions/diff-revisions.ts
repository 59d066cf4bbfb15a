import type { Extraction } from '@dateline/domain'
import { diffArrays } from 'diff'
import { blockText } from '../block-text.ts'
import { wordCount } from '../text/text-line.ts'
import { type ChangeKind, kindOfHunk } from './change-kind.ts'
import { diffWords, tokensOf } from './diff-words.ts'

/** One change. `before` and `after` are the words that differ, null where there were none; `paragraph` counts from 0 in the later text. */
export type RevisionChange = {
  kind: ChangeKind
  before: string | null
  after: string | null
  /** Of the later text, or of the earlier one for what was removed; null: not in the body. */
  paragraph: number | null
}

/**
 * `isSubstantial`: more than spelling and marks. `isStealth`: substantial, while the later page has no new notice of
 * correction and no later date of change.
 */
export type RevisionDiff = { changes: RevisionChange[]; isSubstantial: boolean; isStealth: boolean }

export type Revision = Pick<Extraction, 'title' | 'standfirst' | 'authors' | 'modifiedAt' | 'marks' | 'blocks'>

const CHANGES_MAX = 500
const CHANGE_CHARS_MAX = 1_000
/** Paragraphs that share fewer of their words are two different ones. */
const SAME_SHARE_MIN = 0.4
const SMALL_WORDS_MAX = 3
const PAIRS_TRIED_MAX = 60

/**
 * What changed between two readings of one article, with the kind of each change. Furniture, pictures and layout do not
 * count. Pure and deterministic; at most CHANGES_MAX changes.
 */
export function diffRevisions(before: Revision, after: Revision): RevisionDiff {
  const changes: RevisionChange[] = []
  const whole = (kind: ChangeKind, one: string | null, other: string | null) => {
    if (one !== other) changes.push({ kind, before: one, after: other, paragraph: null })
  }
  const names = (revision: Revision) => revision.authors.value?.map(({ name }) => name).join(', ') ?? null
  whole('headline', before.title.value, after.title.value)
  whole('standfirst', before.standfirst.value, after.standfirst.value)
  whole('byline', names(before), names(after))
  whole('correction-notice', before.marks.correction, after.marks.correction)
  changes.push(...bodyChanges(paragraphsOf(before), paragraphsOf(after)))
  const cut = changes
    .slice(0, CHANGES_MAX)
    .map((change) => ({ ...change, before: clip(change.before), after: clip(change.after) }))
  const isSubstantial = cut.some(isSubstance)
  const hasNotice = after.marks.correction !== null && after.marks.correction !== before.marks.correction
  return { changes: cut, isSubstantial, isStealth: isSubstantial && !hasNotice && !isLater(after, before) }
}

function isSubstance({ kind, before, after }: RevisionChange): boolean {
  if (kind === 'typo' || kind === 'byline' || kind === 'correction-notice') return false
  if (kind === 'headline' || kind === 'standfirst') return before !== null && after !== null
  return kind !== 'rewording' || wordCount(before ?? '') + wordCount(after ?? '') > SMALL_WORDS_MAX * 2
}

function isLater(after: Revision, before: Revision): boolean {
  const [now, then] = [after.modifiedAt.value?.at, before.modifiedAt.value?.at]
  return now !== undefined && (then === undefined || now > then)
}

const paragraphsOf = ({ blocks }: Revision): string[] =>
  blocks.map(blockText).filter((text) => text !== null && text !== '') as string[]

/** Equal paragraphs are matched first; between them the changed ones are paired by the words they share. */
function bodyChanges(before: readonly string[], after: readonly string[]): RevisionChange[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: 5_000 })
  if (parts === undefined)
    return [{ kind: 'rewording', before: before.join('\n\n'), after: after.join('\n\n'), paragraph: null }]
  const changes: RevisionChange[] = []
  let [beforeAt, afterAt] = [0, 0]
  let removed: Numbered[] = []
  let added: Numbered[] = []
  const settle = () => {
    changes.push(...runChanges(removed, added))
    removed = []
    added = []
  }
  for (const part of parts) {
    if (part.removed) removed.push(...part.value.map((text, offset) => ({ text, index: beforeAt + offset })))
    else if (part.added) added.push(...part.value.map((text, offset) => ({ text, index: afterAt + offset })))
    else settle()
    if (!part.added) beforeAt += part.value.length
    if (!part.removed) afterAt += part.value.length
  }
  settle()
  return changes
}

type Numbered = { text: string; index: number }

function runChanges(removed: readonly Numbered[], added: readonly Numbered[]): RevisionChange[] {
  const left = new Set(added.slice(0, PAIRS_TRIED_MAX))
  const changes: RevisionChange[] = []
  for (const old of removed) {
    const partner = [...left]
      .map((each) => ({ each, share: sharedWords(old.text, each.text) }))
      .sort((a, b) => b.share - a.share)[0]
    if (partner !== undefined && partner.share >= SAME_SHARE_MIN) {
      left.delete(partner.each)
      changes.push(...paragraphChanges(old.text, partner.each))
    } else changes.push({ kind: 'removal', before: old.text, after: null, paragraph: old.index })
  }
  const rest = added.filter((each, position) => left.has(each) || position >= PAIRS_TRIED_MAX)
  changes.push(
    ...rest.map(
      ({ text, index }): RevisionChange => ({ kind: 'addition', before: null, after: text, paragraph: index }),
    ),
  )
  return changes
}

function paragraphChanges(before: string, after: Numbered): RevisionChange[] {
  const hunks = diffWords(before, after.text)
  if (hunks === null) return [{ kind: 'rewording', before, after: after.text, paragraph: after.index }]
  return hunks.map((hunk) => ({
    kind: kindOfHunk(hunk, before, after.text),
    before: hunk.removed === '' ? null : hunk.removed,
    after: hunk.added === '' ? null : hunk.added,
    paragraph: after.index,
  }))
}

/** Dice's coefficient over the sets of words. */
function sharedWords(one: string, other: string): number {
  const words = (text: string) => new Set(tokensOf(text.toLowerCase()).filter((token) => /[\p{L}\p{N}]/u.test(token)))
  const [a, b] = [words(one), words(other)]
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

const clip = (text: string | null): string | null =>
  text === null || text.length <= CHANGE_CHARS_MAX ? text : text.slice(0, CHANGE_CHARS_MAX)
