/** Only so much of a text is read: the longest news features have about 60,000 characters. */
export const TEXT_CHARS_MAX = 60_000

/** A word or number as printed; `start` is its UTF-16 offset. */
export type Word = { readonly raw: string; readonly start: number }

/**
 * Words and numbers in reading order. Numbers keep their inner points and commas ("1,250.5"), abbreviations lose their
 * points ("U.S." is "US"), a possessive 's is cut. Scripts that write without spaces are read in pairs of characters.
 */
export function wordsOf(text: string, wordsMax = Number.POSITIVE_INFINITY): Word[] {
  const words: Word[] = []
  const read = text.length > TEXT_CHARS_MAX ? text.slice(0, TEXT_CHARS_MAX) : text
  for (const match of read.matchAll(WORD)) {
    if (words.length >= wordsMax) break
    const raw = match[0]
    if (UNSPACED.test(raw)) {
      for (const pair of pairsOf(raw)) words.push({ raw: pair.raw, start: match.index + pair.start })
    } else words.push({ raw: clean(raw), start: match.index })
  }
  return words
}

// Alternatives start with different characters or are bounded, so that no text makes the match slower than linear.
const WORD = /\p{N}+(?:[.,:]\p{N}+)*\p{L}*|(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const POSSESSIVE = /['’][sS]$/

function clean(raw: string): string {
  if (raw.endsWith('.')) return raw.replaceAll('.', '')
  return raw.includes("'") || raw.includes('’') ? raw.replace(POSSESSIVE, '') : raw
}

function pairsOf(run: string): Word[] {
  if (run.length < 3) return [{ raw: run, start: 0 }]
  const pairs: Word[] = []
  for (let at = 0; at + 1 < run.length; at++) pairs.push({ raw: run.slice(at, at + 2), start: at })
  return pairs
}
