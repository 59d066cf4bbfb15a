import type { PageElement } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

/** Pages that keep less than this have no text yet: most of those with a body in the markup are lists. */
const KEPT_CHARS_MAX = 400
/** The box holds this many times what was kept. */
const TIMES_MIN = 3
/** Below this a line is furniture wherever it stands. */
const SCORE_MIN = 0.05
const LEVELS_MAX = 8

/** Names that templates give the box of the text, and nothing else. */
const BODY_NAME = /(?:^|[\s_-])(?:article|story|post|entry|news)[_-]?(?:body|content|text)/i

/**
 * Keeps the lines of the box that the markup names as the body where next to nothing scored as text: names of winners, results,
 * a list of places to see are short lines without a sentence, and only their box says that they are the article.
 */
export function keepNamedBody(blocks: readonly TextBlock[], scores: Float32Array, kept: boolean[]): void {
  const keptChars = blocks.reduce((sum, { index, text }) => sum + (kept[index] ? text.length : 0), 0)
  if (keptChars >= KEPT_CHARS_MAX) return
  const body = blocks.filter(
    ({ index, element, text, linkChars }) =>
      scores[index]! > SCORE_MIN && linkChars < text.length * 0.5 && isNamedBody(element),
  )
  const bodyChars = body.reduce((sum, { text }) => sum + text.length, 0)
  if (bodyChars < KEPT_CHARS_MAX || bodyChars < keptChars * TIMES_MIN) return
  for (const { index } of body) kept[index] = true
}

function isNamedBody(element: PageElement): boolean {
  let at: PageElement | null = element
  for (let level = 0; at !== null && at.tag !== 'body' && level < LEVELS_MAX; level += 1, at = at.parent) {
    if (/(?:^|\s)articleBody(?:\s|$)/.test(at.attributes.itemprop ?? '')) return true
    if (BODY_NAME.test((at.attributes.class ?? '').slice(0, 400).replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2'))) return true
  }
  return false
}
