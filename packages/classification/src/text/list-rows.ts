import type { WordForm } from './word-forms.ts'

/** Bit of a word's place beside those of `readText`: it stands in a list of figures. */
export const LISTED = 16

/** Fewer lines under one another are no list. */
const ROWS_MIN = 3

/** Longer lines are sentences, whatever stands at their end. */
const ROW_CHARS_MAX = 100

/** Share of a line's words that are figures, from which it is a row though it ends like a sentence, or a list by itself. */
const FIGURES_MIN = 0.4

/** A list set in one line has so many words. */
const LIST_WORDS_MIN = 8

const SENTENCE_END = /[.!?…:。！？।؟۔]["”’»)]{0,2}$/u
const LINE_TAIL_CHARS = 4

/** A line: words `from` to `to`, and how many of them are figures. */
type Line = { from: number; to: number; figures: number }

/**
 * Marks the words of lists of figures: lines under one another that are no sentences, half of them with figures (results, prices,
 * the weather by city, ingredients), and single lines of hardly anything else. Every paper has them from the same source.
 */
export function markListRows(text: string, forms: readonly WordForm[], starts: Uint16Array, places: Uint8Array): void {
  let rows: Line[] = []
  const close = (): void => {
    const withFigures = rows.filter(({ figures }) => figures > 0).length
    if (rows.length >= ROWS_MIN && withFigures * 2 >= rows.length) {
      for (const { from, to } of rows) markListed(places, from, to)
    }
    rows = []
  }
  let at = 0
  for (let start = 0; start < text.length && at < forms.length; ) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const line = { from: at, to: at, figures: 0 }
    while (at < forms.length && starts[at]! < end) if (isFigure(forms[at++]!)) line.figures++
    line.to = at
    const words = line.to - line.from
    if (words >= LIST_WORDS_MIN && line.figures >= FIGURES_MIN * words) markListed(places, line.from, line.to)
    if (words > 0) {
      const isRow =
        end - start <= ROW_CHARS_MAX &&
        (line.figures >= FIGURES_MIN * words ||
          !SENTENCE_END.test(text.slice(Math.max(start, end - LINE_TAIL_CHARS), end).trimEnd()))
      if (isRow) rows.push(line)
      else close()
    }
    start = end + 1
  }
  close()
}

function isFigure({ isDigit, isNumber }: WordForm): boolean {
  return isDigit || isNumber
}

function markListed(places: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at++) places[at]! |= LISTED
}
