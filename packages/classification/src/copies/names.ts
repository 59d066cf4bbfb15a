import { findEntities } from '../entities/find-entities.ts'
import { numberWordsOf } from '../entities/number-words.ts'
import { fold } from '../text/fold.ts'
import { wordsOf } from '../text/words.ts'

/** Names of one sentence that the other does not mention in any form. */
export function unmentionedNames(sentence: string, other: string, language: string | null): string[] {
  // "Russian" mentions Russia, and "Organisation" is "Organization": the beginnings of words are compared.
  const words = wordsOf(other).map(({ raw }) => raw)
  const beginnings = new Set(words.map(beginningOf))
  const initials = initialsOf(words)
  const isMentioned = (name: string): boolean => {
    // "UN", where the other has "United Nations", and the other way round.
    if (ACRONYM.test(name) && initials.includes(name)) return true
    const all = wordsOf(name).map(({ raw }) => raw)
    if (all.length > 1 && words.includes(initialsOf(all))) return true
    const capitals = all.filter(isCapital)
    const own = capitals.length === 0 ? all : capitals
    const known = own.filter((word) => beginnings.has(beginningOf(word))).length
    return known > 0 && known * NAMED_MIN >= own.length
  }
  return (
    findEntities(sentence, language)
      .filter(({ kind }) => kind !== 'number' && kind !== 'date' && kind !== 'quotation')
      // The first word of a sentence has a capital whether it is a name or not.
      .filter(({ name }) => name.includes(' ') || !sentence.startsWith(name))
      .filter(({ name }) => !isMentioned(name) && !wordsOf(name).some(({ raw }) => isUnit(raw, language)))
      .map(({ name }) => name)
  )
}

/** Of a name with so many words one is enough: a surname for the whole. "Ottilie Brandt of Harrow" is not named by "Harrow". */
const NAMED_MIN = 2

function isCapital(word: string): boolean {
  return word[0] !== word[0]!.toLowerCase()
}

const ACRONYM = /^\p{Lu}{2,6}$/u

function initialsOf(words: readonly string[]): string {
  return words
    .filter(isCapital)
    .map((word) => word[0])
    .join('')
}

/** Not names, though German writes them so. */
const UNITS = new Set('euro euros dollar dollars celsius fahrenheit prozent mio mrd'.split(' '))

function isUnit(word: string, language: string | null): boolean {
  const lower = word.toLowerCase()
  return UNITS.has(lower) || Object.hasOwn(numberWordsOf(language).scales, lower)
}

const BEGINNING_CHARS = 5

function beginningOf(word: string): string {
  return fold(word).slice(0, BEGINNING_CHARS)
}
