import { getBOMEncoding, labelToName, TextDecoder } from '@exodus/bytes/encoding.js'
import sniff from 'html-encoding-sniffer'

/** The prescan ends at 1,024 bytes, but browsers start again when a `<meta charset>` comes later: we look this far. */
const LATE_META_BYTES_MAX = 65_536
/** This many multi-byte characters, all well formed, do not happen by chance in a text of another encoding. */
const UTF8_PROOF_CHARS = 3
/** A page that says UTF-8 may hold a few broken bytes; above this share of its non-ASCII bytes it is another encoding. */
const BROKEN_SHARE_MAX = 0.1

export type EncodingEvidence = 'bom' | 'header' | 'markup' | 'content' | 'default'

/** `encoding` is a WHATWG name in lower case, e.g. "windows-1251"; `evidence` says what named it. */
export type Decoded = { text: string; encoding: string; evidence: EncodingEvidence }

export type EncodedBody = { body: Uint8Array; contentType?: string | null | undefined }

/**
 * The encoding of a page by the WHATWG rules alone: byte order mark, `charset` of the Content-Type header, markup, default.
 *
 * @returns a WHATWG name in lower case.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#encoding-sniffing-algorithm
 */
export function sniffEncoding({ body, contentType }: EncodedBody): string {
  return declaredEncoding(body, contentType ?? null).encoding
}

/**
 * Decodes a page, feed or text. The WHATWG rules come first; where the bytes themselves contradict what was declared
 * (a legacy label on well-formed UTF-8, or UTF-8 on bytes that are mostly not), the bytes win. Never throws: a byte that
 * cannot be decoded becomes U+FFFD.
 */
export function decodeBytes({ body, contentType }: EncodedBody): Decoded {
  const { encoding, evidence } = believable(body, contentType ?? null)
  return { text: new TextDecoder(encoding).decode(body), encoding, evidence }
}

type Found = { encoding: string; evidence: EncodingEvidence }

function declaredEncoding(body: Uint8Array, contentType: string | null): Found {
  const bom = lower(labelToName(getBOMEncoding(body) ?? ''))
  if (bom !== null) return { encoding: bom, evidence: 'bom' }
  const header = lower(labelToName(charsetOf(contentType) ?? ''))
  if (header !== null) return { encoding: header, evidence: 'header' }
  const isXml = /^[^;]*xml/i.test(contentType ?? '') && !/xhtml/i.test(contentType ?? '')
  const options = isXml
    ? { xml: true, defaultEncoding: '' }
    : { maxPrescanBytes: LATE_META_BYTES_MAX, defaultEncoding: '' }
  const markup = lower(sniff(body, options) || null)
  if (markup !== null) return { encoding: markup, evidence: 'markup' }
  return { encoding: isXml ? 'utf-8' : 'windows-1252', evidence: 'default' }
}

function believable(body: Uint8Array, contentType: string | null): Found {
  const declared = declaredEncoding(body, contentType)
  if (declared.evidence === 'bom' || declared.encoding.startsWith('utf-16')) return declared
  const { wellFormed, broken } = countUtf8(body)
  if (declared.encoding !== 'utf-8') {
    const isUtf8 = broken === 0 && (declared.evidence === 'default' ? wellFormed > 0 : wellFormed >= UTF8_PROOF_CHARS)
    const isIso2022 = declared.encoding === 'iso-2022-jp' // seven-bit: says nothing about its bytes
    return isUtf8 && !isIso2022 ? { encoding: 'utf-8', evidence: 'content' } : declared
  }
  if (broken <= BROKEN_SHARE_MAX * (wellFormed + broken)) return declared
  const inMarkup = declaredEncoding(body, null)
  const isOther = inMarkup.evidence === 'markup' && inMarkup.encoding !== 'utf-8'
  return { encoding: isOther ? inMarkup.encoding : 'windows-1252', evidence: 'content' }
}

/** How many multi-byte sequences are well-formed UTF-8, and how many bytes cannot be. */
function countUtf8(body: Uint8Array): { wellFormed: number; broken: number } {
  let wellFormed = 0
  let broken = 0
  for (let at = 0; at < body.length; ) {
    const byte = body[at]!
    if (byte < 0x80) {
      at += 1
      continue
    }
    const length =
      byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
    let followers = 0
    while (followers + 1 < length && (body[at + followers + 1]! & 0xc0) === 0x80) followers += 1
    const isCutAtEnd = at + followers + 1 >= body.length
    if (length > 0 && followers + 1 === length) wellFormed += 1
    else if (!isCutAtEnd) broken += 1
    at += followers + 1
  }
  return { wellFormed, broken }
}

/** @see https://mimesniff.spec.whatwg.org/#parsing-a-mime-type */
function charsetOf(contentType: string | null): string | null {
  const match = /;\s*charset\s*=\s*(?:"([^"]{1,40})"|'([^']{1,40})'|([^\s;"']{1,40}))/i.exec(
    contentType?.slice(0, 500) ?? '',
  )
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null
}

const lower = (name: string | null): string | null => name?.toLowerCase() ?? null
