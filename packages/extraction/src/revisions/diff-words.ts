import { diffArrays } from 'diff'

/** A stretch where two texts differ, with its place in both by UTF-16 offsets. One side may be empty. */
export type Hunk = {
  removed: string
  added: string
  beforeStart: number
  afterStart: number
}

/** Texts that differ in more words than this are rewritten, and then the words say nothing. */
const EDITS_MAX = 2_000
const TOKENS_MAX = 20_000

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

/**
 * Where two texts differ, word by word. Changes with only white space between them are one.
 *
 * @returns null if the texts have too little in common for a word diff to be read.
 */
export function diffWords(before: string, after: string): Hunk[] | null {
  const parts = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: EDITS_MAX })
  if (parts === undefined) return null
  const hunks: Hunk[] = []
  let [beforeAt, afterAt] = [0, 0]
  let isOpen = false
  for (const [index, { value, added, removed }] of parts.entries()) {
    const text = value.join('')
    const last = hunks.at(-1)
    if (added || removed) {
      if (last !== undefined && isOpen) {
        if (added) last.added += text
        else last.removed += text
      } else
        hunks.push({
          removed: removed ? text : '',
          added: added ? text : '',
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
    if (!added) beforeAt += text.length
    if (!removed) afterAt += text.length
  }
  return hunks
    .map((hunk) => ({ ...hunk, removed: hunk.removed.trim(), added: hunk.added.trim() }))
    .filter(({ removed, added }) => removed !== added)
}
