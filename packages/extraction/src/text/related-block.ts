import { endsArticle, isLabel, type MarkedLine } from './marked-line.ts'

/** Where the article stops: the index of the first line after it, and where a block of other articles' teasers begins. */
export type ArticleEnd = { end: number; teasersFrom: number | null }

const TEASERS_MIN = 2

/**
 * Finds the end of the article among its marked lines: at the comment form, or at a heading such as "Related" under which
 * only teasers follow. A box of related titles within the article ends nothing: after it, paragraph follows paragraph.
 */
export function articleEnd(lines: readonly MarkedLine[]): ArticleEnd {
  let paragraphs = 0
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'paragraph') paragraphs += 1
    if (paragraphs === 0) continue
    if (endsArticle(line) && !hasRunningText(lines, index + 1)) return { end: index, teasersFrom: null }
    if (line.kind === 'related-heading' && !hasRunningText(lines, index + 1))
      return { end: index, teasersFrom: index + 1 }
  }
  return { end: lines.length, teasersFrom: null }
}

/**
 * Whether the article goes on: two paragraphs in a row with no title between them, before a second title-and-paragraph pair
 * shows that these are teasers. Comments after their heading are many, and short lines stand between them.
 */
function hasRunningText(lines: readonly MarkedLine[], from: number): boolean {
  let inRow = 0
  let pairs = 0
  let isAfterLabel = true
  for (const line of lines.slice(from)) {
    if (line.kind === 'paragraph') {
      if (isAfterLabel) pairs += 1
      inRow = isAfterLabel ? 1 : inRow + 1
      isAfterLabel = false
      if (pairs >= TEASERS_MIN) return false
      if (inRow >= 2) return true
    } else if (isLabel(line, 30) || line.kind === 'furniture' || line.kind === 'related-heading') isAfterLabel = true
  }
  return false
}
