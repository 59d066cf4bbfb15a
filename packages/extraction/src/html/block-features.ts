import { HINTS, hintBit, hintsOf } from './class-hints.ts'
import { articleValue, metaOf, overlap, type PageFacts, words } from './page-facts.ts'
import type { PageElement } from './page-tree.ts'
import { hasPhrase, PHRASES, type PhraseKind } from './phrases.ts'
import type { PageBlocks, TextBlock } from './text-blocks.ts'

/** What the ancestors of a block say, carried down the tree. */
type Context = {
  hints: number
  /** Hints of the element and its two nearest ancestors. */
  nearHints: number
  flags: number
  /** Sums over all text blocks below the element. */
  chars: number
  linkChars: number
  blocks: number
  paragraphs: number
  paragraphChars: number
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
const FLAG_HIDDEN = 1 << FLAG_TAGS.length
const FLAG_ARTICLE_BODY = FLAG_HIDDEN << 1
const FLAG_BIT = new Map<string, number>(FLAG_TAGS.map((tag, bit) => [tag, 1 << bit]))

const TAGS = [
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'div',
  'td',
  'figcaption',
  'span',
  'blockquote',
  'section',
  'article',
  'pre',
  'dd',
] as const
const PHRASE_KINDS = Object.keys(PHRASES) as PhraseKind[]

const PARAGRAPH_CHARS_MIN = 80
const PARAGRAPH_LINK_SHARE_MAX = 0.4

/** Names of the features, in the order of each row. The model file lists the same names. */
export const FEATURE_NAMES: readonly string[] = [
  'logChars',
  'words',
  'linkShare',
  'links',
  'punctuation',
  'endsSentence',
  'endsColon',
  'startsLower',
  'digitShare',
  'upperShare',
  'boldShare',
  'lines',
  'quoteStart',
  'wordLength',
  ...TAGS.map((tag) => `tag:${tag}`),
  ...FLAG_TAGS.map((tag) => `in:${tag}`),
  'in:hidden',
  'in:articleBody',
  ...HINTS.map((hint) => `near:${hint}`),
  ...HINTS.map((hint) => `any:${hint}`),
  ...PHRASE_KINDS.map((kind) => `says:${kind}`),
  'titleOverlap',
  'isDescription',
  'inArticleBody',
  'hasArticleBody',
  'copies',
  'place',
  'charsBefore',
  'afterTitle',
  'sinceTitle',
  'depth',
  'parentBlocks',
  'parentParagraphs',
  'parentChars',
  'parentLinkShare',
  'parentShare',
  'grandBlocks',
  'grandParagraphs',
  'grandChars',
  'grandLinkShare',
  'grandShare',
  'topSteps',
  'topShare',
  'topDepth',
  'afterTop',
  'beforeTop',
  'groupBlocks',
  'groupChars',
  'groupMean',
  'groupLinkShare',
  'prevChars',
  'prevLinkShare',
  'prevHeading',
  'prev2Chars',
  'nextChars',
  'nextLinkShare',
  'nextHeading',
  'next2Chars',
  'pageBlocks',
  'pageParagraphs',
  'pageParagraphChars',
]

export const FEATURES = FEATURE_NAMES.length

export type FeatureRows = {
  /** One row of FEATURES numbers a block. */
  rows: Float32Array
  /** Element that holds the most paragraph text near to it: the classic guess at the article's box. */
  top: PageElement
  titleIndex: number
}

const isParagraph = ({ text, linkChars }: TextBlock) =>
  text.length >= PARAGRAPH_CHARS_MIN && linkChars < text.length * PARAGRAPH_LINK_SHARE_MAX

/** Describes every text block by its words, its place and its surroundings. Pure; linear in blocks times depth. */
export function blockFeatures({ blocks }: PageBlocks, facts: PageFacts): FeatureRows {
  const contexts = new Map<PageElement, Context>()
  let totalChars = 0
  let paragraphs = 0
  let paragraphChars = 0
  for (const block of blocks) {
    contextOf(contexts, block.element)
    const paragraph = isParagraph(block)
    totalChars += block.text.length
    if (paragraph) {
      paragraphs += 1
      paragraphChars += block.text.length
    }
    addUp(contexts, block, paragraph)
  }
  const top = topElement(contexts, blocks)
  const topSet = ancestorsOf(top)
  const topContext = contexts.get(top)
  const groups = groupStats(blocks)
  const copies = new Map<string, number>()
  for (const { text } of blocks) copies.set(text, (copies.get(text) ?? 0) + 1)
  const { titles, description, articleBody } = witnesses(facts)
  const titleIndex = findTitle(blocks, titles)
  const firstTop = blocks.findIndex((block) => isInside(block.element, top))
  const lastTop = blocks.findLastIndex((block) => isInside(block.element, top))

  const rows = new Float32Array(blocks.length * FEATURES)
  let charsBefore = 0
  for (const [index, block] of blocks.entries()) {
    const { text, element, linkChars } = block
    const chars = text.length
    const context = contexts.get(element)!
    const parent = element.parent === null ? context : (contexts.get(element.parent) ?? context)
    const grand = element.parent?.parent ? (contexts.get(element.parent.parent) ?? parent) : parent
    const tokens = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    const group = groups.get(signature(element))!
    let at = index * FEATURES
    const put = (value: number) => {
      rows[at] = value
      at += 1
    }
    put(Math.log2(chars + 1))
    put(Math.min(tokens.length, 300))
    put(linkChars / chars)
    put(Math.min(block.links, 30))
    put(Math.min(count(text, /[,.;:!?。、！？，；：؟،।؛]/g), 40))
    put(/[.!?。！？؟।…]["'”’»)\]]{0,2}$/.test(text) ? 1 : 0)
    put(/[:：]$/.test(text) ? 1 : 0)
    put(/^\p{Ll}/u.test(text) ? 1 : 0)
    put(count(text, /\d/g) / chars)
    put(count(text, /\p{Lu}/gu) / chars)
    put(boldShare(block))
    put(Math.min(count(text, /\n/g), 20))
    put(/^["'“”„«»‘「『]/.test(text) ? 1 : 0)
    put(tokens.length === 0 ? 0 : Math.min(chars / tokens.length, 30))
    for (const tag of TAGS) put(element.tag === tag ? 1 : 0)
    for (let bit = 0; bit <= FLAG_TAGS.length + 1; bit += 1) put((context.flags >> bit) & 1)
    for (const hint of HINTS) put(context.nearHints & hintBit(hint) ? 1 : 0)
    for (const hint of HINTS) put(context.hints & hintBit(hint) ? 1 : 0)
    for (const kind of PHRASE_KINDS) put(hasPhrase(kind, text) ? 1 : 0)
    const mine = chars < 400 ? words(text) : null
    put(mine === null ? 0 : Math.max(0, ...titles.map((title) => overlap(title, mine))))
    put(mine === null ? 0 : overlap(description, mine))
    put(articleBody?.includes(squeeze(text).slice(0, 60)) ? 1 : 0)
    put(articleBody === null ? 0 : 1)
    put(Math.min(copies.get(text) ?? 1, 10))
    put(index / blocks.length)
    put(charsBefore / Math.max(totalChars, 1))
    put(titleIndex < 0 ? 0 : index > titleIndex ? 1 : -1)
    put(titleIndex < 0 ? 0 : Math.max(-50, Math.min(index - titleIndex, 200)))
    put(element.depth)
    for (const box of [parent, grand]) {
      put(Math.min(box.blocks, 200))
      put(Math.min(box.paragraphs, 100))
      put(Math.log2(box.chars + 1))
      put(box.chars === 0 ? 0 : box.linkChars / box.chars)
      put(box.paragraphChars / Math.max(paragraphChars, 1))
    }
    put(stepsTo(element, topSet, top))
    put((topContext?.paragraphChars ?? 0) / Math.max(paragraphChars, 1))
    put(element.depth - top.depth)
    put(lastTop >= 0 && index > lastTop ? Math.min(index - lastTop, 50) : 0)
    put(firstTop >= 0 && index < firstTop ? Math.min(firstTop - index, 50) : 0)
    put(Math.min(group.blocks, 200))
    put(Math.log2(group.chars + 1))
    put(Math.log2(group.chars / group.blocks + 1))
    put(group.linkChars / Math.max(group.chars, 1))
    const [prev2, prev, next, next2] = [blocks[index - 2], blocks[index - 1], blocks[index + 1], blocks[index + 2]]
    put(logChars(prev))
    put(linkShare(prev))
    put(isHeading(prev))
    put(logChars(prev2))
    put(logChars(next))
    put(linkShare(next))
    put(isHeading(next))
    put(logChars(next2))
    put(Math.min(blocks.length, 2_000))
    put(Math.min(paragraphs, 200))
    put(Math.log2(paragraphChars + 1))
    charsBefore += chars
  }
  return { rows, top, titleIndex }
}

const logChars = (block: TextBlock | undefined) => (block === undefined ? -1 : Math.log2(block.text.length + 1))
const linkShare = (block: TextBlock | undefined) => (block === undefined ? -1 : block.linkChars / block.text.length)
const isHeading = (block: TextBlock | undefined) => (block !== undefined && /^h[1-6]$/.test(block.element.tag) ? 1 : 0)
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

function boldShare({ pieces, text }: TextBlock): number {
  let bold = 0
  for (const piece of pieces) if (piece.strong) bold += piece.text.length
  return bold / text.length
}

/** Letters and digits only, lower case: equal for texts that differ in quotes, spaces and dashes. */
export const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

function witnesses(facts: PageFacts) {
  const titles = [articleValue(facts, 'headline'), metaOf(facts, 'og:title'), metaOf(facts, 'twitter:title')]
    .filter((fact) => fact !== null)
    .map((fact) => words(fact.value))
  const description = words(
    metaOf(facts, 'og:description', 'description', 'twitter:description')?.value ??
      articleValue(facts, 'description')?.value,
  )
  const body = facts.article?.articleBody
  const articleBody =
    typeof body === 'string' && body.length > 200
      ? squeeze(body.replace(/<[^<>]{0,500}>/g, ' ').slice(0, 200_000))
      : null
  return { titles, description, articleBody }
}

/** The block that shows the headline: the h1 nearest to a stated title, else the first h1. */
function findTitle(blocks: readonly TextBlock[], titles: readonly Set<string>[]): number {
  let best = -1
  let bestScore = 0.34
  for (const [index, { element, text }] of blocks.entries()) {
    if (text.length > 400 || !isTitleLike(element)) continue
    const mine = words(text)
    const score = Math.max(0, ...titles.map((title) => overlap(title, mine))) + (inTag(element, 'h1') ? 0.3 : 0)
    if (score <= bestScore) continue
    best = index
    bestScore = score
  }
  return best >= 0 ? best : blocks.findIndex(({ element }) => inTag(element, 'h1'))
}

const isTitleLike = (element: PageElement) => /^h[1-3]$/.test(element.tag) || inTag(element, 'h1')
const inTag = (element: PageElement, tag: string) => element.tag === tag || element.parent?.tag === tag

function contextOf(contexts: Map<PageElement, Context>, element: PageElement): Context {
  const known = contexts.get(element)
  if (known !== undefined) return known
  const outer = element.parent === null ? null : contextOf(contexts, element.parent)
  const isFrame = element.tag === 'html' || element.tag === 'body' || element.parent === null
  const own = isFrame ? 0 : hintsOf(element)
  const parentOwn = element.parent === null || element.parent.tag === 'body' ? 0 : hintsOf(element.parent)
  const grandOwn = element.parent?.parent && element.parent.parent.tag !== 'body' ? hintsOf(element.parent.parent) : 0
  const context: Context = {
    hints: own | (outer?.hints ?? 0),
    nearHints: own | (isFrame ? 0 : parentOwn | grandOwn),
    flags: (outer?.flags ?? 0) | (isFrame ? 0 : (FLAG_BIT.get(element.tag) ?? 0) | ownFlags(element)),
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
  let flags = 0
  if (
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
  )
    flags |= FLAG_HIDDEN
  if (/(?:^|\s)articleBody(?:\s|$)/.test(attributes.itemprop ?? '')) flags |= FLAG_ARTICLE_BODY
  return flags
}

/** Shares of a paragraph's score for its element, parent, grandparent and beyond (after readability.js). */
const SCORE_SHARES = [1, 1, 0.5, 0.25, 0.12]

function addUp(contexts: Map<PageElement, Context>, { element, text, linkChars }: TextBlock, paragraph: boolean): void {
  const points = paragraph ? (text.length - linkChars) / 100 : 0
  let steps = element.tag === 'p' || element.tag === 'blockquote' || element.tag === 'pre' ? 0 : 1
  for (let at: PageElement | null = element; at !== null; at = at.parent) {
    const context = contexts.get(at)!
    context.chars += text.length
    context.linkChars += linkChars
    context.blocks += 1
    if (paragraph) {
      context.paragraphs += 1
      context.paragraphChars += text.length
      if (at !== element || steps > 0) context.score += points * (SCORE_SHARES[steps] ?? 0)
    }
    steps += 1
  }
}

function topElement(contexts: Map<PageElement, Context>, blocks: readonly TextBlock[]): PageElement {
  let best: PageElement | null = null
  let bestScore = 0
  const bad = hintBit('comment') | hintBit('related') | hintBit('form') | hintBit('hidden')
  for (const [element, context] of contexts) {
    const linkPenalty = 1 - context.linkChars / Math.max(context.chars, 1)
    const hintPenalty = context.hints & bad ? 0.4 : 1
    const score = context.score * linkPenalty * hintPenalty
    if (score > bestScore) {
      best = element
      bestScore = score
    }
  }
  if (best !== null) return best
  let element = blocks[0]?.element
  while (element?.parent) element = element.parent
  return element ?? { tag: '#root', attributes: {}, parent: null, children: [], order: 0, depth: 0 }
}

function ancestorsOf(element: PageElement): Map<PageElement, number> {
  const steps = new Map<PageElement, number>()
  for (let at: PageElement | null = element; at !== null; at = at.parent) steps.set(at, steps.size)
  return steps
}

export function isInside(element: PageElement, box: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (at === box) return true
  return false
}

/** 0 inside the box, else how many levels above the box the two paths meet. */
function stepsTo(element: PageElement, ancestors: ReadonlyMap<PageElement, number>, box: PageElement): number {
  if (isInside(element, box)) return 0
  for (let at: PageElement | null = element; at !== null; at = at.parent) {
    const steps = ancestors.get(at)
    if (steps !== undefined) return steps
  }
  return 20
}

/** Blocks with the same tags and classes over three levels are one kind of line in the template. */
function signature(element: PageElement): string {
  const name = ({ tag, attributes }: PageElement) => `${tag}.${attributes.class ?? ''}`
  const parent = element.parent
  return `${name(element)}<${parent ? name(parent) : ''}<${parent?.parent ? name(parent.parent) : ''}`
}

function groupStats(blocks: readonly TextBlock[]) {
  const groups = new Map<string, { blocks: number; chars: number; linkChars: number }>()
  for (const { element, text, linkChars } of blocks) {
    const key = signature(element)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { blocks: 1, chars: text.length, linkChars })
    else {
      group.blocks += 1
      group.chars += text.length
      group.linkChars += linkChars
    }
  }
  return groups
}
