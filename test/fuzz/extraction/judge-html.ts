import DOMPurify from 'dompurify'
import { JSDOM } from 'jsdom'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

/** What Dateline writes, element by element, with the attributes it may have: stated anew here, not taken from its code. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'abbr b blockquote br caption cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins li mark ol p pre q s small span strong sub sup table tbody td tfoot th thead time tr u ul'
      .split(' ')
      .map((name) => [name, []]),
  ),
  a: ['href', 'rel'],
  img: ['src', 'alt', 'loading'],
}

/**
 * Parses HTML the way browsers do (parse5), by code that Dateline's own pages never go through, and looks at every node.
 *
 * @returns what is not safe to show, or null.
 */
export function unsafeIn(html: string): string | null {
  const open: DefaultTreeAdapterTypes.ChildNode[] = [...parseFragment(html).childNodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeName === '#text') continue
    if (!('tagName' in node)) return `a ${node.nodeName}`
    const attributes = ALLOWED[node.tagName]
    if (attributes === undefined || node.namespaceURI !== 'http://www.w3.org/1999/xhtml') return `<${node.tagName}>`
    for (const { name, value } of node.attrs) {
      if (!attributes.includes(name)) return `${name} on <${node.tagName}>`
      if ((name === 'href' || name === 'src') && !/^https?:\/\//.test(value)) return `${name}="${value.slice(0, 80)}"`
    }
    open.push(...node.childNodes)
  }
  return null
}

const purify = DOMPurify(new JSDOM('').window)

/** The second opinion: what the sanitizer that most sites trust would take out. */
export function removedByPurify(html: string): string | null {
  purify.sanitize(html)
  const removed = purify.removed[0]
  if (removed === undefined) return null
  return 'element' in removed ? removed.element.nodeName : `attribute ${removed.attribute?.name}`
}
