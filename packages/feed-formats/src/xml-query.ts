import type { XmlElement } from './xml-tree.ts'

export function elementsOf(parent: XmlElement, ...names: string[]): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== 'string' && names.includes(child.name))
}

/** The first child by the first of these names that has one. */
export function firstOf(parent: XmlElement, ...names: string[]): XmlElement | null {
  for (const name of names) {
    const found = parent.children.find((child) => typeof child !== 'string' && child.name === name)
    if (found !== undefined) return found as XmlElement
  }
  return null
}

/** Text of an element and all within it, trimmed; "" for null. */
export function textOf(element: XmlElement | null): string {
  return element === null ? '' : rawText(element).trim()
}

function rawText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('')
}

/** Text of the first of these children that has any; null: none. */
export function firstValue(parent: XmlElement, ...names: string[]): string | null {
  for (const name of names) {
    for (const element of elementsOf(parent, name)) {
      const text = textOf(element)
      if (text !== '') return text
    }
  }
  return null
}

/** Children as markup, text escaped. */
export function innerMarkup(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? escapeText(child) : serialise(child))).join('')
}

function serialise(node: XmlElement | string): string {
  if (typeof node === 'string') return escapeText(node)
  const attributes = Object.entries(node.attributes)
    .filter(([name]) => !name.startsWith('xmlns'))
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('')
  if (node.children.length === 0) return `<${node.local}${attributes} />`
  return `<${node.local}${attributes}>${innerMarkup(node)}</${node.local}>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Takes away the last piece of text, in which the document was cut: half a URL is another URL. */
export function dropLastText(element: XmlElement): void {
  let parent = element
  for (let last = parent.children.at(-1); last !== undefined; last = parent.children.at(-1)) {
    if (typeof last === 'string') {
      parent.children.pop()
      return
    }
    parent = last
  }
}
