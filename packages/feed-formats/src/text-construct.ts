import { plainText } from './plain-text.ts'
import { elementsOf, innerMarkup, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-tree.ts'

/** What a text is unless its `type` says otherwise: Atom's texts are plain, RSS's are HTML by custom. */
export type TextDefault = 'text' | 'html'

/**
 * A text of RSS or Atom (0.3 and 1.0) as HTML: plain text is escaped, base64 decoded, XHTML written out.
 *
 * @returns null: no such element, or nothing in it.
 * @see https://www.rfc-editor.org/rfc/rfc4287#section-3.1
 */
export function htmlOf(element: XmlElement | null, byDefault: TextDefault): string | null {
  if (element === null) return null
  const kind = kindOf(element, byDefault)
  const html =
    kind === 'markup' ? innerMarkup(wrapped(element)) : kind === 'text' ? escapeHtml(textOf(element)) : kind.html
  return html.trim() === '' ? null : html.trim()
}

/** The same as plain text on one line, for titles. */
export function titleOf(element: XmlElement | null, byDefault: TextDefault): string | null {
  if (element === null) return null
  const isText = kindOf(element, byDefault) === 'text'
  const title = isText ? textOf(element).replace(/\s+/g, ' ') : plainText(htmlOf(element, byDefault) ?? '')
  return title === '' ? null : title
}

function kindOf(element: XmlElement, byDefault: TextDefault): 'markup' | 'text' | { html: string } {
  const type = (element.attributes.type || byDefault).toLowerCase()
  const mode = element.attributes.mode?.toLowerCase()
  if (element.children.some((child) => typeof child !== 'string')) return 'markup'
  if (mode === 'base64' || /^(?!text\/|.*[+/]xml)[\w.-]+\/[\w.+-]+$/.test(type)) {
    const decoded = fromBase64(textOf(element))
    if (decoded !== null) return { html: decoded }
  }
  if (mode === 'escaped' || (type.includes('html') && mode !== 'xml')) return { html: textOf(element) }
  return 'text'
}

/** XHTML stands in one `div` that is not part of it. */
function wrapped(element: XmlElement): XmlElement {
  const isXhtml = element.attributes.type?.toLowerCase() === 'xhtml'
  const [div] = elementsOf(element, 'xhtml:div', 'div', 'atom:div')
  const isAlone = element.children.every((child) => child === div || (typeof child === 'string' && child.trim() === ''))
  return isXhtml && div !== undefined && isAlone ? div : element
}

function fromBase64(text: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s/g, '')), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
