import { diffArrays } from 'diff'

/** A stretch where two texts differ, with its place in both by UTF-16 offsets. One side may be empty. */
export type Hunk = {
  removed: string
  added: string
  beforeStart: number
  afterStart: number
}

/** A stretch of a text with its changes marked. */
export type WordPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** Texts that differ in more words than this are rewritten, and then the words say nothing. */
const EDITS_MAX = 2_000
const TOKENS_MAX = 20_000
/** Steps that one comparison of two articles may cost: half a second at most. */
const STEPS_MAX = 4_000_000

/** What is left to spend on a comparison: pages are hostile, and a diff costs the square of what differs. */
export type Budget = { steps: number }
export const newBudget = (): Budget => ({ steps: STEPS_MAX })

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Words, numbers, marks and spaces in reading order; ICU finds the words of scripts without spaces. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    tokens.push(segment)
    if (tokens.length >= TOKENS_MAX) break
  }
  return tokens
}

/** Both texts as one, word by word. @returns null if they have too little in common, or the budget is spent. */
export function wordParts(before: string, after: string, budget: Budget = newBudget()): WordPart[] | null {
  const maxEditLength = Math.min(EDITS_MAX, Math.floor(Math.sqrt(2 * budget.steps)))
  const [one, other] = [tokensOf(before), tokensOf(after)]
  const parts = diffArrays(one, other, { maxEditLength })
  const edits = parts?.reduce((sum, part) => sum + (part.added || part.removed ? part.value.length : 0), 0)
  budget.steps = Math.max(0, budget.steps - (edits ?? maxEditLength) ** 2 / 2)
  if (parts === undefined) return null
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/**
 * Where two texts differ, word by word. Changes with only white space between them are one.
 *
 * @returns null if the texts have too little in common for a word diff to be read.
 */
export function diffWords(before: string, after: string, budget?: Budget): Hunk[] | null {
  const parts = wordParts(before, after, budget)
  if (parts === null) return null
  const hunks: Hunk[] = []
  let [beforeAt, afterAt] = [0, 0]
  let isOpen = false
  for (const [index, { kind, text }] of parts.entries()) {
    const last = hunks.at(-1)
    if (kind !== 'same') {
      if (last !== undefined && isOpen) {
        if (kind === 'added') last.added += text
        else last.removed += text
      } else
        hunks.push({
          removed: kind === 'removed' ? text : '',
          added: kind === 'added' ? text : '',
          beforeStart: beforeAt,
          afterStart: afterAt,
        })
      isOpen = true
    } else {
      const isBridge: boolean = isOpen && text.trim() === '' && index < parts.length - 1
      if (isBridge && last !== undefined) {
        last.added += text
        last.removed += text
      }
      isOpen = isBridge
    }
    if (kind !== 'added') beforeAt += text.length
    if (kind !== 'removed') afterAt += text.length
  }
  return hunks
    .map((hunk) => ({ ...hunk, removed: hunk.removed.trim(), added: hunk.added.trim() }))
    .filter(({ removed, added }) => removed !== added)
}
