import { hintBit } from './class-hints.ts'
import type { ElementContext } from './element-context.ts'
import type { PageElement } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

const COMMENT = hintBit('comment')
/** A page that keeps a larger share of comments has next to no text of its own: comments may be all it says. */
const COMMENTS_SHARE_MIN = 0.8
const PARAGRAPH_CHARS_MIN = 200
/** Paragraphs outside the comments that score at least this are the post. */
const POST_SCORE_MIN = 0.3

/** Keeps a short post instead of the long discussion below it, which reads more like a text than the post itself. */
export function keepPostOverComments(
  blocks: readonly TextBlock[],
  contexts: ReadonlyMap<PageElement, ElementContext>,
  scores: Float32Array,
  kept: boolean[],
): void {
  const isComment = ({ element }: TextBlock) => ((contexts.get(element)?.hints ?? 0) & COMMENT) !== 0
  let [comments, total] = [0, 0]
  for (const block of blocks) {
    if (!kept[block.index]) continue
    total += block.text.length
    if (isComment(block)) comments += block.text.length
  }
  if (comments === 0 || comments < total * COMMENTS_SHARE_MIN) return
  const post = blocks.filter(
    (block) =>
      block.text.length >= PARAGRAPH_CHARS_MIN &&
      block.linkChars < block.text.length / 2 &&
      scores[block.index]! >= POST_SCORE_MIN &&
      !isComment(block),
  )
  if (post.length === 0) return
  for (const block of blocks) if (isComment(block)) kept[block.index] = false
  for (const { index } of post) kept[index] = true
}
