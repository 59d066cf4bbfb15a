import type { PageElement } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'
import { shareOf } from './whole-boxes.ts'

/** Fewer boxes of one class are no row. */
const BOXES_MIN = 4
/** Rows of single lines are paragraphs or cells, which stand for themselves. */
const LINES_PER_BOX_MIN = 2
/** Share of the row's text that must have scored as text. */
const KEPT_MIN = 0.4
/** More of a row in links leads to other pages. */
const LINK_SHARE_MAX = 0.3
/** Where one box holds more of the row's text than this, the others stand beside it: head, body and foot of a page. */
const LARGEST_SHARE_MAX = 0.5
/** Lines below this score are furniture inside the boxes: buttons, names of sections. */
const SCORE_MIN = 0.15
const LINE_LINK_SHARE_MAX = 0.8
const LEVELS_MAX = 4

const SINGLE = /^(?:p|li|t[rdh]|table|tbody|body|h[1-6])$/

/** `boxes` with the characters in each. */
type Row = { boxes: Map<PageElement, number>; lines: TextBlock[] }

/**
 * Keeps the likely lines of a row of boxes where much of the row scored as text: winners under each prize, entries of a diary,
 * letters to the editor are made alike, and what one of them is the others are too. Linear in lines times levels.
 */
export function keepAlikeBoxes(blocks: readonly TextBlock[], scores: Float32Array, kept: boolean[]): void {
  for (const { boxes, lines } of rowsOf(blocks)) {
    if (boxes.size < BOXES_MIN || lines.length < boxes.size * LINES_PER_BOX_MIN) continue
    if (shareOf(lines, ({ linkChars }) => linkChars) > LINK_SHARE_MAX) continue
    if (shareOf(lines, ({ index, text }) => (kept[index] ? text.length : 0)) < KEPT_MIN) continue
    if (largestShare(boxes) > LARGEST_SHARE_MAX) continue
    for (const { index, text, linkChars } of lines)
      if (scores[index]! >= SCORE_MIN && linkChars < text.length * LINE_LINK_SHARE_MAX) kept[index] = true
  }
}

/** Siblings of one tag and class, with the lines in them. */
function rowsOf(blocks: readonly TextBlock[]): Row[] {
  const rows = new Map<PageElement, Map<string, Row>>()
  for (const block of blocks) {
    let at = block.element
    for (let level = 0; at.parent !== null && level < LEVELS_MAX; level += 1, at = at.parent) {
      if (SINGLE.test(at.tag)) continue
      let names = rows.get(at.parent)
      if (names === undefined) {
        names = new Map()
        rows.set(at.parent, names)
      }
      const name = `${at.tag}.${at.attributes.class ?? ''}`
      let row = names.get(name)
      if (row === undefined) {
        row = { boxes: new Map(), lines: [] }
        names.set(name, row)
      }
      row.boxes.set(at, (row.boxes.get(at) ?? 0) + block.text.length)
      row.lines.push(block)
    }
  }
  return [...rows.values()].flatMap((names) => [...names.values()])
}

function largestShare(boxes: Row['boxes']): number {
  let [largest, total] = [0, 0]
  for (const chars of boxes.values()) {
    largest = Math.max(largest, chars)
    total += chars
  }
  return largest / total
}
