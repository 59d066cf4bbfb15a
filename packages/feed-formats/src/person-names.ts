import { VALUES_MAX } from './limits.ts'
import { plainText } from './plain-text.ts'
import { elementsOf, firstValue, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-tree.ts'

/** Where RSS and its modules name who wrote something, best first; the first kind that is there counts. */
const AUTHOR_ELEMENTS = ['atom:author', 'author', 'dc:creator', 'dc:author', 'itunes:author', 'googleplay:author']

/** Names of the authors of a feed or entry, in its order, each once. */
export function authorsOf(element: XmlElement, ...more: string[]): string[] {
  for (const name of [...AUTHOR_ELEMENTS, ...more]) {
    const names = elementsOf(element, name).map(nameOf)
    const found = [...new Set(names.filter((author) => author !== ''))].slice(0, VALUES_MAX)
    if (found.length > 0) return found
  }
  return []
}

function nameOf(author: XmlElement): string {
  const parts = ['name', 'email', 'uri', 'url', 'homepage']
  const structured = parts.map((part) => firstValue(author, `atom:${part}`, part)).find((value) => value !== null)
  return structured === undefined ? personName(textOf(author)) : plainText(structured)
}

/** "ann@paper.example (Ann Example)", "Ann Example <ann@paper.example>": the name, or the address alone where none is. */
export function personName(text: string): string {
  const line = plainText(text.replace(/<([^<>\s@]+@[^<>\s@]+)>/g, '($1)'))
  const match =
    /^(?:mailto:)?[^\s()@]+@[^\s()@]+\s*\((.+)\)$/i.exec(line) ??
    /^([^@]*[^\s@(])\s*[\s(](?:mailto:)?[^\s()@]+@[^\s()@]+\)?$/i.exec(line)
  const name = match?.[1]?.replace(/[\s,(:<-]+$/, '').trim()
  return name ? name : line
}
