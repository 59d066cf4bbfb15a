import { quotedSpans } from './quotations.ts'
import { formsOf, type WordForm } from './word-forms.ts'
import { scanWords } from './words.ts'

/** Later words add little to what an article is about, and nothing to whose copy it is. */
const WORDS_MAX = 1_500

/** A text as grouping reads it: the stems of its words in order, their hashes, and which stand in a quotation. */
export type ReadText = {
  readonly stems: readonly string[]
  readonly hashes: Uint32Array
  readonly quoted: Uint8Array
  /** Whether the next word goes on with the same name: both capital, with nothing but a space between. */
  readonly goesOn: Uint8Array
  /** Whether a number is tied to the next one by a dash: "2-1". */
  readonly tied: Uint8Array
  /** The words in lower case. */
  readonly lower: readonly string[]
}

export function readText(text: string, language: string | null): ReadText {
  const formOf = formsOf(language)
  const forms: WordForm[] = []
  const starts: number[] = []
  scanWords(text, WORDS_MAX, (start, end) => {
    starts.push(start)
    forms.push(formOf(text, start, end))
  })
  const hashes = new Uint32Array(forms.length)
  const quoted = new Uint8Array(forms.length)
  const goesOn = new Uint8Array(forms.length)
  const tied = new Uint8Array(forms.length)
  const spans = quotedSpans(text)
  let span = 0
  for (let at = 0; at < forms.length; at++) {
    const form = forms[at]!
    const start = starts[at]!
    hashes[at] = form.hash
    while (span < spans.length && spans[span]!.end <= start) span++
    if (span < spans.length && spans[span]!.start <= start) quoted[at] = 1
    const end = start + form.raw.length
    if (form.isCapital && starts[at + 1] === end + 1 && text[end] === ' ' && forms[at + 1]!.isCapital) goesOn[at] = 1
    const isTied = starts[at + 1] === end + 1 && (text[end] === '-' || text[end] === '–')
    if (isTied && isDigit(form.raw) && isDigit(forms[at + 1]!.raw)) tied[at] = 1
  }
  const stems = forms.map(({ term }) => term)
  return { stems, hashes, quoted, goesOn, tied, lower: forms.map(({ lower }) => lower) }
}

function isDigit(word: string): boolean {
  const unit = word.charCodeAt(0)
  return unit >= 0x30 && unit <= 0x39
}
