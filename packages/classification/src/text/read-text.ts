import { quotedSpans } from './quotations.ts'
import type { WordForm } from './word-forms.ts'
import { wordsOfText } from './words-of-text.ts'

/** A text as grouping reads it: its words in order, and which stand in a quotation. */
export type ReadText = {
  readonly forms: readonly WordForm[]
  readonly quoted: Uint8Array
  /** Whether the next word goes on with the same name: both capital, with nothing but a space between. */
  readonly goesOn: Uint8Array
  /** Whether a number is tied to the next one by a dash: "2-1". */
  readonly tied: Uint8Array
  /** Whether a word opens a sentence or a line, or follows an opening mark: its capital says nothing. */
  readonly opens: Uint8Array
}

export function readText(text: string, language: string | null): ReadText {
  const { forms, starts } = wordsOfText(text, language)
  const quoted = new Uint8Array(forms.length)
  const goesOn = new Uint8Array(forms.length)
  const tied = new Uint8Array(forms.length)
  const opens = new Uint8Array(forms.length)
  const spans = quotedSpans(text)
  let span = 0
  for (let at = 0; at < forms.length; at++) {
    const form = forms[at]!
    const start = starts[at]!
    while (span < spans.length && spans[span]!.end <= start) span++
    if (span < spans.length && spans[span]!.start <= start) quoted[at] = 1
    if (!form.isCapital && !form.isDigit) continue
    if (form.isCapital && opensSentence(text, start)) opens[at] = 1
    const end = start + form.raw.length
    const next = forms[at + 1]
    if (next === undefined || starts[at + 1] !== end + 1) continue
    const between = text.charCodeAt(end)
    if (form.isCapital && next.isCapital && between === SPACE) goesOn[at] = 1
    if (form.isDigit && next.isDigit && (between === HYPHEN || between === EN_DASH)) tied[at] = 1
  }
  return { forms, quoted, goesOn, tied, opens }
}

/** Nothing, or a mark that ends or opens a sentence, stands before a word and the space in front of it. */
function opensSentence(text: string, start: number): boolean {
  let before = start - 1
  while (before >= 0 && text.charCodeAt(before) === SPACE) before--
  if (before < 0) return true
  const mark = text[before]!
  if (mark !== '.') return OPENING_MARKS.includes(mark)
  // "J. Smith", "Mr. Smith": what follows an abbreviation is a name.
  let word = before - 1
  while (word >= 0 && before - word <= ABBREVIATION_CHARS_MAX && isLetter(text.charCodeAt(word))) word--
  const length = before - 1 - word
  return length === 0 || length > ABBREVIATION_CHARS_MAX || text.charCodeAt(word + 1) >= 0x61
}

const OPENING_MARKS = '!?…:\n"“”„«»‘([—–•'
const ABBREVIATION_CHARS_MAX = 3

function isLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a
}

const SPACE = 0x20
const HYPHEN = 0x2d
const EN_DASH = 0x2013

/** Stems of a text's words in order; "" for a word that says nothing. */
export function stemsOf(text: string, language: string | null): string[] {
  return wordsOfText(text, language).forms.map(({ term }) => term)
}
