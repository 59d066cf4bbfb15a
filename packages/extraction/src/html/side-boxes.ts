import { hintBit, hintsOf } from './class-hints.ts'
import { type ElementContext, FLAG_NAMES } from './element-context.ts'
import { type PageElement, textOf } from './page-tree.ts'
import type { FurnitureLines, ScoredPage } from './scored-page.ts'
import type { TextBlock } from './text-blocks.ts'

type Side = { rule: string; isBeside: (block: TextBlock, page: ScoredPage) => boolean; shareMax: number }

const flagBit = (name: string) => 1 << FLAG_NAMES.indexOf(name)
const QUOTED = flagBit('blockquote') | flagBit('table')
const COMMENT = hintBit('comment')
const BYLINE = hintBit('byline')

const flagsOf = ({ element }: TextBlock, { contexts }: ScoredPage) => contexts.get(element)?.flags ?? 0
const isIn =
  (flag: string, except = 0): Side['isBeside'] =>
  (block, page) =>
    (flagsOf(block, page) & flagBit(flag)) !== 0 && (flagsOf(block, page) & except) === 0

/**
 * Lines beside the text by their markup, and the largest share of the kept text that they may hold: a template that puts all of
 * its text in such a box has no other place for it. What is left in a figure is its caption; what is written for those who listen
 * to the page tells of the page.
 */
const SIDES: readonly Side[] = [
  { rule: 'caption', isBeside: isIn('figure', QUOTED), shareMax: 0.5 },
  { rule: 'caption', isBeside: isInImageBox, shareMax: 0.5 },
  { rule: 'aside', isBeside: isIn('aside'), shareMax: 0.2 },
  { rule: 'hidden', isBeside: isIn('hidden'), shareMax: 0.2 },
  { rule: 'hidden', isBeside: isForListeners, shareMax: 0.2 },
  { rule: 'comment', isBeside: ({ element }, page) => (hintsAt(element, page) & COMMENT) !== 0, shareMax: 0.8 },
]

export function sideBoxes(page: ScoredPage, found: FurnitureLines): void {
  const { blocks } = page.page
  const kept = blocks.filter(({ index }) => page.kept[index])
  const total = kept.reduce((sum, { text }) => sum + text.length, 0)
  for (const { rule, isBeside, shareMax } of SIDES) {
    const inside = kept.filter((block) => isBeside(block, page))
    if (inside.reduce((sum, { text }) => sum + text.length, 0) > total * shareMax) continue
    for (const { index } of inside) if (!found.has(index)) found.set(index, rule)
  }
  strayLines(kept, found)
}

const hintsAt = (element: PageElement, { contexts }: ScoredPage) => contexts.get(element)?.hints ?? 0

const LISTENERS_CLASS = /(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-?reader(?:-?text)?)(?:$|[\s_-])/i
const IMAGE_CLASS = /(?:^|[\s_-])(?:image|img|photo|picture|foto|bild)s?(?:$|[\s_-])/i
/** An image with its caption and credit. */
const IMAGE_BOX_CHARS_MAX = 450
const IMAGE_BOX_LINES_MAX = 3
const IMAGE_BOX_LEVELS_MAX = 3

function isForListeners({ element }: TextBlock): boolean {
  return LISTENERS_CLASS.test(classOf(element)) || LISTENERS_CLASS.test(classOf(element.parent))
}

/** In a figure, or in a box that is called an image: a name there is the photographer's. */
export function isUnderPicture(element: PageElement): boolean {
  let at: PageElement | null = element
  for (let level = 0; at !== null && level < IMAGE_BOX_LEVELS_MAX; level += 1, at = at.parent) {
    if (/^(?:body|article|main|section|h[1-6])$/.test(at.tag)) return false
    if (hintsOf(at) & BYLINE) return false // with a picture of the author
    if (at.tag === 'figure') return true
    if (IMAGE_CLASS.test(classOf(at)) && textOf(at, IMAGE_BOX_CHARS_MAX * 2).length <= IMAGE_BOX_CHARS_MAX) return true
  }
  return false
}

const FIGURE_LEVELS_MAX = 6

/** The words under a picture, whose author is its photographer; not of a picture of the author. */
export function isPictureName(element: PageElement): boolean {
  if (PICTURE_AUTHOR.test(classOf(element))) return true
  let at: PageElement | null = element
  for (let level = 0; at !== null && level < FIGURE_LEVELS_MAX; level += 1, at = at.parent)
    if (at.tag === 'figure') return (hintsOf(at) & BYLINE) === 0
  return false
}

/** "image--author", "media-license-author". */
const PICTURE_AUTHOR =
  /(?:image|img|photo|picture|foto|bild|media|licen[cs]e)(?:s|box)?[_-]{1,2}(?:author|autor|auteur|byline)(?:$|[\s_-])/i

/** In a box that is called an image and holds no more than one would have for words. */
function isInImageBox({ element }: TextBlock, { contexts }: ScoredPage): boolean {
  let at: PageElement | null = element
  for (let level = 0; at !== null && level < IMAGE_BOX_LEVELS_MAX; level += 1, at = at.parent) {
    if (/^(?:body|article|main|section|h[1-6])$/.test(at.tag)) return false
    if (IMAGE_CLASS.test(classOf(at)) && isSmall(contexts.get(at))) return true
  }
  return false
}

const isSmall = (context: ElementContext | undefined) =>
  context !== undefined && context.chars <= IMAGE_BOX_CHARS_MAX && context.blocks <= IMAGE_BOX_LINES_MAX

const classOf = (element: PageElement | null) => element?.attributes.class?.slice(0, 400) ?? ''

/** So many lines between the text and what is not part of it. */
const STRAY_LINES_MIN = 16
/** A part of the text that stands farther down has more lines, and more to say. */
const STRAYS_MAX = 3
const STRAY_SHARE_MAX = 0.2

/**
 * The last lines where they stand alone far below the text, in other boxes, belong to what stands there: a comment, a teaser,
 * words about the house.
 */
function strayLines(kept: readonly TextBlock[], found: FurnitureLines): void {
  const rest = kept.filter(({ index }) => !found.has(index))
  const start = rest.findLastIndex(({ index }, i) => i > 0 && index - rest[i - 1]!.index > STRAY_LINES_MIN)
  if (start < 0 || rest.length - start > STRAYS_MAX) return
  const [text, strays] = [rest.slice(0, start), rest.slice(start)]
  const boxes = new Set(text.map(({ element }) => element.parent))
  const charsOf = (lines: readonly TextBlock[]) => lines.reduce((sum, line) => sum + line.text.length, 0)
  const isPart = strays.length > 1 && charsOf(strays) > charsOf(text) * STRAY_SHARE_MAX
  if (isPart || strays.some(({ element }) => boxes.has(element.parent))) return
  for (const { index } of strays) found.set(index, 'far-below')
}
