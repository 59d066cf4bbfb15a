import { endsInOpenScript, endsSentence, wordCount } from './text-line.ts'

const FRAGMENT_WORDS_MIN = 8
const OPEN_CHARS_MIN = 40

/**
 * Whether an empty line broke a sentence: the first half stops within it and the second goes on.
 *
 * What goes on in small letters or with a closing mark always does. Otherwise the open sentence must be of some length: a
 * few words left over after a full stop are a text cut off, not a sentence broken in two.
 */
export function isBrokenSentence(first: string, second: string): boolean {
  if (endsSentence(first) || endsInOpenScript(first) || first.length < OPEN_CHARS_MIN || /[:：]["”»]?$/u.test(first))
    return false
  if (/^[\p{Ll},;)\]”»]/u.test(second)) return true
  if (!endsSentence(second)) return false
  const open = first.slice(lastSentenceEnd(first))
  return wordCount(open) >= FRAGMENT_WORDS_MIN
}

function lastSentenceEnd(text: string): number {
  let end = 0
  for (const match of text.matchAll(/[.!?…。！？।॥؟۔]["”’»)]*(?:\s+(?=[\p{Lu}\p{Lo}"“«„])|(?<=[。！？]))/gu))
    end = match.index + match[0].length
  return end
}

/** Two halves of a sentence as one; in scripts without spaces nothing is put between. */
export function joined(first: string, second: string): string {
  const isUnspaced =
    /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]$/u.test(first) &&
    /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u.test(second)
  return isUnspaced || /^[,;)\]”»]/u.test(second) ? first + second : `${first} ${second}`
}
