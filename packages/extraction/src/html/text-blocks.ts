import { INLINE_TAGS, type PageElement, type PageTree } from './page-tree.ts'

/** A run of text inside a block, with the inline markup it stands in. */
export type Piece = { text: string; link: PageElement | null; strong: boolean; emphasis: boolean }

/** One line of the page as a reader sees it: the text between two block boundaries. */
export type TextBlock = {
  index: number
  /** The innermost block-level element around it. */
  element: PageElement
  pieces: Piece[]
  /** White space collapsed; single line breaks kept as "\n". */
  text: string
  linkChars: number
  links: number
}

/** Something that is no text but has a place in reading order. */
export type MediaBlock = { element: PageElement /** Number of text blocks before it. */; at: number }

export type PageBlocks = {
  blocks: TextBlock[]
  media: MediaBlock[]
  /** Controls that a reader answers in, up to FIELDS_MAX. */
  fields: PageElement[]
}

const FIELDS_MAX = 500

const BLOCKS_MAX = 8_000

/** Their text is for machines or for the hand, not for reading. */
const SKIPPED = new Set([
  'head',
  'noscript',
  'button',
  'select',
  'option',
  'datalist',
  'textarea',
  'input',
  'iframe',
  'audio',
  'video',
  'picture',
  'img',
  'amp-img',
  'embed',
  'area',
  'progress',
  'meter',
])
const MEDIA = new Set(['img', 'amp-img', 'picture', 'iframe', 'video', 'audio', 'embed', 'amp-video', 'amp-iframe'])

/** Buttons stand in players and share bars too, ticks in lists of tasks and goods: these ask the reader for an answer. */
const isField = ({ tag, attributes }: PageElement) =>
  tag === 'textarea' || (tag === 'input' && /^(?:|text|email|tel|password|radio)$/i.test(attributes.type?.trim() ?? ''))

const LINE_BREAK = '\n'

type State = {
  page: PageBlocks
  pieces: Piece[]
  /** Nearest block element of the pieces collected so far. */
  owner: PageElement
  breaks: number
  /** A span-like element began or ended since the last text. */
  edge: boolean
}

type Inline = { link: PageElement | null; strong: boolean; emphasis: boolean }

/** Cuts a page into text blocks in reading order, and notes where images and embeds stand between them. */
export function textBlocks({ root }: PageTree): PageBlocks {
  const page: PageBlocks = { blocks: [], media: [], fields: [] }
  const state: State = { page, pieces: [], owner: root, breaks: 0, edge: false }
  walk(state, root, root, { link: null, strong: false, emphasis: false })
  flush(state)
  return page
}

function walk(state: State, element: PageElement, owner: PageElement, inline: Inline): void {
  for (const child of element.children) {
    if (state.page.blocks.length >= BLOCKS_MAX) return
    if (typeof child === 'string') {
      addText(state, child, owner, inline)
      continue
    }
    const { tag } = child
    if (tag === 'br') {
      addBreak(state, owner, inline)
      continue
    }
    if (MEDIA.has(tag)) {
      state.page.media.push({ element: child, at: state.page.blocks.length })
      continue
    }
    if (SKIPPED.has(tag)) {
      if (isField(child) && state.page.fields.length < FIELDS_MAX) state.page.fields.push(child)
      continue
    }
    if (INLINE_TAGS.has(tag)) {
      state.edge ||= SPAN_LIKE.has(tag)
      walk(state, child, owner, inlineOf(child, inline))
      state.edge ||= SPAN_LIKE.has(tag)
    } else {
      flush(state)
      walk(state, child, child, inline)
      flush(state)
    }
  }
}

function inlineOf(element: PageElement, outer: Inline): Inline {
  switch (element.tag) {
    case 'a':
      return element.attributes.href === undefined ? outer : { ...outer, link: element }
    case 'b':
    case 'strong':
      return outer.strong ? outer : { ...outer, strong: true }
    case 'i':
    case 'em':
    case 'cite':
      return outer.emphasis ? outer : { ...outer, emphasis: true }
    default:
      return outer
  }
}

function addText(state: State, text: string, owner: PageElement, inline: Inline): void {
  if (state.pieces.length === 0 && isBlank(text)) return
  if (!isBlank(text)) state.breaks = 0
  state.owner = owner
  const glued = state.edge && isGlued(state.pieces.at(-1)?.text, text)
  state.edge = false
  if (glued) state.pieces.push({ text: ' ', link: null, strong: false, emphasis: false })
  state.pieces.push({ text, link: inline.link, strong: inline.strong, emphasis: inline.emphasis })
}

/** Elements that templates set apart by style alone: "By", "Jane Roe" and "Editor" stand in three spans without a space. */
const SPAN_LIKE = new Set(['span', 'a', 'time', 'label', 'small'])

const isGlued = (before: string | undefined, after: string) =>
  before !== undefined && /[\p{Ll}\d]$/u.test(before) && /^\p{Lu}/u.test(after)

/** Two line breaks in a row are the old way to write a new paragraph. */
function addBreak(state: State, owner: PageElement, { link, strong, emphasis }: Inline): void {
  state.breaks += 1
  if (state.breaks >= 2) flush(state)
  else if (state.pieces.length > 0) state.pieces.push({ text: LINE_BREAK, link, strong, emphasis })
  state.owner = owner
}

const isBlank = (text: string) => !/[^\s\u200b\u2060\ufeff]/.test(text)

function flush(state: State): void {
  const { pieces, owner, page } = state
  state.breaks = 0
  if (pieces.length === 0) return
  state.pieces = []
  const clean = normalPieces(pieces)
  if (clean.length === 0) return
  let text = ''
  let linkChars = 0
  const links = new Set<PageElement>()
  for (const piece of clean) {
    text += piece.text
    if (piece.link === null) continue
    linkChars += piece.text.length
    links.add(piece.link)
  }
  page.blocks.push({ index: page.blocks.length, element: owner, pieces: clean, text, linkChars, links: links.size })
}

/** Collapses white space over piece boundaries, so that the joined text needs no more cleaning. */
function normalPieces(pieces: readonly Piece[]): Piece[] {
  // Parts are joined at the end: a line of a hundred thousand breaks is too long to be written anew at each of them.
  const runs: { piece: Piece; parts: string[] }[] = []
  let last = LINE_BREAK
  for (const piece of pieces) {
    const run = runs.at(-1)
    let text: string
    if (piece.text === LINE_BREAK) {
      text = last === LINE_BREAK ? '' : LINE_BREAK
      if (last === ' ' && run !== undefined) run.parts.push(run.parts.pop()!.replace(/ $/, ''))
    } else {
      text = piece.text.replace(/[\u200b\u2060\ufeff\u00ad]+/g, '').replace(/\s+/g, ' ')
      if ((last === ' ' || last === LINE_BREAK) && text.startsWith(' ')) text = text.slice(1)
    }
    if (text === '') continue
    last = text.at(-1)!
    if (run !== undefined && isOfOneRun(run.piece, piece)) run.parts.push(text)
    else runs.push({ piece, parts: [text] })
  }
  const clean = runs.map(({ piece, parts }) => ({ ...piece, text: parts.join('') }))
  while (clean.length > 0) {
    const tail = clean.at(-1)!
    tail.text = tail.text.trimEnd()
    if (tail.text !== '') break
    clean.pop()
  }
  return clean
}

const isOfOneRun = (a: Piece, b: Piece) => a.link === b.link && a.strong === b.strong && a.emphasis === b.emphasis
