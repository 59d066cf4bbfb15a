import { squeeze } from './block-features.ts'
import { isOutletName, type OutletNames, titleParts } from './outlet-name.ts'
import { words } from './page-facts.ts'
import type { TextBlock } from './text-blocks.ts'
import { isLinkTo, type TitleSources } from './title-heading.ts'

/** Kickers and steps of the trail are printed too, and are shorter. */
const PART_SHARE_MIN = 1 / 3
/** A longer block is text. */
const LINE_CHARS_MAX = 400

/**
 * Of a stated title in parts ("Council group - Quay to be rebuilt") the longest that the page prints as a line of its own
 * down to the head of its text: the headline, where no heading is. Null: no part is, or the title is printed whole.
 */
export function printedPart(
  title: string,
  { blocks, first, url }: TitleSources,
  outlet: OutletNames,
): { value: string; line: TextBlock } | null {
  const whole = squeeze(title)
  const lines = new Map<string, TextBlock>()
  for (const block of blocks.slice(0, first < 0 ? 0 : first + 1)) {
    if (block.text.length > LINE_CHARS_MAX || (block.linkChars > 0 && !isLinkTo(block, url))) continue
    for (const line of block.text.split('\n')) lines.set(squeeze(line), block)
  }
  if (lines.has(whole)) return null
  const printed = titleParts(title)
    .filter((part) => squeeze(part).length >= whole.length * PART_SHARE_MIN && !isOutletName(part, outlet))
    .flatMap((value) => {
      const line = lines.get(squeeze(value))
      return line === undefined ? [] : [{ value, line }]
    })
  return printed.sort((a, b) => b.value.length - a.value.length)[0] ?? null
}

/** The heading right over the text, for a page that states its outlet's name for a title. */
export function headingOverText({ blocks, first, url }: TitleSources, outlet: OutletNames): TextBlock | null {
  for (let i = first; i >= Math.max(0, first - LINES_OVER_TEXT_MAX); i -= 1) {
    const block = blocks[i]!
    if (!/^h[1-3]$/.test(block.element.tag) || block.text.length > LINE_CHARS_MAX) continue
    const isForeign = isOutletName(block.text, outlet) || (block.linkChars > 0 && !isLinkTo(block, url))
    return isForeign || words(block.text).size < WORDS_MIN ? null : block
  }
  return null
}

const LINES_OVER_TEXT_MAX = 4
/** Shorter ones name a box: "About me". */
const WORDS_MIN = 4
