import background from '../../model/frequencies-en.json' with { type: 'json' }
import { nameKey } from '../entities/name-key.ts'
import { fold } from './fold.ts'
import { plainDigits } from './plain-digits.ts'
import { stem } from './stem.ts'
import { isStopWord } from './stop-words.ts'

/** Terms remembered. Forgetting them changes no answer. */
const REMEMBERED_MAX = 50_000

const remembered = new Map<string, string>()

/**
 * Form under which inflections of a word meet: Porter's stem for the words English news knows; for all others, which are
 * mostly names, the first letters of the name's key, so that a name is the same in every language that spells it alike.
 * Elsewhere the first letters serve about as well as a stemmer (McNamee and Mayfield, 2004) and need no dictionary.
 *
 * @returns "" for a word that says nothing, e.g. an article of the language.
 */
export function termOf(word: string, language: string | null): string {
  const key = `${language === 'en' ? '' : language}/${word}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const found = makeTerm(word, language)
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(key, found)
  return found
}

const TERM_CHARS = 7
const DIGIT = /^\p{N}/u
const DECIMAL_COMMA = /,(?=\p{N}{1,2}$)/u
const THOUSANDS = /[.,](?=\p{N}{3}(?!\p{N}))/gu

function makeTerm(word: string, language: string | null): string {
  const folded = fold(word)
  // "1,400" and "1.400" are one number, and so are "6,4" and "6.4".
  if (DIGIT.test(folded)) return plainDigits(folded).replace(THOUSANDS, '').replace(DECIMAL_COMMA, '.')
  if (language === 'en') {
    const stemmed = stem(word, language)
    if (ENGLISH.has(stemmed)) return stemmed
  } else if (isStopWord(word, language)) return ''
  return (nameKey(word) || folded).slice(0, TERM_CHARS)
}

const ENGLISH: ReadonlySet<string> = new Set(
  (background.stems as [number, string][]).flatMap(([, stems]) => stems.split(' ')),
)
