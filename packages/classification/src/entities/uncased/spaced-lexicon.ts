import { countryNames } from '@dateline/domain'
import { SAYING } from '../saying-words.ts'
import { SPACED_WORDS } from './spaced-words.ts'
import type { SpacedWords } from './words-of-script.ts'

/** A word of a text. `isJoined`: only a space stands before it; `isOpen`: no sentence or quotation ends there. */
export type Token = {
  readonly raw: string
  readonly start: number
  readonly isJoined: boolean
  readonly isOpen: boolean
  /** The word, and what it is without the small words that may be written onto it, with how many characters those have. */
  readonly forms: readonly { readonly word: string; readonly cut: number }[]
}

/** A name of several words that a language's news know. */
export type Phrase = { readonly words: readonly string[]; readonly kind: 'place' | 'organisation' }

/** The words of a language, and its names by their first word, longest first. */
export type Lexicon = SpacedWords & { readonly phrases: ReadonlyMap<string, readonly Phrase[]> }

const known = new Map<string, Lexicon>()

/** @returns null for a language that `SPACED_WORDS` does not know. */
export function spacedLexicon(language: string): Lexicon | null {
  const words = SPACED_WORDS[language]
  if (words === undefined) return null
  let lexicon = known.get(language)
  if (lexicon === undefined) {
    const places = [...words.places, ...countryNames(language)].filter((name) => !words.plain.has(name))
    const all = [
      ...places.map((name): Phrase => ({ words: name.split(' '), kind: 'place' })),
      ...words.bodies.map((name): Phrase => ({ words: name.split(' '), kind: 'organisation' })),
    ].sort((a, b) => b.words.length - a.words.length)
    lexicon = { ...words, phrases: Map.groupBy(all, (phrase) => phrase.words[0]!) }
    known.set(language, lexicon)
  }
  return lexicon
}

const TOKENS_MAX = 10_000
const TOKEN = /[\p{L}\p{M}]+(?:["״'׳’\u200c-][\p{L}\p{M}]+)*/gu

export function readTokens(text: string, { prefixes, endings, article }: SpacedWords): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const { 0: raw, index: start } of text.matchAll(TOKEN)) {
    const between = text.slice(end, start)
    const isJoined = between === ' ' || between === '\u00a0'
    tokens.push({ raw, start, isJoined, isOpen: isJoined || /^[,،] $/.test(between), forms: formsOf(raw) })
    end = start + raw.length
    if (tokens.length >= TOKENS_MAX) break
  }
  return tokens

  function formsOf(raw: string): Token['forms'] {
    const cut = prefixes.filter((prefix) => raw.startsWith(prefix) && raw.length >= prefix.length + LETTERS_LEFT_MIN)
    // Arabic "to the" is written لل, and is the article with one letter less.
    return [
      { word: raw, cut: 0 },
      ...cut.map((prefix) =>
        prefix.endsWith('لل')
          ? { word: `${article}${raw.slice(prefix.length)}`, cut: prefix.length - 1 }
          : { word: raw.slice(prefix.length), cut: prefix.length },
      ),
      ...endings
        .filter(([ending]) => raw.endsWith(ending) && raw.length >= ending.length + LETTERS_LEFT_MIN)
        .map(([ending, instead]) => ({ word: raw.slice(0, -ending.length) + instead, cut: 0 })),
    ]
  }
}

/** What is left of a word whose first letters are read as small words. */
const LETTERS_LEFT_MIN = 2

export const isOneOf = ({ forms }: Token, words: ReadonlySet<string>): boolean =>
  forms.some(({ word }) => words.has(word))

export const isSaying = (token: Token): boolean => isOneOf(token, SAYING)
