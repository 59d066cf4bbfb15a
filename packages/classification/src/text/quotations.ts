/** A quotation longer than this is not one: the closing mark is missing. */
const QUOTATION_CHARS_MAX = 1_200

/** A stretch in quotation marks, marks included: [start, end) in UTF-16 offsets. */
export type QuotedSpan = { readonly start: number; readonly end: number }

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  // As Swedish and Finnish papers print both, and as Urdu ones do.
  '”': '”“',
  '「': '」',
  '『': '』',
  '"': '"',
  // As Hebrew papers print both ends.
  '״': '״',
}

/**
 * Direct quotations, left to right, without overlaps. A paragraph's end closes an open one, since papers leave the
 * closing mark out where the next paragraph goes on quoting. Single quotes are not read: they are apostrophes as well.
 */
export function quotedSpans(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = []
  // By closing marks, how far none of them stands: many openings that nothing closes are searched once, and not each.
  const unclosedTo = new Map<string, number>()
  for (let at = 0; at < text.length; at++) {
    if (!mayOpen(text.charCodeAt(at))) continue
    const closers = CLOSERS[text[at]!]
    if (closers === undefined || (text[at] === '”' && !opensWord(text, at)) || isAcronym(text, at)) continue
    const last = Math.min(text.length, at + 1 + QUOTATION_CHARS_MAX)
    const end = endOfQuotation(text, Math.max(at + 1, unclosedTo.get(closers) ?? 0), last, closers)
    if (end < 0) {
      unclosedTo.set(closers, last)
      continue
    }
    spans.push({ start: at, end })
    at = end - 1
  }
  return spans
}

/** Within a Hebrew word the mark says that it is an acronym, unless small words alone stand before it: צה"ל, מנכ"לית; but not ש"הכול". */
function isAcronym(text: string, at: number): boolean {
  return (text[at] === '"' || text[at] === '״') && ACRONYM.test(text.slice(Math.max(0, at - 3), at + 3))
}

const ACRONYM =
  /\p{Script=Hebrew}["״]\p{Script=Hebrew}(?!\p{Script=Hebrew})|^\p{Script=Hebrew}{3}["״]\p{Script=Hebrew}/u

/** Most characters are letters and spaces, and are passed over quickly. */
function mayOpen(unit: number): boolean {
  return unit === 0x22 || unit === 0xab || unit === 0xbb || unit === 0x5f4 || unit >= 0x201c
}

/** A mark that mostly closes opens a quotation only where a word begins. */
function opensWord(text: string, at: number): boolean {
  return (at === 0 || /[\s(]/.test(text[at - 1]!)) && /\S/.test(text.charAt(at + 1))
}

/** @returns -1: it is not closed up to `last`. */
function endOfQuotation(text: string, from: number, last: number, closers: string): number {
  for (let at = from; at < last; at++) {
    const char = text[at]!
    if (char === '\n') return at
    if (closers.includes(char) && !isAcronym(text, at)) return at + 1
  }
  return last === text.length ? last : -1
}

/** The text with every direct quotation cut out: officials' words are shared by rival agencies and prove no copy. */
export function withoutQuotations(text: string): string {
  let rest = ''
  let from = 0
  for (const { start, end } of quotedSpans(text)) {
    rest += `${text.slice(from, start)} `
    from = end
  }
  return rest + text.slice(from)
}
