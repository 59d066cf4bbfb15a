/** Keys whose values nobody looks at: `true`, or keys further down. */
export type Unread = { readonly [key: string]: true | Unread }

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const COMMA = 0x2c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

type Cursor = { readonly bytes: Buffer; readonly end: number; at: number; readonly cuts: number[]; readonly unread: Unread }

/**
 * Finds the values of the unread keys in the text of a JSON object, so that whoever parses it can leave them out: passing
 * over a value takes a fraction of the time of making it.
 *
 * @param bytes valid JSON from `start` to `end`.
 * @returns start and end of each such value, in order; null where the text has blanks between its parts and must be parsed
 *   whole.
 */
export function findUnread(bytes: Buffer, start: number, end: number, unread: Unread): readonly number[] | null {
  const cursor = { bytes, end, at: start, cuts: [], unread }
  return passObject(cursor, unread) && cursor.at === end ? cursor.cuts : null
}

/** @returns false where it does not look as JSON.stringify writes it. */
function passObject(cursor: Cursor, unread: Unread): boolean {
  const { bytes, cuts } = cursor
  if (bytes[cursor.at] !== OPEN_BRACE) return false
  cursor.at++
  if (bytes[cursor.at] === CLOSE_BRACE) {
    cursor.at++
    return true
  }
  for (;;) {
    if (bytes[cursor.at] !== QUOTE) return false
    const keyStart = cursor.at + 1
    cursor.at = endOfString(bytes, cursor.at, cursor.end)
    const known = unread[bytes.toString('latin1', keyStart, cursor.at - 1)]
    if (bytes[cursor.at] !== COLON) return false
    const start = ++cursor.at
    if (known !== undefined && known !== true && bytes[start] === OPEN_BRACE) {
      if (!passObject(cursor, known)) return false
    } else {
      cursor.at = endOfValue(bytes, start, cursor.end)
      if (known === true) cuts.push(start, cursor.at)
    }
    const next = bytes[cursor.at++]
    if (next === CLOSE_BRACE) return true
    if (next !== COMMA) return false
  }
}

function endOfString(bytes: Buffer, start: number, end: number): number {
  let at = start + 1
  for (; at < end; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) return at + 1
    if (byte === BACKSLASH) at++
  }
  return end
}

function endOfValue(bytes: Buffer, start: number, end: number): number {
  const first = bytes[start]
  if (first === QUOTE) return endOfString(bytes, start, end)
  let at = start
  if (first !== OPEN_BRACE && first !== OPEN_BRACKET) {
    while (at < end && bytes[at] !== COMMA && bytes[at] !== CLOSE_BRACE) at++
    return at
  }
  for (let depth = 0; at < end; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) at = endOfString(bytes, at, end) - 1
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++
    else if ((byte === CLOSE_BRACE || byte === CLOSE_BRACKET) && --depth === 0) return at + 1
  }
  return end
}
