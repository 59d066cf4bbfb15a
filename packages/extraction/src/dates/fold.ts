/**
 * Text as date words are compared: compatibility forms undone, lower case, marks of Latin, Greek and Cyrillic letters
 * removed, every digit ASCII, every apostrophe and space the plain one.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200b-\u200f\u061c\ufeff]/gu, '')
    .normalize('NFC')
    .replace(/[’‘ʻʼ՚′‵＇ꞌʹ`´]/gu, "'")
    .replace(/ς/gu, 'σ')
    .replace(/[\s\u00a0\u202f\u2009]+/gu, ' ')
    .replace(/[^\P{Nd}0-9]/gu, asciiDigit)
}

/** Digits of a script stand in one run of ten whose first is a multiple of ten only within the run: walk back to its zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!
  for (let value = 0; value < 10; value += 1) {
    const before = String.fromCodePoint(code - value - 1)
    if (!/\p{Nd}/u.test(before)) return String(value)
  }
  return digit
}
