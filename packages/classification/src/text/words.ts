import { classOf, LETTER, MARK, NUMBER, UNSPACED, UPPER } from './character-classes.ts'

/** Only so much of a text is read: the longest news features have about 60,000 characters. */
export const TEXT_CHARS_MAX = 60_000

/** A word or number as printed; `start` is its UTF-16 offset. */
export type Word = { readonly raw: string; readonly start: number }

/**
 * Words and numbers in reading order. Numbers keep their inner points and commas ("1,250.5"), abbreviations lose their
 * points ("U.S." is "US"), a possessive 's is cut. Scripts that write without spaces are read in pairs of characters.
 */
export function wordsOf(text: string, wordsMax = Number.POSITIVE_INFINITY): Word[] {
  const words: Word[] = []
  scanWords(text, wordsMax, (start, end) => void words.push({ raw: cleanWord(text.slice(start, end)), start }))
  return words
}

/**
 * Finds the words of `wordsOf` without copying them: calls `visit` with the UTF-16 offsets of each, as printed. Every
 * character is looked at once or twice, whatever the text.
 */
export function scanWords(text: string, wordsMax: number, visit: (start: number, end: number) => void): void {
  const length = Math.min(text.length, TEXT_CHARS_MAX)
  let words = 0
  for (let at = 0; at < length && words < wordsMax; ) {
    const start = at
    const first = codePointAt(text, at, length)
    const bits = classOf(first)
    if ((bits & (LETTER | NUMBER)) === 0) {
      at += widthOf(first)
      continue
    }
    isUnspaced = false
    if ((bits & NUMBER) !== 0) at = endOfNumber(text, at, length)
    else {
      const abbreviation = (bits & UPPER) !== 0 ? endOfAbbreviation(text, at, length) : -1
      at = abbreviation > 0 ? abbreviation : endOfWord(text, at, length)
    }
    if (!isUnspaced || at - start < 3) {
      visit(start, at)
      words++
    } else for (let pair = start; pair + 1 < at && words < wordsMax; pair++, words++) visit(pair, pair + 2)
  }
}

/** Whether a character of the word just read is of a script that writes without spaces. */
let isUnspaced = false

/** Most characters of most texts: looked up without further ado. */
const ASCII_CLASSES = Uint8Array.from({ length: 0x80 }, (_, unit) => classOf(unit))

function codePointAt(text: string, at: number, length: number): number {
  const unit = text.charCodeAt(at)
  return unit < 0xd800 || unit > 0xdbff || at + 1 >= length ? unit : text.codePointAt(at)!
}

function widthOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1
}

/** End of the run of characters that have one of the classes. */
function endOfRun(text: string, from: number, length: number, wanted: number): number {
  let at = from
  while (at < length) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) {
      if ((ASCII_CLASSES[unit]! & wanted) === 0) return at
      at++
      continue
    }
    const char = codePointAt(text, at, length)
    const bits = classOf(char)
    if ((bits & wanted) === 0) return at
    if ((bits & UNSPACED) !== 0) isUnspaced = true
    at += widthOf(char)
  }
  return at
}

/** Digits, with points, commas and colons between them, and letters right after: "1,250.5", "20:15", "4th". */
function endOfNumber(text: string, from: number, length: number): number {
  let at = endOfRun(text, from, length, NUMBER)
  while (at + 1 < length && isInnerMark(text.charCodeAt(at))) {
    const end = endOfRun(text, at + 1, length, NUMBER)
    if (end === at + 1) break
    at = end
  }
  return endOfRun(text, at, length, LETTER)
}

function isInnerMark(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x3a
}

/** Two or more capitals with a point after each: "U.S."; -1: none. */
function endOfAbbreviation(text: string, from: number, length: number): number {
  let at = from
  for (let letters = 0; ; letters++) {
    const char = at < length ? codePointAt(text, at, length) : 0
    const point = at + widthOf(char)
    if ((classOf(char) & UPPER) === 0 || point >= length || text.charCodeAt(point) !== 0x2e) {
      return letters > 1 ? at : -1
    }
    at = point + 1
  }
}

/** Letters, marks and digits, and what follows an apostrophe: "d'État", "don't". */
function endOfWord(text: string, from: number, length: number): number {
  let at = endOfRun(text, from, length, LETTER | MARK | NUMBER)
  while (at + 1 < length && isApostrophe(text.charCodeAt(at))) {
    const end = endOfRun(text, at + 1, length, LETTER)
    if (end === at + 1) break
    at = end
  }
  return at
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
}

const POSSESSIVE = /['’][sS]$/

/** A word without what is no part of it: the points of an abbreviation, a possessive 's. */
export function cleanWord(printed: string): string {
  if (printed.endsWith('.')) return printed.replaceAll('.', '')
  return printed.includes("'") || printed.includes('’') ? printed.replace(POSSESSIVE, '') : printed
}
