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
}

export function readText(text: string, language: string | null): ReadText {
  const { forms, starts } = wordsOfText(text, language)
  const quoted = new Uint8Array(forms.length)
  const goesOn = new Uint8Array(forms.length)
  const tied = new Uint8Array(forms.length)
  const spans = quotedSpans(text)
  let span = 0
  for (let at = 0; at < forms.length; at++) {
    const form = forms[at]!
    const start = starts[at]!
    while (span < spans.length && spans[span]!.end <= start) span++
    if (span < spans.length && spans[span]!.start <= start) quoted[at] = 1
    if (!form.isCapital && !form.isDigit) continue
    const end = start + form.raw.length
    const next = forms[at + 1]
    if (next === undefined || starts[at + 1] !== end + 1) continue
    const between = text.charCodeAt(end)
    if (form.isCapital && next.isCapital && between === SPACE) goesOn[at] = 1
    if (form.isDigit && next.isDigit && (between === HYPHEN || between === EN_DASH)) tied[at] = 1
  }
  return { forms, quoted, goesOn, tied }
}

const SPACE = 0x20
const HYPHEN = 0x2d
const EN_DASH = 0x2013

/** Stems of a text's words in order; "" for a word that says nothing. */
export function stemsOf(text: string, language: string | null): string[] {
  return wordsOfText(text, language).forms.map(({ term }) => term)
}
