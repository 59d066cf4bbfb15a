/** What a character is, as far as words are made of it: bits of `classOf`. */
export const LETTER = 1
export const MARK = 2
export const NUMBER = 4
export const UPPER = 8
/** Of a script that writes without spaces between words. */
export const UNSPACED = 16

const KNOWN = 128

const PATTERNS: readonly (readonly [RegExp, number])[] = [
  [/^\p{L}/u, LETTER],
  [/^\p{M}/u, MARK],
  [/^\p{N}/u, NUMBER],
  [/^\p{Lu}/u, UPPER],
  [
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
    UNSPACED,
  ],
]

/** Filled as characters turn up: of Unicode's first plane most never do. */
const classes = new Uint8Array(0x1_0000)

/** Classes of a character, by its code point. */
export function classOf(codePoint: number): number {
  if (codePoint > 0xffff) return read(codePoint)
  const known = classes[codePoint]!
  if (known !== 0) return known & ~KNOWN
  const found = read(codePoint)
  classes[codePoint] = found | KNOWN
  return found
}

function read(codePoint: number): number {
  const char = String.fromCodePoint(codePoint)
  return PATTERNS.reduce((bits, [pattern, bit]) => (pattern.test(char) ? bits | bit : bits), 0)
}
