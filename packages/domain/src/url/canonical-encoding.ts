const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** All but these are written as upper-case triplets of UTF-8. */
const NOT_PLAIN = /[^\w.~!$'()*,:@[\]|/;&=+%?-]/gu

/**
 * One spelling for each text in a URL: what may stand plain stands plain, the rest is UTF-8 triplets of its NFC form.
 * Escaped characters that would mean something unescaped stay escaped, as do triplets that are no UTF-8 ("%A3").
 *
 * @param reserved what means something here, e.g. /[/?#;]/ in a path.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2.2
 */
export function canonicalEncoding(text: string, reserved: RegExp): string {
  const keepEscaped = (character: string) =>
    character === '%' || reserved.test(character) || character <= ' ' ? triplets(character) : character
  return text
    .toWellFormed()
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      const bytes = Uint8Array.from(run.match(/[0-9a-f]{2}/gi)!, (hex) => Number.parseInt(hex, 16))
      const decoded = decodeUtf8(bytes)
      return decoded === null ? run.toUpperCase() : Array.from(decoded, keepEscaped).join('')
    })
    .normalize('NFC')
    .replace(NOT_PLAIN, triplets)
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes)
  } catch {
    return null
  }
}

function triplets(character: string): string {
  const bytes = new TextEncoder().encode(character)
  return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
