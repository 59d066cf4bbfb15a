import { peopleIn } from './people-by-witness.ts'
import { isOneOf, type Lexicon, readTokens, spacedLexicon, type Token } from './spaced-lexicon.ts'
import type { Stretch, UncasedName } from './uncased-name.ts'

const NAMES_MAX = 200

/**
 * Names in Arabic, Hebrew and Hindi, where no capital marks them: people for whom two witnesses stand (see `peopleIn`), bodies that are
 * known or that a noun like "ministry" names, countries by CLDR, and places that are listed or that a noun like "river" names.
 *
 * @returns none for other languages.
 */
export function findSpacedNames(text: string, language: string): UncasedName[] {
  const lexicon = spacedLexicon(language)
  if (lexicon === null) return []
  const tokens = readTokens(text, lexicon)
  const taken = new Uint8Array(tokens.length)
  const found: UncasedName[] = []
  for (const { from, end, ...name } of [
    ...peopleIn(tokens, lexicon),
    ...bodiesIn(tokens, lexicon),
    ...placesIn(tokens, lexicon),
  ]) {
    if (found.length >= NAMES_MAX) break
    if (taken.subarray(from, end).includes(1)) continue
    taken.fill(1, from, end)
    found.push(name)
  }
  return found
}

const BODY_WORDS_MAX = 3

function* bodiesIn(tokens: readonly Token[], lexicon: Lexicon): Generator<Stretch> {
  const { bodyNouns, clubs } = lexicon
  for (const [at, token] of tokens.entries()) {
    if (isOneOf(token, bodyNouns.before) && isNamedBehind(tokens, at, lexicon))
      yield stretch(tokens, at, at + 2, 'organisation', bodyNouns.before)
    else if (isOneOf(token, clubs) && mayName(tokens[at + 1], lexicon))
      yield stretch(tokens, at, at + 2, 'organisation', clubs)
    if (isOneOf(token, bodyNouns.behind)) {
      const from = bodyStart(tokens, at, lexicon)
      if (from < at) yield stretch(tokens, from, at + 1, 'organisation', undefined, bodyNouns.behind)
    }
    const place = isOneOf(token, bodyNouns.weak) ? placeBefore(tokens, at, lexicon) : null
    if (place !== null) yield stretch(tokens, place.from, at + 1, 'organisation', undefined, bodyNouns.weak)
  }
}

function* placesIn(tokens: readonly Token[], lexicon: Lexicon): Generator<Stretch> {
  const { placeNouns } = lexicon
  for (const [at, token] of tokens.entries()) {
    const phrase = phraseAt(tokens, at, lexicon)
    if (phrase !== null) yield phrase
    if (isOneOf(token, placeNouns.before) && isNamedBehind(tokens, at, lexicon))
      yield stretch(tokens, at + 1, at + 2, 'place')
    if (placeNouns.behind.has(token.raw) && bodyStart(tokens, at, lexicon) === at - 1)
      yield stretch(tokens, at - 1, at, 'place')
  }
}

function mayName(token: Token | undefined, { plain, stops }: Lexicon): token is Token {
  return token?.isJoined === true && !plain.has(token.raw) && !stops.has(token.raw)
}

/** Behind a noun stands a name if it is known, or has the article that the noun has not. */
function isNamedBehind(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const next = tokens[at + 1]
  if (!mayName(next, lexicon)) return false
  return (lexicon.article !== '' && next.raw.startsWith(lexicon.article)) || phraseAt(tokens, at + 1, lexicon) !== null
}

/** Index of the first word of a body's name that ends with a noun: up to three words before it, back to a function word. */
function bodyStart(tokens: readonly Token[], noun: number, { plain, stops, titles }: Lexicon): number {
  let from = noun
  while (from > 0 && noun - from < BODY_WORDS_MAX && tokens[from]!.isJoined) {
    const { raw } = tokens[from - 1]!
    if (stops.has(raw) || titles.has(raw)) break
    if (plain.has(raw)) return noun
    from -= 1
  }
  return from
}

/** The place that ends right before a word. */
function placeBefore(tokens: readonly Token[], at: number, lexicon: Lexicon): Stretch | null {
  for (const words of [1, 2]) {
    const phrase = at < words ? null : phraseAt(tokens, at - words, lexicon)
    if (phrase?.end === at && phrase.kind === 'place') return phrase
  }
  return null
}

function phraseAt(tokens: readonly Token[], at: number, { phrases }: Lexicon): Stretch | null {
  for (const { word, cut } of tokens[at]!.forms) {
    for (const { words, kind } of phrases.get(word) ?? []) {
      const isWhole = words.every(
        (one, n) =>
          n === 0 || (tokens[at + n]?.isJoined === true && isWord(tokens[at + n]!, one, n === words.length - 1)),
      )
      if (isWhole)
        return { from: at, end: at + words.length, start: tokens[at]!.start + cut, name: words.join(' '), kind }
    }
  }
  return null
}

/** The last word of a name may be declined. */
function isWord({ raw, forms }: Token, word: string, isLast: boolean): boolean {
  return raw === word || (isLast && forms.some((form) => form.word === word))
}

/** @param first words of which the first one is, without what is written onto it; and `last`, of which the last one is. */
function stretch(
  tokens: readonly Token[],
  from: number,
  end: number,
  kind: UncasedName['kind'],
  first?: ReadonlySet<string>,
  last?: ReadonlySet<string>,
): Stretch {
  const { forms, start } = tokens[from]!
  const { word, cut } = forms.find((form) => first?.has(form.word)) ?? forms[0]!
  const rest = tokens
    .slice(from + 1, end)
    .map(({ raw, forms: cases }) => cases.find((form) => last?.has(form.word))?.word ?? raw)
  return { from, end, start: start + cut, name: [word, ...rest].join(' '), kind }
}
