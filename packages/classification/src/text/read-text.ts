import { hash32 } from './hash.ts'
import { quotedSpans } from './quotations.ts'
import { termOf } from './term.ts'
import { wordsOf } from './words.ts'

/** Later words add little to what an article is about, and nothing to whose copy it is. */
const WORDS_MAX = 1_500

/** A text as grouping reads it: the stems of its words in order, their hashes, and which stand in a quotation. */
export type ReadText = {
  readonly stems: readonly string[]
  readonly hashes: Uint32Array
  readonly quoted: Uint8Array
  /** Whether the next word goes on with the same name: both capital, with nothing but a space between. */
  readonly goesOn: Uint8Array
  /** The words in lower case. */
  readonly lower: readonly string[]
}

export function readText(text: string, language: string | null): ReadText {
  const words = wordsOf(text, WORDS_MAX)
  const lower = words.map(({ raw }) => raw.toLowerCase())
  const stems = lower.map((word) => termOf(word, language))
  const quoted = new Uint8Array(words.length)
  const goesOn = new Uint8Array(words.length)
  const spans = quotedSpans(text)
  let span = 0
  for (let at = 0; at < words.length; at++) {
    const { start } = words[at]!
    while (span < spans.length && spans[span]!.end <= start) span++
    if (span < spans.length && spans[span]!.start <= start) quoted[at] = 1
    const next = words[at + 1]
    const end = start + words[at]!.raw.length
    if (next?.start === end + 1 && text[end] === ' ' && isCapital(words[at]!.raw) && isCapital(next.raw)) goesOn[at] = 1
  }
  return { stems, hashes: Uint32Array.from(stems, (found) => hash32(found)), quoted, goesOn, lower }
}

function isCapital(word: string): boolean {
  const first = word[0]!
  return first !== first.toLowerCase()
}
