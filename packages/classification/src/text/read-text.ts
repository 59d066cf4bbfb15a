import { markListRows } from './list-rows.ts'
import { quotedSpans } from './quotations.ts'
import type { WordForm } from './word-forms.ts'
import { wordsOfText } from './words-of-text.ts'

/** A text as grouping reads it: its words in order, and where they stand. */
export type ReadText = {
  readonly forms: readonly WordForm[]
  /** Bits of each word's place: QUOTED, GOES_ON, TIED, OPENS, LISTED. */
  readonly places: Uint8Array
}

/** It stands in a quotation. */
export const QUOTED = 1
/** The next word goes on with the same name: both capital, with nothing but a space between. */
export const GOES_ON = 2
/** A number that is tied to the next one by a dash: "2-1". */
export const TIED = 4
/** It opens a sentence or a line, or follows an opening mark: its capital says nothing. */
export const OPENS = 8

export function readText(text: string, language: string | null): ReadText {
  const { forms, starts } = wordsOfText(text, language)
  const places = new Uint8Array(forms.length)
  const spans = quotedSpans(text)
  let span = 0
  for (let at = 0; at < forms.length; at++) {
    const form = forms[at]!
    const start = starts[at]!
    while (span < spans.length && spans[span]!.end <= start) span++
    if (span < spans.length && spans[span]!.start <= start) places[at]! |= QUOTED
    if (!form.isCapital && !form.isDigit) continue
    if (form.isCapital && opensSentence(text, start)) places[at]! |= OPENS
    const end = start + form.raw.length
    const next = forms[at + 1]
    if (next === undefined || starts[at + 1] !== end + 1) continue
    const between = text.charCodeAt(end)
    if (form.isCapital && next.isCapital && between === SPACE) places[at]! |= GOES_ON
    if (form.isDigit && next.isDigit && (between === HYPHEN || between === EN_DASH)) places[at]! |= TIED
  }
  markListRows(text, forms, starts, places)
  return { forms, places }
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
