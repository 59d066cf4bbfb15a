import { eld } from 'eld/large'

/** Only so many characters are looked at: more change no answer. */
const CHARS_MAX = 4_000

/** Letters below which a text says too little of its language. */
const LETTERS_MIN = 8

/**
 * Language of a text: ISO 639-1.
 *
 * @returns null: unknown.
 */
export function detectLanguage(text: string): { code: string; probability: number } | null {
  const read = text.slice(0, CHARS_MAX)
  if ((read.match(/\p{L}/gu)?.length ?? 0) < LETTERS_MIN) return null
  const found = eld.detect(read)
  if (found.language === '' || !found.isReliable()) return null
  return { code: found.language, probability: Math.min(1, found.getScores()[found.language] ?? 0) }
}
