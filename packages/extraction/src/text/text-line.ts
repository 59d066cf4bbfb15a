import { LINE_CHARS_MAX } from './line-rules.ts'

/** One line of a scrape that has anything on it. `number` counts from 1; `isApart`: an empty line stood before it. */
export type TextLine = { text: string; number: number; isApart: boolean }

export const SCRAPE_CHARS_MAX = 2_000_000
const LINES_MAX = 20_000
const WRAP_CHARS_MAX = 110

/** Canonical form: every kind of space one space, zero-width characters gone, ends trimmed. */
export function canonical(text: string): string {
  return text
    .replace(/[\u200b\u200e\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The lines that are not empty, lines of a text wrapped to a width joined again. */
export function readLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  let isApart = true
  const all = text.slice(0, SCRAPE_CHARS_MAX).split(/\r\n?|\n|\u2028|\u2029|\u0085/u, LINES_MAX)
  all.forEach((raw, index) => {
    const line = canonical(raw)
    if (line === '') {
      isApart = true
      return
    }
    lines.push({ text: line, number: index + 1, isApart })
    isApart = false
  })
  return isWrapped(lines) ? unwrap(lines) : lines
}

/** Text wrapped by a mail or terminal program: many lines touch, most of those break off within a sentence. */
function isWrapped(lines: readonly TextLine[]): boolean {
  const touching = lines.filter((_, index) => lines[index + 1]?.isApart === false)
  if (touching.length < 8 || lines.some(({ text }) => text.length > WRAP_CHARS_MAX)) return false
  const width = Math.max(...lines.map(({ text }) => text.length))
  const broken = touching.filter(({ text }) => !endsSentence(text) && text.length > width * 0.6)
  return width >= 50 && broken.length > touching.length * 0.6
}

function unwrap(lines: readonly TextLine[]): TextLine[] {
  const width = Math.max(...lines.map(({ text }) => text.length))
  const joined: TextLine[] = []
  let before = ''
  for (const line of lines) {
    const last = joined.at(-1)
    if (last !== undefined && !line.isApart && isWrapAt(before, line.text, width))
      last.text = rejoin(last.text, line.text)
    else joined.push({ ...line })
    before = line.text
  }
  return joined
}

const NEAR_WIDTH = 0.85

/** A line is wrapped where its next word would not have fitted; proportional type leaves some play. */
function isWrapAt(before: string, next: string, width: number): boolean {
  if (before.length <= width * 0.6) return false
  return /^\p{Ll}/u.test(next) || before.length + 1 + next.split(' ', 1)[0]!.length >= width * NEAR_WIDTH
}

/** "two thou-" and "sand people": a word that the width has cut. */
function rejoin(first: string, second: string): string {
  return /\p{Ll}-$/u.test(first) && /^\p{Ll}{2,}/u.test(second) ? first.slice(0, -1) + second : `${first} ${second}`
}

const SENTENCE_END = /[.!?…。！？।॥؟۔։።]['"”’»«“‘)\]」』）】\s]*$/u

export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text)
}

const IDEOGRAPHIC = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/gu
const RUN_TOGETHER = /[\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}]/gu

/** Words; in scripts without spaces, two ideographs or five letters count as one. */
export function wordCount(text: string): number {
  const cut = text.slice(0, LINE_CHARS_MAX * 4)
  const ideographs = cut.match(IDEOGRAPHIC)?.length ?? 0
  const letters = cut.match(RUN_TOGETHER)?.length ?? 0
  const spaced =
    cut
      .replace(IDEOGRAPHIC, ' ')
      .replace(RUN_TOGETHER, ' ')
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0
  return spaced + Math.ceil(ideographs / 2 + letters / 5)
}

/** Scripts in which sentences end in a space, or in nothing. */
export function endsInOpenScript(text: string): boolean {
  return /[\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}]\s*$/u.test(text)
}

/** A line of running text: a sentence of some length, or long enough to be nothing else. */
export function isParagraph(text: string): boolean {
  const count = wordCount(text)
  return count >= (endsSentence(text) ? 9 : endsInOpenScript(text) ? 16 : 24)
}
