import { hintBit, hintsOf } from './class-hints.ts'
import type { PageElement } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

/** What an element says of the blocks in it: names carried down from its ancestors, sums carried up from its text. */
export type ElementContext = {
  /** Hints of the element itself. */
  ownHints: number
  /** Hints of the element and all its ancestors below body. */
  hints: number
  /** Hints of the element and its two nearest ancestors. */
  nearHints: number
  /** Bits in the order of FLAG_NAMES. */
  flags: number
  chars: number
  linkChars: number
  blocks: number
  paragraphs: number
  paragraphChars: number
  /** Paragraph text weighted by nearness: the classic measure of an article's box. */
  score: number
}

const FLAG_TAGS = [
  'article',
  'main',
  'aside',
  'header',
  'footer',
  'nav',
  'form',
  'figure',
  'blockquote',
  'li',
  'table',
  'section',
] as const
const HIDDEN = 1 << FLAG_TAGS.length
const ARTICLE_BODY = HIDDEN << 1
const FLAG_BITS = new Map<string, number>(FLAG_TAGS.map((tag, bit) => [tag, 1 << bit]))

export const FLAG_NAMES: readonly string[] = [...FLAG_TAGS, 'hidden', 'articleBody']

/** Set in `flags` of an element in a box of this tag. */
export const flagBit = (tag: (typeof FLAG_TAGS)[number]): number => 1 << FLAG_TAGS.indexOf(tag)

const PARAGRAPH_CHARS_MIN = 80
const PARAGRAPH_LINK_SHARE_MAX = 0.4

const WIDE = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu

/** Length as Latin letters would say it: one han, kana or hangul character stands for about two and a half. */
export function latinChars(text: string): number {
  // Nothing below U+1100 is wide, and most pages have nothing above.
  const wide = /[\u1100-\uffff]/.test(text) ? (text.match(WIDE)?.length ?? 0) : 0
  return text.length + wide * 1.5
}

export type Contexts = {
  of: Map<PageElement, ElementContext>
  sizes: number[]
  total: number
  paragraphs: number
  paragraphChars: number
}

/** Contexts of all elements around the blocks. Linear in blocks times depth. */
export function elementContexts(blocks: readonly TextBlock[]): Contexts {
  const contexts: Contexts = { of: new Map(), sizes: [], total: 0, paragraphs: 0, paragraphChars: 0 }
  for (const block of blocks) {
    const size = latinChars(block.text)
    const isParagraph = size >= PARAGRAPH_CHARS_MIN && block.linkChars < block.text.length * PARAGRAPH_LINK_SHARE_MAX
    contexts.sizes.push(size)
    contexts.total += size
    if (isParagraph) {
      contexts.paragraphs += 1
      contexts.paragraphChars += size
    }
    contextOf(contexts.of, block.element)
    addUp(contexts.of, block, size, isParagraph)
  }
  return contexts
}

function contextOf(contexts: Map<PageElement, ElementContext>, element: PageElement): ElementContext {
  const known = contexts.get(element)
  if (known !== undefined) return known
  const outer = element.parent === null ? null : contextOf(contexts, element.parent)
  const isFrame = element.tag === 'html' || element.tag === 'body' || element.parent === null
  // Names on html and body speak of the page, not of a place in it.
  const own = isFrame ? 0 : hintsOf(element)
  const outermost = element.parent?.parent ? contexts.get(element.parent.parent) : undefined
  const context: ElementContext = {
    ownHints: own,
    hints: own | (outer?.hints ?? 0),
    nearHints: own | (isFrame ? 0 : (outer?.ownHints ?? 0) | (outermost?.ownHints ?? 0)),
    flags: (outer?.flags ?? 0) | (isFrame ? 0 : (FLAG_BITS.get(element.tag) ?? 0) | ownFlags(element)),
    chars: 0,
    linkChars: 0,
    blocks: 0,
    paragraphs: 0,
    paragraphChars: 0,
    score: 0,
  }
  contexts.set(element, context)
  return context
}

function ownFlags({ attributes }: PageElement): number {
  const isHidden =
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
  const isBody = /(?:^|\s)articleBody(?:\s|$)/.test(attributes.itemprop ?? '')
  return (isHidden ? HIDDEN : 0) | (isBody ? ARTICLE_BODY : 0)
}

/** Shares of a paragraph's score for its element, parent, grandparent and beyond (after readability.js). */
const SCORE_SHARES = [1, 1, 0.5, 0.25, 0.12]

function addUp(
  contexts: Map<PageElement, ElementContext>,
  { element, text, linkChars }: TextBlock,
  size: number,
  isParagraph: boolean,
): void {
  const points = isParagraph ? size * (1 - linkChars / text.length) : 0
  let steps = element.tag === 'p' || element.tag === 'blockquote' || element.tag === 'pre' ? 0 : 1
  for (let at: PageElement | null = element; at !== null; at = at.parent) {
    const context = contexts.get(at)!
    context.chars += size
    context.linkChars += (linkChars * size) / text.length
    context.blocks += 1
    if (isParagraph) {
      context.paragraphs += 1
      context.paragraphChars += size
      if (at !== element || steps > 0) context.score += points * (SCORE_SHARES[steps] ?? 0)
    }
    steps += 1
  }
}

const NOT_BODY = hintBit('comment') | hintBit('related') | hintBit('form') | hintBit('hidden')

/** The element that holds the most paragraph text near to it; the root of the page where there is none. */
export function topElement({ of: contexts }: Contexts, root: PageElement): PageElement {
  let best = root
  let bestScore = 0
  for (const [element, { score, linkChars, chars, hints }] of contexts) {
    const value = score * (1 - linkChars / Math.max(chars, 1)) * (hints & NOT_BODY ? 0.4 : 1)
    if (value > bestScore) {
      best = element
      bestScore = value
    }
  }
  return best
}

export type GroupContext = { blocks: number; chars: number; linkChars: number; paragraphs: number; inTop: number }

/**
 * Blocks with the same tags and classes over three levels are one kind of line in the template.
 *
 * @param inTop of each block, whether it stands in the top element.
 * @returns each block's group.
 */
export function groupContexts(
  blocks: readonly TextBlock[],
  sizes: readonly number[],
  inTop: readonly boolean[],
): GroupContext[] {
  const groups = new Map<string, GroupContext>()
  return blocks.map(({ element, linkChars, text }, i) => {
    const key = signature(element)
    let group = groups.get(key)
    if (group === undefined) {
      group = { blocks: 0, chars: 0, linkChars: 0, paragraphs: 0, inTop: 0 }
      groups.set(key, group)
    }
    group.blocks += 1
    group.chars += sizes[i]!
    group.linkChars += (linkChars * sizes[i]!) / text.length
    if (sizes[i]! >= PARAGRAPH_CHARS_MIN) group.paragraphs += 1
    if (inTop[i]) group.inTop += 1
    return group
  })
}

function signature(element: PageElement): string {
  const name = ({ tag, attributes }: PageElement) => `${tag}.${attributes.class ?? ''}`
  const parent = element.parent
  return `${name(element)}<${parent ? name(parent) : ''}<${parent?.parent ? name(parent.parent) : ''}`
}
