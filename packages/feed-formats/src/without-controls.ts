const WINDOWS_1252 = new TextDecoder('windows-1252')

/** Control characters that XML forbids go; those of windows-1252 that came in as Unicode's unused controls are put right. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x80-\x9F]/g, (character) =>
    character < ' ' ? '' : WINDOWS_1252.decode(Uint8Array.of(character.charCodeAt(0))),
  )
}
