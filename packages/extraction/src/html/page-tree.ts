import { Parser } from 'htmlparser2'

/** One element of a parsed page. Text children are plain strings: a page holds thousands, and they need no identity. */
export type PageElement = {
  tag: string
  attributes: Record<string, string>
  parent: PageElement | null
  children: (PageElement | string)[]
  /** Number of the element in document order, from 0. */
  order: number
  depth: number
}

export type PageTree = {
  root: PageElement
  /** Texts of all `<script type="application/ld+json">`, in document order. */
  jsonLd: string[]
  /** Text of the first `<title>` outside svg. */
  title: string | null
  /** UTF-16 units inside scripts that are not data: a page with much of it and no text needs a browser. */
  scriptChars: number
  /** Texts of scripts, up to SCRIPT_CHARS_MAX in all: state that pages carry for their own code. */
  scripts: string[]
  /** Markup in scripts that are templates, and the element each stands in. */
  templates: { box: PageElement; html: string }[]
  /** True if a limit below cut the page short. */
  truncated: boolean
}

/** Pages of the news web stay under 3 MB; what lies beyond this is not read. */
export const PAGE_CHARS_MAX = 8_000_000
/** The largest page of the development data has 29,000 elements. */
const ELEMENTS_MAX = 120_000
/** Browsers flatten at 512; deeper elements become children of the last one. */
const DEPTH_MAX = 400
/** Open tags the parser may hold: a close tag is looked up among them, so this bounds its work. */
const OPEN_TAGS_MAX = 2_000
const CHUNK_CHARS = 65_536
const SCRIPT_CHARS_MAX = 3_000_000
const JSON_LD_CHARS_MAX = 2_000_000
const TEMPLATES_MAX = 50
const TEXT_NODE_CHARS_MAX = 500_000

/** Their text is never the page's text. */
const RAW_TAGS = new Set(['script', 'style', 'template', 'svg', 'math', 'object', 'canvas', 'map'])

const isTemplate = (attributes: Record<string, string>) =>
  /^\s*text\/(?:html|(?:x-)?template)\s*$/i.test(attributes.type ?? '')
const isJsonLd = (attributes: Record<string, string>) => /^\s*application\/ld\+json/i.test(attributes.type ?? '')

/**
 * Parses HTML into a bounded tree. Scripts, styles and drawings are left out; JSON-LD is collected on the way.
 *
 * Never throws on markup. htmlparser2 is not a full HTML5 tree builder; on news pages the difference does not show in the
 * text, and it is 3 to 5 times faster than one.
 */
export function parsePage(html: string): PageTree {
  const root = makeElement('#root', {}, null, 0)
  const tree: PageTree = {
    root,
    jsonLd: [],
    title: null,
    scriptChars: 0,
    scripts: [],
    templates: [],
    truncated: html.length > PAGE_CHARS_MAX,
  }
  let current = root
  let elements = 1
  /** Open tags beyond DEPTH_MAX, which have no element of their own. */
  let flattened: string[] = []
  /** Inside raw tags: the names that are open, the outermost first. */
  let raw: string[] = []
  let rawText: string[] | null = null
  let rawIsTemplate = false
  let titleText: string[] | null = null
  let openTags = 0

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        openTags += 1
        if (raw.length > 0) {
          raw.push(tag)
          return
        }
        if (RAW_TAGS.has(tag)) {
          raw = [tag]
          rawIsTemplate = tag === 'script' && isTemplate(attributes)
          rawText = rawIsTemplate || (tag === 'script' && isJsonLd(attributes)) ? [] : null
          return
        }
        if (elements >= ELEMENTS_MAX) tree.truncated = true
        if (current.depth >= DEPTH_MAX || flattened.length > 0 || elements >= ELEMENTS_MAX) {
          flattened.push(tag)
          return
        }
        const element = makeElement(tag, attributes, current, elements)
        elements += 1
        current.children.push(element)
        current = element
        if (tag === 'title' && tree.title === null && titleText === null) titleText = []
      },
      ontext(text) {
        if (raw.length > 0) {
          if (rawText !== null) rawText.push(text)
          else if (raw[0] === 'script') addScript(tree, text)
          return
        }
        if (titleText !== null) titleText.push(text)
        const { children } = current
        const last = children.length - 1
        const before = children[last]
        if (typeof before === 'string') {
          if (before.length < TEXT_NODE_CHARS_MAX) children[last] = before + text
        } else children.push(text)
      },
      onclosetag(tag) {
        openTags -= 1
        if (raw.length > 0) {
          raw.pop()
          if (raw.length > 0 || rawText === null) return
          const text = rawText.join('')
          if (rawIsTemplate) {
            if (tree.templates.length < TEMPLATES_MAX) tree.templates.push({ box: current, html: text })
          } else if (text.length <= JSON_LD_CHARS_MAX) tree.jsonLd.push(text)
          rawText = null
          return
        }
        if (flattened.length > 0) {
          flattened.pop()
          return
        }
        if (tag === 'title' && titleText !== null) {
          tree.title = titleText.join('')
          titleText = null
        }
        if (current.parent !== null) current = current.parent
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  )

  const end = Math.min(html.length, PAGE_CHARS_MAX)
  for (let start = 0; start < end; start += CHUNK_CHARS) {
    parser.write(html.slice(start, Math.min(end, start + CHUNK_CHARS)))
    if (openTags <= OPEN_TAGS_MAX) continue
    tree.truncated = true
    break
  }
  parser.end()
  flattened = []
  return tree
}

/** Some templates forget the type of their JSON-LD. */
const BARE_JSON_LD = /^\s*[{[]\s*(?:\{\s*)?"@context"/

function addScript(tree: PageTree, text: string): void {
  if (BARE_JSON_LD.test(text) && text.length <= JSON_LD_CHARS_MAX) tree.jsonLd.push(text)
  else if (tree.scriptChars < SCRIPT_CHARS_MAX) tree.scripts.push(text)
  tree.scriptChars += text.length
}

function makeElement(tag: string, attributes: Record<string, string>, parent: PageElement | null, order: number) {
  const element: PageElement = { tag, attributes, parent, children: [], order, depth: parent ? parent.depth + 1 : 0 }
  return element
}

/** Every element below `root`, in document order. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  for (const child of root.children) {
    if (typeof child === 'string') continue
    yield child
    yield* elementsOf(child)
  }
}

/** Calls `visit` for every element below `root` in document order; false from it skips what is inside. */
export function walkElements(root: PageElement, visit: (element: PageElement) => unknown): void {
  for (const child of root.children) {
    if (typeof child !== 'string' && visit(child) !== false) walkElements(child, visit)
  }
}

/** The element's text, white space collapsed. */
export function textOf(element: PageElement, charsMax = 100_000): string {
  const parts: string[] = []
  let chars = 0
  let edge = false
  const collect = (node: PageElement): void => {
    for (const child of node.children) {
      if (chars >= charsMax) return
      if (typeof child === 'string') {
        if (edge && /[\p{Ll}\d]$/u.test(parts.at(-1) ?? '') && /^\p{Lu}/u.test(child)) parts.push(' ')
        edge = false
        parts.push(child)
        chars += child.length
      } else if (child.tag === 'br') parts.push(' ')
      else if (child.tag !== 'noscript') {
        const isBlock = !INLINE_TAGS.has(child.tag)
        if (isBlock) parts.push(' ')
        edge = true
        collect(child)
        edge = true
        if (isBlock) parts.push(' ')
      }
    }
  }
  collect(element)
  return collapse(parts.join(''))
}

/** White space (also no-break and zero-width ones) as single spaces, trimmed. */
export const collapse = (text: string): string =>
  text.replace(/[\s\u200b\u2060\ufeff\u00ad]+/g, (run) => (/[\s]/.test(run) ? ' ' : '')).trim()

/** Tags that do not end a line of text. */
export const INLINE_TAGS = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
