import type { Block } from '@dateline/domain'
import { isInside } from './block-features.ts'
import { layoutTables, nearest, tableOf } from './data-tables.ts'
import { absoluteUrl } from './field.ts'
import { mediaBlock } from './page-images.ts'
import type { PageElement } from './page-tree.ts'
import type { MediaBlock, TextBlock } from './text-blocks.ts'

type Paragraph = Extract<Block, { type: 'paragraph' }>
type Span = NonNullable<Paragraph['spans']>[number]

export const BODY_BLOCKS_MAX = 2_000
const SPANS_MAX = 200
const MEDIA_MAX = 200
const ITEMS_MAX = 1_000

export type KeptText = {
  blocks: readonly TextBlock[]
  media: readonly MediaBlock[]
  box: PageElement | null
  base: string | null
}

/** The kept lines as typed blocks, with the images and embeds that stand among them. */
export function typedBlocks({ blocks, media, box, base }: KeptText): Block[] {
  const typed: Block[] = []
  const first = blocks[0]?.index ?? 0
  const last = blocks.at(-1)?.index ?? 0
  const scope = box === null ? null : mediaScope(box)
  const within = media
    .filter(
      ({ at, element }) =>
        at >= first - LEAD_BLOCKS_MAX && at <= last + 1 && scope !== null && isInside(element, scope),
    )
    .slice(0, MEDIA_MAX)
  const layouts = layoutTables(blocks)
  let next = 0
  const seen = new Set<string>()
  const addMedia = (upTo: number) => {
    for (; next < within.length && within[next]!.at <= upTo; next += 1) {
      const block = mediaBlock(within[next]!, base)
      const key = block === null ? '' : `${block.url}`
      if (block === null || seen.has(key)) continue
      seen.add(key)
      typed.push(block)
    }
  }
  let open: { box: PageElement; block: Block } | null = null
  for (const block of blocks) {
    if (typed.length >= BODY_BLOCKS_MAX) break
    const before = typed.length
    addMedia(block.index)
    if (typed.length > before) open = null
    open = addText(typed, block, open, { base, layouts })
  }
  addMedia(last + 1)
  return typed
}

/** Lines between a lead picture and the first paragraph: captions, byline, share buttons. */
const LEAD_BLOCKS_MAX = 12

/** The article element around the body, since the lead picture often stands beside the text's own box. */
function mediaScope(box: PageElement): PageElement {
  for (let at: PageElement | null = box; at !== null && at.tag !== 'body'; at = at.parent) {
    if (at.tag === 'article' || at.tag === 'main') return at
  }
  return box.parent?.tag === 'body' || box.parent === null ? box : box.parent
}

type Open = { box: PageElement; block: Block } | null

type Page = { base: string | null; layouts: ReadonlySet<PageElement> }

function addText(typed: Block[], block: TextBlock, open: Open, { base, layouts }: Page): Open {
  const { element, text } = block
  const heading = nearest(element, 2, (tag) => /^h[1-6]$/.test(tag))
  if (heading !== null) {
    typed.push({ type: 'heading', text, level: Number(heading.tag[1]) })
    return null
  }
  const list = listOf(element)
  if (list !== null) {
    if (open?.box === list.box && open.block.type === 'list') {
      addItem(open.block.items, text, list.isNewItem(block))
      return open
    }
    const added: Block = { type: 'list', ordered: list.box.tag === 'ol', items: [text] }
    typed.push(added)
    return { box: list.box, block: added }
  }
  const table = tableOf(element)
  if (table !== null && !layouts.has(table.box)) return addCell(typed, table, text, open)
  const quote = nearest(element, 4, (tag) => tag === 'blockquote')
  if (quote !== null) {
    typed.push({ type: 'quote', text })
    return null
  }
  typed.push(paragraph(block, base))
  return null
}

function addItem(items: string[], text: string, isNew: boolean): void {
  if (isNew && items.length < ITEMS_MAX) items.push(text)
  else items[items.length - 1] += `\n${text}`
}

/** A list whose items are lines. Lists of cards, each with several paragraphs, are layout. */
function listOf(element: PageElement) {
  const item = nearest(element, 3, (tag) => tag === 'li')
  const box = item?.parent
  if (item === null || !box || (box.tag !== 'ul' && box.tag !== 'ol')) return null
  return { box, isNewItem: (block: TextBlock) => block.element === item || firstTextOwner(item) === block.element }
}

function firstTextOwner(item: PageElement): PageElement | null {
  for (const child of item.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') return item
    } else return firstTextOwner(child) ?? child
  }
  return null
}

const ROWS_MAX = 500
const CELLS_MAX = 30

const openCells = new WeakMap<Block, { row: PageElement; cell: PageElement }>()

function addCell(
  typed: Block[],
  { box, row, cell }: { box: PageElement; row: PageElement; cell: PageElement },
  text: string,
  open: Open,
): Open {
  const table = open?.box === box && open.block.type === 'table' ? open.block : null
  if (table === null) {
    const added: Block = { type: 'table', rows: [[text]] }
    typed.push(added)
    openCells.set(added, { row, cell })
    return { box, block: added }
  }
  const at = openCells.get(table)
  openCells.set(table, { row, cell })
  const cells = table.rows.at(-1)!
  if (at?.row !== row && table.rows.length < ROWS_MAX) table.rows.push([text])
  else if (at?.cell !== cell && cells.length < CELLS_MAX) cells.push(text)
  else cells[cells.length - 1] += `\n${text}`
  return { box, block: table }
}

function paragraph({ pieces, text }: TextBlock, base: string | null): Paragraph {
  const spans: Span[] = []
  let at = 0
  for (const { text: piece, link, strong, emphasis } of pieces) {
    const end = at + piece.length
    if (spans.length < SPANS_MAX && piece.trim() !== '') {
      const url = link === null ? null : absoluteUrl(link.attributes.href, base)
      if (url !== null) addSpan(spans, { start: at, end, kind: 'link', url })
      if (strong) addSpan(spans, { start: at, end, kind: 'strong' })
      if (emphasis) addSpan(spans, { start: at, end, kind: 'emphasis' })
    }
    at = end
  }
  return spans.length === 0 ? { type: 'paragraph', text } : { type: 'paragraph', text, spans }
}

/** One span where the same mark goes on. */
function addSpan(spans: Span[], span: Span): void {
  const before = spans.findLast(({ kind }) => kind === span.kind)
  if (before !== undefined && before.end === span.start && before.url === span.url) before.end = span.end
  else spans.push(span)
}
