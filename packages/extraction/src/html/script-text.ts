import { isArticlePage, type PageFacts } from './page-facts.ts'
import { type PageElement, type PageTree, parsePage, walkElements } from './page-tree.ts'

const PARAGRAPHS_MIN = 3
const TEXT_CHARS_MIN = 500
/** State may hold JSON in a string of JSON. */
const LEVELS_MAX = 3
/** Another text of this share of the longest is another story's, and nothing says which of the two the page is about. */
const RIVAL_SHARE_MAX = 0.5
/** Marks of a pattern that scripts fill in. */
const PATTERN = /<%|\{\{|\$\{/
const PARAGRAPH = /<p[\s>]/gi

/**
 * Puts the text that a page keeps for its own scripts where readers see it once these have run: a template in its place, a
 * string of markup in the page's state, or the `articleBody` it states. For pages that show no text; only if it is one text.
 *
 * @returns whether the tree has a text now that it had not.
 */
export function showScriptText(tree: PageTree, facts: PageFacts): boolean {
  const template = tree.templates.filter(({ html }) => isText(html) && !PATTERN.test(html))
  if (template.length === 1) return adopt(template[0]!.box, template[0]!.html)
  if (!isArticlePage(facts)) return false
  const html = stateText(tree.scripts) ?? statedBody(facts)
  return html !== null && adopt(bodyOf(tree.root), html)
}

const plainOf = (html: string) => html.replace(/<[^<>]{0,2000}>/g, ' ')

const isText = (html: string) =>
  (html.match(PARAGRAPH)?.length ?? 0) >= PARAGRAPHS_MIN && plainOf(html).trim().length >= TEXT_CHARS_MIN

/** The one string of markup in the scripts that is a text. */
function stateText(scripts: readonly string[]): string | null {
  const texts = new Map<string, string>()
  for (const script of scripts) {
    for (const html of markupIn(script, 0)) {
      const key = plainOf(html).replace(/\s+/g, '').slice(0, 200)
      if (html.length > (texts.get(key)?.length ?? 0)) texts.set(key, html)
    }
  }
  const [longest, rival] = [...texts.values()].sort((a, b) => b.length - a.length)
  return longest === undefined || (rival?.length ?? 0) > longest.length * RIVAL_SHARE_MAX ? null : longest
}

function* markupIn(code: string, level: number): Generator<string> {
  for (const literal of literalsIn(code)) {
    const value = unescaped(literal)
    if (value === null) continue
    if (value.trimStart().startsWith('<') || level + 1 === LEVELS_MAX) {
      if (isText(value)) yield value
      continue
    }
    let isOuter = false
    for (const inner of markupIn(value, level + 1)) {
      isOuter = true
      yield inner
    }
    if (!isOuter && isText(value)) yield value
  }
}

/** Strings in double quotes that are long enough for a text. Linear: each character is looked at once. */
function* literalsIn(code: string): Generator<string> {
  for (let start = code.indexOf('"'); start >= 0; ) {
    let end = start + 1
    while (end < code.length && code[end] !== '"') end += code[end] === '\\' ? 2 : 1
    if (end >= code.length) return
    if (end - start > TEXT_CHARS_MIN) yield code.slice(start, end + 1)
    start = code.indexOf('"', end + 1)
  }
}

/** The string's value; null where it is none of JSON's, or no markup can be in it. */
function unescaped(literal: string): string | null {
  if (!/<|\\u003c|\\x3c/i.test(literal)) return null
  try {
    return JSON.parse(
      literal
        .replace(/\\x([\da-f]{2})/gi, '\\u00$1')
        .replace(/\\'/g, "'")
        .replace(/\n/g, '\\n'),
    )
  } catch {
    return null
  }
}

function statedBody({ article }: PageFacts): string | null {
  const body = article?.articleBody
  if (typeof body !== 'string' || plainOf(body).length < TEXT_CHARS_MIN) return null
  if (isText(body)) return body
  return body
    .split(/\s*\n\s*/)
    .map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`)
    .join('')
}

function adopt(box: PageElement, html: string): boolean {
  const attributes = { itemprop: 'articleBody' }
  const article: PageElement = { ...box, tag: 'article', attributes, parent: box, children: [], depth: box.depth + 1 }
  for (const child of parsePage(html).root.children) {
    if (typeof child !== 'string') child.parent = article
    article.children.push(child)
  }
  // All stand where the box stands: what comes before it and after it keeps its place.
  walkElements(article, (element) => {
    element.depth += article.depth
    element.order = box.order
  })
  box.children.push(article)
  return true
}

function bodyOf(root: PageElement): PageElement {
  let body: PageElement | null = null
  walkElements(root, (element) => {
    if (element.tag === 'body') body ??= element
    return body === null
  })
  return body ?? root
}
