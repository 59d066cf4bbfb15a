import { type PageElement, parsePage } from './html/page-tree.ts'
import { escapeHtml, webUrl } from './render-html.ts'

/** What may come through, all without attributes but the ones named below. */
const ALLOWED = new Set(
  'a abbr b blockquote br caption cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins li mark ol p pre q s small span strong sub sup table tbody td tfoot th thead time tr u ul'.split(
    ' ',
  ),
)
const VOID = new Set(['br', 'hr', 'img'])
/** Left out with all that is in them. */
const REMOVED = new Set(
  'title iframe frame frameset noframes noembed noscript applet textarea select option xmp plaintext listing head audio video'.split(
    ' ',
  ),
)

/**
 * Someone else's HTML, safe to show: an allow list of elements, no attributes but http(s) links and image addresses, all
 * text escaped. The page is written anew from a parsed tree, and only in forms that parse one way, so that no second
 * parser can read it differently.
 */
export function sanitize(html: string): string {
  const out: string[] = []
  write(parsePage(html).root, out)
  return out.join('')
}

function write(element: PageElement, out: string[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') out.push(escapeHtml(child))
    else if (REMOVED.has(child.tag)) continue
    else if (!ALLOWED.has(child.tag)) write(child, out)
    else {
      out.push(`<${child.tag}${attributesOf(child)}>`)
      if (VOID.has(child.tag)) continue
      write(child, out)
      out.push(`</${child.tag}>`)
    }
  }
}

function attributesOf({ tag, attributes }: PageElement): string {
  const [name, value] =
    tag === 'a' ? ['href', attributes.href] : tag === 'img' ? ['src', attributes.src] : ['', undefined]
  const url = value === undefined ? null : webUrl(value)
  if (url === null) return ''
  return ` ${name}="${escapeHtml(url)}"${tag === 'a' ? ' rel="noopener nofollow"' : ''}`
}
