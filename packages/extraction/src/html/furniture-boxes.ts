import { hintBit, hintsOf } from './class-hints.ts'
import type { ElementContext } from './element-context.ts'
import type { PageElement } from './page-tree.ts'
import { hasPhrase } from './phrases.ts'
import type { FurnitureLines, ScoredPage } from './scored-page.ts'
import { sideBoxes } from './side-boxes.ts'
import type { TextBlock } from './text-blocks.ts'

/**
 * Boxes that are furniture by their build, however much a line in them reads like text: forms amid the text, rows of other
 * stories under a heading that says so or above the headline. Pure; linear in lines times depth.
 */
export function furnitureBoxes(scored: ScoredPage): FurnitureLines {
  const found: FurnitureLines = new Map()
  formBoxes(scored, found)
  relatedRows(scored, found)
  cardsAboveTitle(scored, found)
  shoutedLinks(scored, found)
  relatedLinks(scored, found)
  listedTwice(scored, found)
  linksAtEnds(scored, found)
  sideBoxes(scored, found)
  return found
}

/** A sign-up box holds some lines and a field; a box with more text than this is a part of the page that holds such a box. */
const FORM_CHARS_MAX = 450
const FORM_LINES_MAX = 9
const FORM_LEVELS_MAX = 8
/** A quiz or calculator may be most of what a page has to say. */
const FORM_SHARE_MAX = 0.25

/** A longer line is a paragraph of the text; no box of a form holds one, nor the headline. */
const FORM_LINE_CHARS_MAX = 240

/** Buttons are its only fields, and buttons stand everywhere: a box with such a name asks its readers. */
const POLL =
  /(?:^|[\s_-])(?:poll|quiz|survey|voting|umfrage|abstimmung|sondage|encuesta|sondaggio|enquete)(?:$|[\s_-])/i
const POLL_LEVELS_MAX = 4

function formBoxes({ page: { blocks, fields }, contexts, kept, titleIndex }: ScoredPage, found: FurnitureLines): void {
  const polls = pollsIn(blocks)
  if (fields.length === 0 && polls.length === 0) return
  const boxes = new Set<PageElement>()
  const articleBoxes = new Set<PageElement>()
  for (const { element, text, index } of blocks) {
    if (text.length <= FORM_LINE_CHARS_MAX && index !== titleIndex) continue
    for (let at: PageElement | null = element; at !== null && !articleBoxes.has(at); at = at.parent)
      articleBoxes.add(at)
  }
  for (const field of fields) {
    const box = outermost(field.parent, contexts, articleBoxes)
    if (box !== null) boxes.add(box)
  }
  for (const poll of polls) if (outermost(poll, contexts, articleBoxes) !== null) boxes.add(poll)
  if (boxes.size === 0) return
  const inside = blocks.filter(({ index, element }) => kept[index] && ancestorIn(element, boxes))
  const total = blocks.reduce((sum, { index, text }) => sum + (kept[index] ? text.length : 0), 0)
  if (inside.reduce((sum, { text }) => sum + text.length, 0) > total * FORM_SHARE_MAX) return
  for (const { index } of inside) found.set(index, 'form-box')
}

function pollsIn(blocks: readonly TextBlock[]): PageElement[] {
  const polls = new Set<PageElement>()
  for (const { element } of blocks) {
    let at: PageElement | null = element
    for (let level = 0; at !== null && level < POLL_LEVELS_MAX; level += 1, at = at.parent)
      if (POLL.test(at.attributes.class ?? '')) polls.add(at)
  }
  return [...polls]
}

/** The largest box from this one outwards that holds little more than the form: null if this one holds more. */
function outermost(
  innermost: PageElement | null,
  contexts: ReadonlyMap<PageElement, ElementContext>,
  articleBoxes: ReadonlySet<PageElement>,
): PageElement | null {
  let best: PageElement | null = null
  let at = innermost
  for (let level = 0; at !== null && level < FORM_LEVELS_MAX; level += 1, at = at.parent) {
    if (at.tag === 'body' || at.tag === 'article' || at.tag === 'main' || at.tag === 'table') break
    const context = contexts.get(at)
    if (context === undefined) continue // no text in it
    if (context.chars > FORM_CHARS_MAX || context.blocks > FORM_LINES_MAX || articleBoxes.has(at)) break
    best = at
  }
  return best
}

const RELATED = hintBit('related')
const HEAD_CHARS_MAX = 80
const TEXT_BEFORE_CHARS_MIN = 200
const ROW_MIN = 2

/** Boxes in a row below a heading like "You may like": other stories, in short or in full. */
function relatedRows({ page: { blocks }, contexts, kept }: ScoredPage, found: FurnitureLines): void {
  let charsBefore = 0
  const rows = new Set<PageElement>()
  for (const block of blocks) {
    const { index, text, linkChars, element } = block
    if (kept[index] && rows.size > 0 && ancestorIn(element, rows)) found.set(index, 'related-row')
    if (
      text.length <= HEAD_CHARS_MAX &&
      linkChars === 0 &&
      charsBefore >= TEXT_BEFORE_CHARS_MIN &&
      isRelatedHead(block)
    ) {
      const row = rowBelow(element, contexts)
      if (row.size >= ROW_MIN) {
        if (kept[index]) found.set(index, 'related-row')
        for (const box of row) rows.add(box)
      }
    }
    if (kept[index] && !found.has(index)) charsBefore += text.length
  }
}

const isRelatedHead = ({ element, text }: TextBlock) =>
  /^h[1-6]$/.test(element.tag) && (hasPhrase('related', text) || (hintsOf(element) & RELATED) !== 0)

/** The boxes that follow the heading in its own box, up to the next plain paragraph. */
function rowBelow(heading: PageElement, contexts: ReadonlyMap<PageElement, ElementContext>): Set<PageElement> {
  const row = new Set<PageElement>()
  const siblings = heading.parent?.children ?? []
  for (let i = siblings.indexOf(heading) + 1; i < siblings.length; i += 1) {
    const sibling = siblings[i]!
    if (typeof sibling === 'string') continue
    const context = contexts.get(sibling)
    if (context === undefined) continue
    if (!isCard(sibling, context)) break
    row.add(sibling)
  }
  return row
}

/** An article of its own, or a box with a link: an entry of a live blog has a time instead. */
function isCard(element: PageElement, { blocks, linkChars }: ElementContext): boolean {
  return (
    blocks > 1 && linkChars > 0 && !/^(?:p|ul|ol|table|blockquote|h[1-6])$/.test(element.tag) && !hasTime(element, 0)
  )
}

const TIME_LEVELS_MAX = 5

function hasTime(element: PageElement, level: number): boolean {
  return (
    level < TIME_LEVELS_MAX &&
    element.children.some((child) => typeof child !== 'string' && (child.tag === 'time' || hasTime(child, level + 1)))
  )
}

const CARDS_MIN = 3

/** A list of stories above the headline, each a linked headline with its first words. */
function cardsAboveTitle({ page: { blocks }, kept, titleIndex }: ScoredPage, found: FurnitureLines): void {
  const isTextBelow = blocks
    .slice(titleIndex + 1)
    .reduce((sum, { index, text }) => sum + (kept[index] ? text.length : 0), 0)
  if (titleIndex < 0 || isTextBelow < TEXT_BEFORE_CHARS_MIN) return
  const rows = new Map<PageElement, number[]>()
  for (const { index, element, pieces, text } of blocks.slice(0, titleIndex)) {
    if (!kept[index] || element.parent === null || !pieces[0]?.link || !text.includes('\n')) continue
    const row = rows.get(element.parent)
    if (row === undefined) rows.set(element.parent, [index])
    else row.push(index)
  }
  for (const row of rows.values())
    if (row.length >= CARDS_MIN) for (const index of row) found.set(index, 'cards-above-title')
}

const SHOUTED_CHARS_MIN = 20

/** A paragraph that is one link in capitals points to another story. */
function shoutedLinks({ page: { blocks }, kept }: ScoredPage, found: FurnitureLines): void {
  for (const { index, element, text, linkChars } of blocks) {
    if (!kept[index] || element.tag !== 'p' || text.length < SHOUTED_CHARS_MIN || linkChars < text.length * 0.95)
      continue
    if (text === text.toUpperCase() && text !== text.toLowerCase()) found.set(index, 'shouted-link')
  }
}

const LINKS_MIN = 2
const LINKED_SHARE_MIN = 0.9

/** "You may also like…" and the linked headlines that follow it, in plain paragraphs of the text. */
function relatedLinks({ page: { blocks }, kept }: ScoredPage, found: FurnitureLines): void {
  let charsBefore = 0
  for (const { index, text, linkChars } of blocks) {
    const isHead = text.length <= HEAD_CHARS_MAX && linkChars === 0 && charsBefore >= TEXT_BEFORE_CHARS_MIN
    if (kept[index]) charsBefore += text.length
    if (!isHead || !hasPhrase('related', text)) continue
    let end = index + 1
    while (end < blocks.length && blocks[end]!.linkChars >= blocks[end]!.text.length * LINKED_SHARE_MIN) end += 1
    if (end - index <= LINKS_MIN) continue
    for (let i = index; i < end; i += 1) if (kept[i]) found.set(i, 'related-row')
  }
}

const TWICE_CHARS_MIN = 80
const TWICE_SHARE_MIN = 0.7

/** A list that the page shows in two places, each item a headline with its first words: its newest stories. */
function listedTwice({ page: { blocks }, kept }: ScoredPage, found: FurnitureLines): void {
  const copies = new Map<string, number>()
  const lists = new Map<PageElement, TextBlock[]>()
  for (const block of blocks) {
    const { element, text } = block
    if (element.tag !== 'li' || element.parent === null || text.length < TWICE_CHARS_MIN) continue
    copies.set(text, (copies.get(text) ?? 0) + 1)
    const list = lists.get(element.parent)
    if (list === undefined) lists.set(element.parent, [block])
    else list.push(block)
  }
  for (const items of lists.values()) {
    const twice = items.filter(({ text }) => copies.get(text)! > 1)
    if (items.length < CARDS_MIN || twice.length < items.length * TWICE_SHARE_MIN) continue
    for (const { index } of items) if (kept[index]) found.set(index, 'listed-twice')
  }
}

const SENTENCE_END = /[.!?…。！？؟।][)\]"'”’»」』]*$/u

/** The text neither begins with a link above its headline nor ends with one that is a headline: those lead elsewhere. */
function linksAtEnds({ page: { blocks }, kept, titleIndex }: ScoredPage, found: FurnitureLines): void {
  for (let i = kept.indexOf(true); i >= 0 && i < titleIndex; i += 1) {
    const { text, linkChars } = blocks[i]!
    if (kept[i] && linkChars >= text.length * LINKED_SHARE_MIN) found.set(i, 'link-above-title')
  }
  for (let i = kept.lastIndexOf(true); i > 0; i -= 1) {
    if (!kept[i] || found.has(i)) continue
    const { text, linkChars, element } = blocks[i]!
    if (linkChars < text.length * LINKED_SHARE_MIN || SENTENCE_END.test(text) || /^(?:li|t[dh])$/.test(element.tag))
      return
    found.set(i, 'link-at-end')
  }
}

function ancestorIn(element: PageElement, boxes: ReadonlySet<PageElement>): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (boxes.has(at)) return true
  return false
}
