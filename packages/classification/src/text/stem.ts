import { stemmer as porter } from '@orama/stemmers/english'
import { fold } from './fold.ts'

/** Stems remembered, so that a common word is stemmed once. Forgetting them changes no answer. */
const REMEMBERED_MAX = 50_000

const remembered = new Map<string, string>()

/**
 * Form under which inflections of a word meet: Porter's stem in English; elsewhere the first letters, which serves
 * inflecting languages about as well for retrieval (McNamee and Mayfield, 2004) and needs no dictionary.
 */
export function stem(word: string, language: string | null): string {
  const key = language === 'en' ? word : `${word}/`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const folded = fold(word)
  const isNumber = folded.charCodeAt(0) < 58
  const found = isNumber ? folded : language === 'en' ? porter(folded) : folded.slice(0, STEM_CHARS)
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(key, found)
  return found
}

const STEM_CHARS = 6
