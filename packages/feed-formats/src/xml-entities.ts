import { decodeHTMLAttribute, decodeHTMLStrict } from 'entities'

const DOCTYPE_CHARS_MAX = 65_536
const ENTITIES_MAX = 100
const VALUE_CHARS_MAX = 2_000
/** What all uses of a document's own entities may add to it: no bomb fits. */
const EXPANSION_CHARS_MAX = 200_000

export type EntityDecoder = { text: (raw: string) => string; attribute: (raw: string) => string }

/**
 * Takes the document type away and gives a decoder for the entities it declares. References to files or other
 * entities are not followed: neither outside nor nested ones ever expand.
 */
export function takeDoctype(xml: string): { xml: string; decoder: EntityDecoder } {
  const start = xml.slice(0, DOCTYPE_CHARS_MAX).search(/<!DOCTYPE/i)
  const root = xml.slice(0, DOCTYPE_CHARS_MAX).search(/<[a-z]/i)
  if (start < 0 || (root >= 0 && root < start)) return { xml, decoder: decoderOf(new Map()) }
  const end = doctypeEnd(xml, start)
  if (end < 0) return { xml, decoder: decoderOf(new Map()) }
  const declared = new Map<string, string>()
  const declarations = xml.slice(start, end).matchAll(/<!ENTITY\s+([\w.:-]{1,100})\s+(?:"([^"]*)"|'([^']*)')/g)
  for (const [, name, double, single] of declarations) {
    if (declared.size >= ENTITIES_MAX) break
    const value = double ?? single ?? ''
    if (value.length <= VALUE_CHARS_MAX) declared.set(name!, decodeHTMLStrict(value))
  }
  return { xml: xml.slice(0, start) + xml.slice(end), decoder: decoderOf(declared) }
}

/** Behind the ">" that ends the declaration: quotes and the bracketed part may hold others. */
function doctypeEnd(xml: string, start: number): number {
  let quote = ''
  let isInside = false
  for (let at = start; at < xml.length && at < start + DOCTYPE_CHARS_MAX; at++) {
    const character = xml[at]!
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '[') isInside = true
    else if (character === ']') isInside = false
    else if (character === '>' && !isInside) return at + 1
  }
  return -1
}

function decoderOf(declared: ReadonlyMap<string, string>): EntityDecoder {
  let budgetChars = EXPANSION_CHARS_MAX
  const expand = (raw: string, decode: (raw: string) => string) => {
    if (!raw.includes('&')) return raw
    if (declared.size === 0) return decode(raw)
    return raw.replace(/&([\w.:-]{1,100});|[^&]+|&/g, (part, name: string | undefined) => {
      const value = name === undefined ? undefined : declared.get(name)
      if (value === undefined || value.length > budgetChars) return part.startsWith('&') ? decode(part) : part
      budgetChars -= value.length
      return value
    })
  }
  // Text needs the semicolon ("AT&T"), attributes hold URLs, where "&copy=1" is a parameter.
  return { text: (raw) => expand(raw, decodeHTMLStrict), attribute: (raw) => expand(raw, decodeHTMLAttribute) }
}
