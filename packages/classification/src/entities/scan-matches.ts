import { classOf, LETTER, NUMBER } from '../text/character-classes.ts'

/** Offset of the first place at or behind another where a match may begin; -1: none. */
export type NextStart = (text: string, from: number) => number

/**
 * Matches of a pattern, left to right and without overlaps, as `matchAll` finds them: but it is tried only where one may begin,
 * since a pattern that is tried at every character of an article costs more than all else that is read of it.
 *
 * @param pattern a sticky one.
 */
export function scanMatches(text: string, pattern: RegExp, nextStart: NextStart): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  for (let at = nextStart(text, 0); at >= 0; ) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) found.push(match)
    at = nextStart(text, match === null ? at + 1 : pattern.lastIndex)
  }
  return found
}

/** Where a digit, or a sign of a currency, stands. */
export function nextNumber(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80 ? isAsciiDigit(unit) || unit === DOLLAR : isOf(text, at, NUMBER) || CURRENCIES.includes(text[at]!))
      return at
  }
  return -1
}

const DOLLAR = 0x24
const CURRENCIES = '€£¥₹₽₴'

/** Where a digit stands, or a word begins so many characters before one at most. */
export function nextDate(wordCharsMax: number): NextStart {
  return (text, from) => {
    let digit = from
    while (digit < text.length && !isDigit(text, digit)) digit++
    if (digit === text.length) return -1
    let at = Math.max(from, digit - wordCharsMax)
    while (at < digit && !beginsWord(text, at)) at++
    return at
  }
}

/** Where a word begins with two letters with which one of the words does, or with any others outside ASCII. */
export function nextWord(words: readonly string[]): NextStart {
  const known = new Uint8Array(0x80 * 0x80)
  for (const word of words) {
    for (const first of casesOf(word[0]!)) for (const second of casesOf(word[1]!)) known[first * 0x80 + second] = 1
  }
  return (text, from) => {
    let second = text.charCodeAt(from)
    for (let at = from; at < text.length; at++) {
      const first = second
      second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
      if ((first >= 0x80 || second >= 0x80 || known[first * 0x80 + second] === 1) && beginsWord(text, at)) return at
    }
    return -1
  }
}

/** Small and large, of ASCII. */
function casesOf(letter: string): number[] {
  return [letter.toLowerCase(), letter.toUpperCase()].map((one) => one.charCodeAt(0)).filter((unit) => unit < 0x80)
}

function beginsWord(text: string, at: number): boolean {
  return isOf(text, at, LETTER) && (at === 0 || !isOf(text, at - 1, LETTER | NUMBER))
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 0x80 ? isAsciiDigit(unit) : isOf(text, at, NUMBER)
}

function isAsciiDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Whether a character is of one of the classes; its second half, where it has two, is of none. */
function isOf(text: string, at: number, classes: number): boolean {
  const unit = text.charCodeAt(at)
  const codePoint = unit >= 0xd800 && unit <= 0xdbff ? text.codePointAt(at)! : unit
  return (classOf(codePoint) & classes) !== 0
}
