import type { Block, Extraction } from '@dateline/domain'
import { startsAsCorrection } from '../revisions/correction-notice.ts'
import { stringOf, typesOf } from './json-ld.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import type { PageElement } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'
import { PAYWALL_WORDS } from './wall-phrases.ts'

/** What the reader should know of the text: cut short by a paywall, a live blog, corrected. */
export const pageMarks = (
  facts: PageFacts,
  text: string,
  blocks: readonly Block[],
  around: Around,
): Extraction['marks'] => ({
  truncated: isTruncated(facts, text, tailOf(around.page, around.last)),
  liveBlog: isLiveBlog(facts),
  correction: correctionOf(blocks, around),
})

/** All lines of the page, and the numbers of the first and the last line of its text. */
export type Around = { page: readonly TextBlock[]; first: number; last: number }

const WORDS_OF = /[\p{L}\p{N}]+/gu
/** The page states many more words than it shows. */
const TRUNCATED_SHARE_MAX = 0.5

/** Lines at the end of the text and below it, among which the offer to go on reading stands. */
const OFFER_LINES_BEFORE = 3
const OFFER_LINES_AFTER = 6
/** An offer is short; a longer line reports on offers. */
const OFFER_CHARS_MAX = 120
/** Longer texts are whole: the offer is the page's, not the text's. */
const CUT_WORDS_MAX = 200
const CUT_CHARS_MAX = 1_500

/** The lines of a page in which the offer to read on for money may stand. @param last number of the last line of the text. */
const tailOf = (blocks: readonly TextBlock[], last: number): readonly TextBlock[] =>
  blocks
    .slice(Math.max(0, last - OFFER_LINES_BEFORE), last + 1 + OFFER_LINES_AFTER)
    .filter(({ element }) => element.tag !== 'h1' && !isInPageFoot(element))

/** What the foot of a page offers is offered on every page. */
function isInPageFoot(element: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null && at.tag !== 'article' && at.tag !== 'main'; at = at.parent)
    if (at.tag === 'footer') return true
  return false
}

function isTruncated(facts: PageFacts, text: string, tail: readonly TextBlock[]): boolean {
  const stated = Number(stringOf(facts.article?.wordCount ?? null) ?? 0)
  const isPaid = isStatedAsPaid(facts)
  // Most texts are long and free, and need not be counted.
  if (!(stated > 150) && !isPaid && text.length >= CUT_CHARS_MAX) return false
  const words = text.match(WORDS_OF)?.length ?? 0
  if (stated > 150 && words < stated * TRUNCATED_SHARE_MAX) return true
  if (words < CUT_WORDS_MAX && text.length < CUT_CHARS_MAX && tail.some(({ text: line }) => isOffer(line))) return true
  return isPaid && (words < 250 || /(?:…|\.\.\.)\s*$/.test(text))
}

function isStatedAsPaid(facts: PageFacts): boolean {
  const free =
    stringOf(facts.article?.isAccessibleForFree ?? null) ??
    (facts.article?.isAccessibleForFree === false ? 'false' : null)
  return (free !== null && /^false$/i.test(free)) || metaOf(facts, 'article:content_tier')?.value === 'locked'
}

const isOffer = (line: string) => line.length <= OFFER_CHARS_MAX && PAYWALL_WORDS.test(line)

const isLiveBlog = (facts: PageFacts) => facts.nodes.some((node) => typesOf(node).includes('LiveBlogPosting'))

const CORRECTION_CHARS_MAX = 1_000
/** A notice beside the text stands close to it: above the first line, or below the last. */
const NOTICE_LINES_BEFORE = 6
const NOTICE_LINES_AFTER = 12
/** Pages invite their readers to report errors in much the same words. */
const INVITATION = /[@?]|\b(?:e-?mail|contact|report an? (?:error|typo)|let us know|policy)\b/iu
const LINKED_SHARE_MAX = 0.5

/** In the text, or beside it: many templates put the notice in a box of its own. */
function correctionOf(blocks: readonly Block[], { page, first, last }: Around): string | null {
  for (const block of blocks) {
    const lines = block.type === 'paragraph' || block.type === 'quote' ? [block.text] : []
    for (const text of block.type === 'list' ? block.items : lines)
      if (startsAsCorrection(text)) return text.slice(0, CORRECTION_CHARS_MAX)
  }
  const near = page.slice(Math.max(0, first - NOTICE_LINES_BEFORE), last + 1 + NOTICE_LINES_AFTER)
  const beside = near.find(
    ({ text, linkChars, element }) =>
      element.tag !== 'h1' &&
      linkChars <= text.length * LINKED_SHARE_MAX &&
      !INVITATION.test(text) &&
      startsAsCorrection(text),
  )
  return beside?.text.slice(0, CORRECTION_CHARS_MAX) ?? null
}
