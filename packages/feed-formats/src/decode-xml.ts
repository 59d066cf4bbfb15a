import { getBOMEncoding, labelToName, TextDecoder } from '@exodus/bytes/encoding.js'

/** How far the XML declaration is looked for. */
const DECLARATION_BYTES_MAX = 1_024

export type DecodedXml = {
  text: string
  encoding: string
  from: 'bom' | 'header' | 'declaration' | 'pattern' | 'default'
}

/**
 * Text of an XML or JSON document by the rules of the WHATWG Encoding Standard: byte order mark, then the charset of the
 * Content-Type header, then the XML declaration, then UTF-8. Bytes that are not what they claim are read as
 * what they are: UTF-8 where the claim is wrong and they are valid UTF-8, else windows-1252.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7303#section-3
 */
export function decodeXml(body: Uint8Array, contentType?: string | null): DecodedXml {
  const bom = getBOMEncoding(body)
  if (bom !== null) return { text: decode(body, bom), encoding: bom, from: 'bom' }
  const pattern = utf16Pattern(body)
  if (pattern !== null) return { text: decode(body, pattern), encoding: pattern, from: 'pattern' }
  const header = encodingOf(/charset\s*=\s*["']?\s*([^\s"';]+)/i.exec(contentType ?? '')?.[1])
  const declared = encodingOf(declaredLabel(body))
  const claims = [header, declared].filter((name) => name !== null)
  const utf8 = strictUtf8(body)
  for (const claim of claims) {
    if (claim === 'utf-8') break
    // A claim of a single byte encoding cannot be disproved; valid UTF-8 with more than ASCII in it can prove UTF-8.
    const from = claim === header ? 'header' : 'declaration'
    const text = decode(body, claim)
    if (!text.includes('\uFFFD')) return { text, encoding: claim, from }
  }
  const from = claims.length === 0 ? 'default' : header === null ? 'declaration' : 'header'
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', from }
  const legacy = claims.find((claim) => claim !== 'utf-8')
  if (legacy !== undefined) return { text: decode(body, legacy), encoding: legacy, from }
  return mostlyUtf8(body) ?? { text: decode(body, 'windows-1252'), encoding: 'windows-1252', from: 'default' }
}

/** Mostly UTF-8 with few bad bytes in it is UTF-8 that was damaged, not another encoding. */
function mostlyUtf8(body: Uint8Array): DecodedXml | null {
  const text = decode(body, 'utf-8')
  const bad = text.match(/\uFFFD/g)?.length ?? 0
  const good = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0
  return good > bad * 4 ? { text, encoding: 'utf-8', from: 'default' } : null
}

function decode(body: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(body)
}

function strictUtf8(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}

function encodingOf(label: string | undefined): string | null {
  const name = label === undefined ? null : labelToName(label)?.toLowerCase()
  // In a declaration that could be read as ASCII, UTF-16 cannot be true.
  if (!name || name === 'replacement' || name.startsWith('utf-16')) return null
  return name
}

function declaredLabel(body: Uint8Array): string | undefined {
  const head = String.fromCharCode(...body.subarray(0, DECLARATION_BYTES_MAX))
  return /<\?xml[^>]*?encoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
}

/** "<" or "{" beside a zero byte. */
function utf16Pattern(body: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b, c, d] = body
  if ((a === 0x3c || a === 0x7b) && b === 0 && c !== 0 && d === 0) return 'utf-16le'
  if (a === 0 && (b === 0x3c || b === 0x7b) && c === 0 && d !== 0) return 'utf-16be'
  return null
}
