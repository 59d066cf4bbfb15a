/** Characters of windows-1252 that stand at 0x80 to 0x9f; the rest of its upper half is Latin-1. */
const WINDOWS_1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
}

/** HTML in windows-1252; what the charset lacks becomes a character reference. */
export function toWindows1252(html: string): Buffer {
  const bytes: number[] = []
  for (const char of html) {
    const code = char.codePointAt(0)!
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : WINDOWS_1252[char]
    if (byte === undefined) bytes.push(...Buffer.from(`&#${code};`))
    else bytes.push(byte)
  }
  return Buffer.from(bytes)
}
