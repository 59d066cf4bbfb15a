import { layoutTables, nearest, tableOf } from './data-tables.ts'
import type { PageElement } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

/** Cells of data and items of a list are short; longer ones are a layout, or paragraphs that stand for themselves. */
const LINE_CHARS_MAX = 400
/** Cells and items that make a table and a list. */
const CELLS_MIN = 4
const ITEMS_MIN = 3
/** Share of a table's text that must have scored as text, and of a list's. */
const TABLE_KEPT_MIN = 0.4
const LIST_KEPT_MIN = 0.5
/** More of a list in links is a list of other pages. */
const LINK_SHARE_MAX = 0.5
/** Lines of a list score at least this on average if the line over them is the article's. */
const HEADED_SCORE_MIN = 0.15
const HEADED_LINK_SHARE_MAX = 0.2
const HEAD_CHARS_MAX = 80

/**
 * Keeps tables of data whole or leaves them out, and keeps lists whole: numbers and single words score lower than the sentences
 * beside them, and half a table says something that the whole does not. Linear in lines.
 */
export function keepWholeBoxes(blocks: readonly TextBlock[], scores: Float32Array, kept: boolean[]): void {
  const layouts = layoutTables(blocks)
  for (const [table, cells] of linesByBox(blocks, (element) => tableOf(element)?.box ?? null)) {
    if (cells.length < CELLS_MIN || layouts.has(table)) continue
    const isKept = shareOf(cells, ({ index, text }) => (kept[index] ? text.length : 0)) >= TABLE_KEPT_MIN
    for (const { index } of cells) kept[index] = isKept
  }
  for (const [list, items] of linesByBox(blocks, listBox)) {
    if (items.length < ITEMS_MIN || !isArticleList(list, items, { blocks, scores, kept })) continue
    for (const { index } of items) kept[index] = true
  }
}

type Scored = { blocks: readonly TextBlock[]; scores: Float32Array; kept: readonly boolean[] }

/** Mostly kept beside kept paragraphs, or all that stands under a kept line that heads it. */
function isArticleList(list: PageElement, items: readonly TextBlock[], { blocks, scores, kept }: Scored): boolean {
  const linkShare = shareOf(items, ({ linkChars }) => linkChars)
  if (linkShare > LINK_SHARE_MAX) return false
  const [before, after] = [blocks[items[0]!.index - 1], blocks[items.at(-1)!.index + 1]]
  const isBeside = (block: TextBlock | undefined) =>
    block !== undefined && kept[block.index] === true && block.element.parent === list.parent
  if (shareOf(items, ({ index, text }) => (kept[index] ? text.length : 0)) >= LIST_KEPT_MIN)
    return isBeside(before) || isBeside(after)
  const score = shareOf(items, ({ index, text }) => scores[index]! * text.length)
  return (
    linkShare <= HEADED_LINK_SHARE_MAX &&
    score >= HEADED_SCORE_MIN &&
    isBeside(before) &&
    before!.text.length <= HEAD_CHARS_MAX
  )
}

export function shareOf(lines: readonly TextBlock[], part: (line: TextBlock) => number): number {
  let [sum, total] = [0, 0]
  for (const line of lines) {
    sum += part(line)
    total += line.text.length
  }
  return sum / total
}

const listBox = (element: PageElement) => {
  const box = nearest(element, 3, (tag) => tag === 'li')?.parent
  return box?.tag === 'ul' || box?.tag === 'ol' ? box : null
}

/** Lines by the box they stand in; boxes with a long line are left out. */
function linesByBox(blocks: readonly TextBlock[], boxOf: (element: PageElement) => PageElement | null) {
  const boxes = new Map<PageElement, TextBlock[]>()
  const layouts = new Set<PageElement>()
  for (const block of blocks) {
    const box = boxOf(block.element)
    if (box === null) continue
    if (block.text.length > LINE_CHARS_MAX) layouts.add(box)
    const lines = boxes.get(box)
    if (lines === undefined) boxes.set(box, [block])
    else lines.push(block)
  }
  for (const box of layouts) boxes.delete(box)
  return boxes
}
