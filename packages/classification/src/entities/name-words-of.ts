import { countryNames } from '@dateline/domain'
import { fold } from '../text/fold.ts'
import { GIVEN_NAMES } from './given-names.ts'
import type { LocalWords } from './local/local-words.ts'
import { LOCAL_WORDS } from './local/words-by-language.ts'
import {
  BODY_JOINERS,
  BODY_NOUNS,
  BODY_WORDS,
  COUNTRIES,
  JOINERS,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  PLACE_WORDS,
  PLACES_AFTER,
  TITLES,
} from './name-words.ts'
import { SPACED_WORDS } from './uncased/spaced-words.ts'

type Words = ReadonlySet<string>

/** What tells names in a text: what is known of all languages, and what of its own. */
export type NameWords = Pick<
  LocalWords,
  'isGivenLast' | 'isFirstAlone' | 'isSuffixApart' | 'areNamesOfTwo' | 'locative' | 'notPlace' | 'bodies'
> & {
  readonly titles: Words
  readonly offices: Words
  readonly joiners: Words
  readonly bodyWords: Words
  readonly bodyJoiners: Words
  readonly bodyNouns: Words
  readonly placeNouns: Words
  readonly placeWords: Words
  /** Of the language's own words for bodies, some are function words too. */
  readonly ownBodyWords: Words
  readonly placesAfter: Words
  /** Whether a word, as `fold` writes it, is a common given name, in any case. */
  readonly isGiven: (folded: string) => boolean
  /** Whether a name in lower case is a country's or that of a place that everybody knows, in any case. */
  readonly isCountry: (lower: string) => boolean
  /** A name without the endings by which it is declined; null: the language does not decline names. */
  readonly stemOf: ((name: string) => string) | null
  readonly nominative: RegExp | null
}

const NONE: Words = new Set()
const known = new Map<string, NameWords>()

/** @param language ISO 639 code; null: read as English. */
export function nameWordsOf(language: string | null): NameWords {
  const key = language ?? 'en'
  let words = known.get(key)
  if (words === undefined) {
    words = makeWords(key)
    known.set(key, words)
  }
  return words
}

function makeWords(language: string): NameWords {
  const local = LOCAL_WORDS[language]
  const placesAfter = language === 'en' ? PLACE_PREPOSITIONS : (PLACES_AFTER[language] ?? NONE)
  const all: NameWords = {
    titles: TITLES,
    offices: NONE,
    joiners: JOINERS,
    bodyWords: BODY_WORDS,
    bodyJoiners: BODY_JOINERS,
    bodyNouns: BODY_NOUNS,
    placeNouns: PLACE_NOUNS,
    placesAfter,
    placeWords: PLACE_WORDS,
    ownBodyWords: NONE,
    isGiven: (folded) => GIVEN_NAMES.has(folded),
    isCountry: (lower) => COUNTRIES.has(lower),
    stemOf: null,
    nominative: null,
  }
  const endings = SPACED_WORDS[language]?.endings ?? []
  if (endings.length > 0) return { ...all, stemOf: (name) => withoutEnding(name, endings) }
  if (local === undefined) return all
  const { isGivenLast, isFirstAlone, isSuffixApart, areNamesOfTwo, locative, notPlace, bodies } = local
  const { stemming, nominative = null } = local
  const stem = stemming === undefined ? null : (word: string) => stemOfWord(fold(word), stemming)
  const given = joined(GIVEN_NAMES, local.given)
  const places = [...countryNames(language), ...(local.places?.split(' ') ?? [])]
  const countries = new Set([...COUNTRIES, ...places.map((name) => name.toLowerCase().replaceAll('_', ' '))])
  return {
    ...all,
    ...(isGivenLast && { isGivenLast }),
    ...(isFirstAlone && { isFirstAlone }),
    ...(isSuffixApart && { isSuffixApart }),
    ...(areNamesOfTwo && { areNamesOfTwo }),
    ...(locative && { locative }),
    ...(notPlace && { notPlace }),
    ...(bodies && { bodies }),
    titles: joined(TITLES, local.titles),
    offices: joined(NONE, local.offices),
    bodyWords: joined(BODY_WORDS, local.bodyWords),
    joiners: joined(JOINERS, local.joiners),
    ownBodyWords: joined(NONE, local.bodyWords),
    placeWords: joined(PLACE_WORDS, local.placeWords),
    bodyJoiners: joined(BODY_JOINERS, local.bodyJoiners),
    bodyNouns: joined(BODY_NOUNS, local.bodyNouns),
    placeNouns: joined(PLACE_NOUNS, local.placeNouns),
    placesAfter: joined(placesAfter, local.placesAfter),
    isGiven: isOneOf(new Set([...given].filter((name) => !local.notGiven?.split(' ').includes(name))), stem),
    isCountry: isOneOf(countries, stem),
    stemOf:
      stem === null
        ? null
        : (name) =>
            name
              .split(/[\s\u00a0]+/u)
              .map(stem)
              .join(' '),
    nominative,
  }
}

function joined(all: Words, own: string | undefined): Words {
  return own === undefined ? all : new Set([...all, ...own.trim().split(/\s+/u)])
}

/** Shorter ones are the beginning of too much else. */
const STEM_CHARS_MIN = 4

/** Whether a word is one of a set, or is another case of one. */
function isOneOf(words: Words, stem: ((word: string) => string) | null): (word: string) => boolean {
  if (stem === null) return (word) => words.has(word)
  const stems = new Set([...words].map(stem).filter(({ length }) => length >= STEM_CHARS_MIN))
  return (word) => words.has(word) || stems.has(stem(word))
}

/** In scripts without capitals the last word of a name is declined. */
function withoutEnding(name: string, endings: readonly (readonly [string, string])[]): string {
  const found = endings.find(([ending]) => name.endsWith(ending))
  return found === undefined ? name : name.slice(0, -found[0].length) + found[1]
}

/** Of which at least so much is left. */
const STEM_LEFT_MIN = 3

function stemOfWord(folded: string, stemming: readonly (readonly [RegExp, string])[]): string {
  return stemming.reduce((word, [pattern, replacement]) => {
    const shorter = word.replace(pattern, replacement)
    return shorter.length < STEM_LEFT_MIN ? word : shorter
  }, folded)
}
