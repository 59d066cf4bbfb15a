/** First bytes of what servers send in a page's place: https://mimesniff.spec.whatwg.org/#matching-a-mime-type-pattern */
const KINDS: readonly [kind: string, start: string][] = [
  ['a PDF document', '%PDF-'],
  ['a PostScript document', '%!PS-Adobe-'],
  ['a PNG image', '\x89PNG\r\n\x1a\n'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a sound, film or image in RIFF', 'RIFF'],
  ['a ZIP archive or an office document', 'PK\x03\x04'],
  ['gzip data', '\x1f\x8b\x08'],
  ['a WARC archive', 'WARC/1.'],
]

/** @returns what the bytes are, where they are of a kind that is no page and no text; else null. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  return KINDS.find(([, start]) => head.startsWith(start))?.[0] ?? null
}

const SAMPLE_CHARS = 4_096
const CONTROLS_SHARE_MAX = 0.02

/** Control characters as no text has them: every tenth byte of what is compressed or encrypted is one. @returns them, or null. */
export function controlsIn(text: string): string | null {
  const sample = text.slice(0, SAMPLE_CHARS)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  return controls > sample.length * CONTROLS_SHARE_MAX ? `${controls} control characters in ${sample.length}` : null
}
