import { HINTS } from './class-hints.ts'
import {
  type Contexts,
  type ElementContext,
  elementContexts,
  FLAG_NAMES,
  type GroupContext,
  groupContexts,
  topElement,
} from './element-context.ts'
import { articleValue, metaOf, overlap, type PageFacts, tokensOf, words } from './page-facts.ts'
import type { PageElement } from './page-tree.ts'
import { hasPhrase, PHRASES, type PhraseKind } from './phrases.ts'
import type { PageBlocks, TextBlock } from './text-blocks.ts'

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

/** Names of the features, in the order of each row. The model file lists the same names. */
export const FEATURE_NAMES: readonly string[] = [
  ...[
    'logChars',
    'words',
    'linkShare',
    'links',
    'punctuation',
    'endsSentence',
    'endsColon',
    'startsLower',
    'digitShare',
  ],
  ...['upperShare', 'boldShare', 'lines', 'quoteStart', 'wordLength', 'sentences'],
  ...TAGS.map((tag) => `tag:${tag}`),
  ...FLAG_NAMES.map((flag) => `in:${flag}`),
  ...HINTS.map((hint) => `near:${hint}`),
  ...HINTS.map((hint) => `any:${hint}`),
  ...PHRASE_KINDS.map((kind) => `says:${kind}`),
  ...['titleOverlap', 'isDescription', 'inArticleBody', 'hasArticleBody', 'copies'],
  ...['place', 'charsBefore', 'afterTitle', 'sinceTitle', 'depth'],
  ...['parentBlocks', 'parentParagraphs', 'parentChars', 'parentLinkShare', 'parentShare'],
  ...['grandBlocks', 'grandParagraphs', 'grandChars', 'grandLinkShare', 'grandShare'],
  ...['topSteps', 'topShare', 'topDepth', 'afterTop', 'beforeTop', 'topPlace'],
  ...['groupBlocks', 'groupChars', 'groupMean', 'groupLinkShare', 'groupParagraphs', 'groupInTop'],
  ...['prevChars', 'prevLinkShare', 'prevHeading', 'prevSameBox', 'prev2Chars'],
  ...['nextChars', 'nextLinkShare', 'nextHeading', 'nextSameBox', 'next2Chars'],
  ...['sinceFurnitureHead', 'sinceParagraph', 'untilParagraph'],
  ...['pageBlocks', 'pageParagraphs', 'pageParagraphChars'],
]

export const FEATURES = FEATURE_NAMES.length

export type FeatureRows = {
  /** One row of FEATURES numbers a block. */
  rows: Float32Array
  /** Index of the block that shows the headline; -1 where none does. */
  titleIndex: number
  contexts: ReadonlyMap<PageElement, ElementContext>
}

type Page = {
  blocks: readonly TextBlock[]
  contexts: Contexts
  /** Of each block, in their order. */
  groups: readonly GroupContext[]
  top: PageElement
  topSteps: Map<PageElement, number>
  titleIndex: number
  firstTop: number
  lastTop: number
  copies: Map<string, number>
  witnesses: Witnesses
  furnitureHeads: Int32Array
  paragraphs: { since: Int32Array; until: Int32Array }
}

/** Writes one number after the other into a row. */
type Put = (value: number) => void

/** Describes every text block by its words, its place and its surroundings. Pure; linear in blocks times depth. */
export function blockFeatures({ blocks }: PageBlocks, facts: PageFacts): FeatureRows {
  const page = pageOf(blocks, facts)
  const rows = new Float32Array(blocks.length * FEATURES)
  let at = 0
  const put: Put = (value) => {
    rows[at] = value
    at += 1
  }
  let charsBefore = 0
  for (const [i, block] of blocks.entries()) {
    const tokens = tokensOf(block.text)
    putWords(put, block, page.contexts.sizes[i]!, tokens.length)
    putNames(put, block, page.contexts.of.get(block.element)!)
    putWitnesses(put, block, tokens, page)
    putPlace(put, block, charsBefore, page)
    putBoxes(put, block, page)
    putNeighbours(put, i, page)
    charsBefore += page.contexts.sizes[i]!
  }
  return { rows, titleIndex: page.titleIndex, contexts: page.contexts.of }
}

function pageOf(blocks: readonly TextBlock[], facts: PageFacts): Page {
  const contexts = elementContexts(blocks)
  let root = blocks[0]?.element
  while (root?.parent) root = root.parent
  const top = topElement(
    contexts,
    root ?? { tag: '#root', attributes: {}, parent: null, children: [], order: 0, depth: 0 },
  )
  const inTop = blocks.map(({ element }) => isInside(element, top))
  const copies = new Map<string, number>()
  for (const { text } of blocks) copies.set(text, (copies.get(text) ?? 0) + 1)
  const witnesses = witnessesOf(facts)
  return {
    blocks,
    contexts,
    groups: groupContexts(blocks, contexts.sizes, inTop),
    top,
    topSteps: ancestorSteps(top),
    titleIndex: findTitle(blocks, witnesses.titles),
    firstTop: inTop.indexOf(true),
    lastTop: inTop.lastIndexOf(true),
    copies,
    witnesses,
    furnitureHeads: sinceFurnitureHead(blocks),
    paragraphs: paragraphDistances(contexts.sizes),
  }
}

function putWords(put: Put, { text, linkChars, links, pieces }: TextBlock, size: number, tokens: number): void {
  const chars = text.length
  let bold = 0
  for (const piece of pieces) if (piece.strong) bold += piece.text.length
  put(Math.log2(size + 1))
  put(Math.min(Math.max(tokens, size / 6), 300))
  put(linkChars / chars)
  put(Math.min(links, 30))
  put(Math.min(count(text, /[,.;:!?。、！？，；：؟،।؛]/g), 40))
  put(/[.!?。！？؟।…]["'”’»)\]」』]{0,2}$/.test(text) ? 1 : 0)
  put(/[:：]$/.test(text) ? 1 : 0)
  put(/^\p{Ll}/u.test(text) ? 1 : 0)
  put(count(text, /\d/g) / chars)
  put(count(text, /\p{Lu}/gu) / chars)
  put(bold / chars)
  put(Math.min(count(text, /\n/g), 20))
  put(/^["'“”„«»‘「『]/.test(text) ? 1 : 0)
  put(tokens === 0 ? 0 : Math.min(chars / tokens, 30))
  put(Math.min(count(text, /[.!?。！？؟।…]["'”’»)\]]{0,2}(?:\s|$)|[。！？]/g), 20))
}

function putNames(put: Put, { element, text }: TextBlock, { flags, nearHints, hints }: ElementContext): void {
  for (const tag of TAGS) put(element.tag === tag ? 1 : 0)
  for (let bit = 0; bit < FLAG_NAMES.length; bit += 1) put((flags >> bit) & 1)
  for (let bit = 0; bit < HINTS.length; bit += 1) put((nearHints >> bit) & 1)
  for (let bit = 0; bit < HINTS.length; bit += 1) put((hints >> bit) & 1)
  for (const kind of PHRASE_KINDS) put(hasPhrase(kind, text) ? 1 : 0)
}

/** Longer lines are no headline and no description. */
const WITNESSED_CHARS_MAX = 400

function putWitnesses(put: Put, { text }: TextBlock, tokens: readonly string[], { witnesses, copies }: Page): void {
  const { titles, description, articleBody } = witnesses
  const mine = text.length < WITNESSED_CHARS_MAX ? new Set(tokens) : null
  put(mine === null ? 0 : Math.max(0, ...titles.map((title) => overlap(title, mine))))
  put(mine === null ? 0 : overlap(description, mine))
  put(articleBody?.includes(squeeze(text.slice(0, 240)).slice(0, 60)) ? 1 : 0)
  put(articleBody === null ? 0 : 1)
  put(Math.min(copies.get(text) ?? 1, 10))
}

function putPlace(
  put: Put,
  { index, element }: TextBlock,
  charsBefore: number,
  { blocks, contexts, titleIndex }: Page,
): void {
  put(index / blocks.length)
  put(charsBefore / Math.max(contexts.total, 1))
  put(titleIndex < 0 ? 0 : index > titleIndex ? 1 : -1)
  put(titleIndex < 0 ? 0 : Math.max(-50, Math.min(index - titleIndex, 200)))
  put(element.depth)
}

function putBoxes(put: Put, { index, element }: TextBlock, page: Page): void {
  const { contexts, groups, top, topSteps, firstTop, lastTop } = page
  const own = contexts.of.get(element)!
  const parent = contexts.of.get(element.parent!) ?? own
  const grand = contexts.of.get(element.parent?.parent as PageElement) ?? parent
  for (const box of [parent, grand]) {
    put(Math.min(box.blocks, 200))
    put(Math.min(box.paragraphs, 100))
    put(Math.log2(box.chars + 1))
    put(box.chars === 0 ? 0 : box.linkChars / box.chars)
    put(box.paragraphChars / Math.max(contexts.paragraphChars, 1))
  }
  put(stepsTo(element, topSteps, top))
  put((contexts.of.get(top)?.paragraphChars ?? 0) / Math.max(contexts.paragraphChars, 1))
  put(element.depth - top.depth)
  put(lastTop >= 0 && index > lastTop ? Math.min(index - lastTop, 50) : 0)
  put(firstTop >= 0 && index < firstTop ? Math.min(firstTop - index, 50) : 0)
  put(lastTop > firstTop ? Math.max(-0.5, Math.min(1.5, (index - firstTop) / (lastTop - firstTop))) : 0)
  const group = groups[index]!
  put(Math.min(group.blocks, 200))
  put(Math.log2(group.chars + 1))
  put(Math.log2(group.chars / group.blocks + 1))
  put(group.linkChars / Math.max(group.chars, 1))
  put(group.paragraphs / group.blocks)
  put(group.inTop / group.blocks)
}

function putNeighbours(put: Put, i: number, { blocks, contexts, furnitureHeads, paragraphs }: Page): void {
  const { sizes } = contexts
  const logSize = (j: number) => (sizes[j] === undefined ? -1 : Math.log2(sizes[j] + 1))
  const isSameBox = (j: number) => (blocks[j]?.element.parent === blocks[i]!.element.parent ? 1 : 0)
  for (const step of [-1, 1]) {
    put(logSize(i + step))
    put(linkShare(blocks[i + step]))
    put(isHeading(blocks[i + step]))
    put(isSameBox(i + step))
    put(logSize(i + 2 * step))
  }
  put(furnitureHeads[i]!)
  put(paragraphs.since[i]!)
  put(paragraphs.until[i]!)
  put(Math.min(blocks.length, 2_000))
  put(Math.min(contexts.paragraphs, 200))
  put(Math.log2(contexts.paragraphChars + 1))
}

const linkShare = (block: TextBlock | undefined) => (block === undefined ? -1 : block.linkChars / block.text.length)
const isHeading = (block: TextBlock | undefined) => (block !== undefined && /^h[1-6]$/.test(block.element.tag) ? 1 : 0)

/** Letters and digits only, lower case: equal for texts that differ in quotes, spaces and dashes. */
export const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const FURNITURE_HEAD_CHARS_MAX = 60
const FURNITURE_HEAD_FAR = 40

/** Blocks since a short line like "Read more" or "Comments": what follows it is often a list of other things. */
function sinceFurnitureHead(blocks: readonly TextBlock[]): Int32Array {
  const since = new Int32Array(blocks.length)
  let last = -FURNITURE_HEAD_FAR
  for (const [i, { text, linkChars }] of blocks.entries()) {
    since[i] = Math.min(i - last, FURNITURE_HEAD_FAR)
    if (
      text.length <= FURNITURE_HEAD_CHARS_MAX &&
      linkChars === 0 &&
      (hasPhrase('related', text) || hasPhrase('control', text))
    )
      last = i
  }
  return since
}

const FAR_PARAGRAPH = 60
const PARAGRAPH_CHARS_MIN = 140

function paragraphDistances(sizes: readonly number[]): { since: Int32Array; until: Int32Array } {
  const since = new Int32Array(sizes.length)
  const until = new Int32Array(sizes.length)
  for (let i = 0, last = -FAR_PARAGRAPH; i < sizes.length; i += 1) {
    since[i] = Math.min(i - last, FAR_PARAGRAPH)
    if (sizes[i]! >= PARAGRAPH_CHARS_MIN) last = i
  }
  for (let i = sizes.length - 1, last = sizes.length + FAR_PARAGRAPH; i >= 0; i -= 1) {
    until[i] = Math.min(last - i, FAR_PARAGRAPH)
    if (sizes[i]! >= PARAGRAPH_CHARS_MIN) last = i
  }
  return { since, until }
}

type Witnesses = { titles: Set<string>[]; description: Set<string>; articleBody: string | null }

const ARTICLE_BODY_CHARS_MIN = 200
const ARTICLE_BODY_CHARS_MAX = 200_000

function witnessesOf(facts: PageFacts): Witnesses {
  const titles = [articleValue(facts, 'headline'), metaOf(facts, 'og:title'), metaOf(facts, 'twitter:title')]
    .filter((fact) => fact !== null)
    .map((fact) => words(fact.value))
  const description = words(
    metaOf(facts, 'og:description', 'description', 'twitter:description')?.value ??
      articleValue(facts, 'description')?.value,
  )
  const body = facts.article?.articleBody
  const isStated = typeof body === 'string' && body.length > ARTICLE_BODY_CHARS_MIN
  const articleBody = isStated ? squeeze(body.slice(0, ARTICLE_BODY_CHARS_MAX).replace(/<[^<>]{0,500}>/g, ' ')) : null
  return { titles, description, articleBody }
}

/** The block that shows the headline: the h1 nearest to a stated title, else the first h1. */
function findTitle(blocks: readonly TextBlock[], titles: readonly Set<string>[]): number {
  let best = -1
  let bestScore = 0.34
  for (const [index, { element, text }] of blocks.entries()) {
    if (text.length > WITNESSED_CHARS_MAX || !(/^h[1-3]$/.test(element.tag) || isIn(element, 'h1'))) continue
    const mine = words(text)
    const score = Math.max(0, ...titles.map((title) => overlap(title, mine))) + (isIn(element, 'h1') ? 0.3 : 0)
    if (score <= bestScore) continue
    best = index
    bestScore = score
  }
  return best >= 0 ? best : blocks.findIndex(({ element }) => isIn(element, 'h1'))
}

const isIn = (element: PageElement, tag: string) => element.tag === tag || element.parent?.tag === tag

function ancestorSteps(element: PageElement): Map<PageElement, number> {
  const steps = new Map<PageElement, number>()
  for (let at: PageElement | null = element; at !== null; at = at.parent) steps.set(at, steps.size)
  return steps
}

export function isInside(element: PageElement, box: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (at === box) return true
  return false
}

const NO_COMMON_BOX_STEPS = 20

/** 0 inside the box, else how many levels above the box the two paths meet. */
function stepsTo(element: PageElement, ancestors: ReadonlyMap<PageElement, number>, box: PageElement): number {
  if (isInside(element, box)) return 0
  for (let at: PageElement | null = element; at !== null; at = at.parent) {
    const steps = ancestors.get(at)
    if (steps !== undefined) return steps
  }
  return NO_COMMON_BOX_STEPS
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
