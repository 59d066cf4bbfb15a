import type { Lexicon, Meaning } from './lexicon.ts'

/** Texts are cut here: a date line is short, and the work per character is not free. */
export const DATE_CHARS_MAX = 250

/** A piece of folded text with its offsets. `meanings` by number of language in the lexicon. */
export type Token = { start: number; end: number } & (
  | { kind: 'number'; value: number; digits: number }
  | { kind: 'word'; entries: readonly { meaning: Meaning; languages: ReadonlySet<number>; isAbbreviated: boolean }[] }
  | { kind: 'unknown' }
  | { kind: 'mark'; text: string }
)

/** Scripts written without spaces, and Hangul, whose particles cling to the word: a word may end anywhere. */
const RUN_ON =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u
const LETTER = /[\p{L}\p{M}]/u

/**
 * Cuts folded text into numbers, words that mean something in some language's dates, other words and marks.
 * The longest known word wins.
 */
export function tokenize(folded: string, known: Lexicon): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < folded.length && at < DATE_CHARS_MAX; ) {
    const char = folded[at]!
    if (char === ' ') {
      at += 1
      continue
    }
    const word = longestWord(known, folded, at)
    if (word !== null) {
      tokens.push({ start: at, end: word.end, kind: 'word', entries: word.entries })
      at = word.end
      continue
    }
    const digits = /^\d+/.exec(folded.slice(at, at + 20))?.[0]
    if (digits !== undefined) {
      tokens.push({ start: at, end: at + digits.length, kind: 'number', value: Number(digits), digits: digits.length })
      at += digits.length
      continue
    }
    if (!LETTER.test(char)) {
      const isPair = char >= '\ud800' && char <= '\udbff'
      tokens.push({ start: at, end: at + (isPair ? 2 : 1), kind: 'mark', text: char })
      at += isPair ? 2 : 1
      continue
    }
    let end = at + 1
    while (end < folded.length && /[\p{L}\p{M}']/u.test(folded[end]!) && !RUN_ON.test(char)) end += 1
    const stem = inflected(known, folded.slice(at, end))
    tokens.push(stem === null ? { start: at, end, kind: 'unknown' } : { start: at, end, kind: 'word', entries: stem })
    at = end
  }
  return tokens
}

/** "maanantaina", "studenom": a name of a month or day with another ending than ICU lists. */
function inflected(known: Lexicon, word: string): (Token & { kind: 'word' })['entries'] | null {
  // Hebrew writes its prepositions on to the word.
  const hebrew = /^[בהלמו]/u.test(word) ? known.entries.get(word.slice(1)) : undefined
  if (hebrew !== undefined) return hebrew
  for (let cut = 1; cut <= 3 && word.length - cut >= 5; cut += 1) {
    const entries = known.entries
      .get(word.slice(0, -cut))
      ?.filter(({ meaning }) => meaning.kind === 'month' || meaning.kind === 'weekday')
    if (entries !== undefined && entries.length > 0) return entries.map((entry) => ({ ...entry, isAbbreviated: true }))
  }
  return null
}

function longestWord(known: Lexicon, text: string, at: number) {
  const longest = known.lengths.get(text[at]!) ?? 0
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    const end = at + length
    const last = text[end - 1]!
    const next = text[end]
    if (next !== undefined && LETTER.test(next) && LETTER.test(last) && !RUN_ON.test(last)) continue
    if (next !== undefined && /\d/.test(next) && /\d/.test(last)) continue
    const before = text[at - 1]
    if (
      before !== undefined &&
      LETTER.test(before) &&
      LETTER.test(text[at]!) &&
      !RUN_ON.test(text[at]!) &&
      !RUN_ON.test(before)
    )
      return null
    const entries = known.entries.get(text.slice(at, end))
    if (entries !== undefined) return { end, entries }
  }
  return null
}

/** What a word means in one language, if it means anything there: whole words before abbreviations people make. */
export function meaningIn(token: Token, language: number, kind?: Meaning['kind']): Meaning | null {
  if (token.kind !== 'word') return null
  for (const { meaning, languages } of token.entries) {
    if (languages.has(language) && (kind === undefined || meaning.kind === kind)) return meaning
  }
  return null
}

/**
 * Languages that the words of a text belong to, the likeliest first: those asked for, then by how many of its words they
 * know, then by how common they are.
 */
export function languagesOf(
  tokens: readonly Token[],
  asked: string | null,
  known: Lexicon,
): { language: number; known: number }[] {
  const counts = new Map<number, number>()
  for (const token of tokens) {
    if (token.kind !== 'word') continue
    // A made-up abbreviation is half the evidence that a word of the language is.
    const here = new Map<number, number>()
    for (const { meaning, languages, isAbbreviated } of token.entries) {
      if (meaning.kind === 'filler') continue
      for (const language of languages) here.set(language, Math.max(here.get(language) ?? 0, isAbbreviated ? 0.5 : 1))
    }
    for (const [language, weight] of here) counts.set(language, (counts.get(language) ?? 0) + weight)
  }
  const wanted = askedIndexes(asked, known)
  return [...counts]
    .map(([language, weight]) => ({ language, known: weight }))
    .sort(
      (a, b) =>
        Number(wanted.has(b.language)) - Number(wanted.has(a.language)) || b.known - a.known || a.language - b.language,
    )
}

function askedIndexes(asked: string | null, { languages }: Lexicon): Set<number> {
  if (asked === null) return new Set()
  const primary = asked.toLowerCase().split(/[-_]/)[0]!
  const same = primary === 'no' ? 'nb' : primary === 'iw' ? 'he' : primary === 'sh' ? 'sr' : primary
  return new Set(languages.flatMap((language, index) => (language.split('-')[0] === same ? [index] : [])))
}
