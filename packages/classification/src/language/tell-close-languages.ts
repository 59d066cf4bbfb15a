import { CONTESTS, TELLING_LETTERS, TELLING_LETTERS_SHARE_MIN, UZBEK } from './close-languages.ts'

/** The language that a text's letters decide, where only one alphabet has them; null: they do not. */
export function languageOfLetters(text: string, letters: number): string | null {
  const lower = text.toLowerCase()
  for (const { code, letters: own, without } of TELLING_LETTERS) {
    if (countIn(lower, own) >= leastOf(letters) && without?.test(lower) !== true) return code
  }
  return null
}

export function isUzbek(text: string, letters: number, words: readonly string[]): boolean {
  return countIn(text.toLowerCase(), UZBEK.letters) >= leastOf(letters) && words.some((word) => UZBEK.words.has(word))
}

function countIn(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0
}

/** One such letter may be of a foreign name. */
function leastOf(letters: number): number {
  return Math.max(2, TELLING_LETTERS_SHARE_MIN * letters)
}

/** Exact words and beginnings of words of one language. */
type Telling = { readonly code: string; readonly words: ReadonlySet<string>; readonly starts: readonly string[] }

const TELLING: ReadonlyMap<string, { readonly others: string; readonly languages: readonly Telling[] }> = new Map(
  Object.entries(CONTESTS).map(([code, { others, words }]) => [
    code,
    { others, languages: Object.entries(words).map(([language, list]) => telling(language, list)) },
  ]),
)

function telling(code: string, list: string): Telling {
  const all = list.split(/\s+/)
  return {
    code,
    words: new Set(all.filter((word) => !word.endsWith('*'))),
    starts: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  }
}

/** Which of several close languages has most of its own words in a text; null: the n-grams' answer stands for one only. */
export function closestOf(code: string, words: readonly string[]): string | null {
  const contest = TELLING.get(code)
  if (contest === undefined) return null
  let best = contest.others
  let most = countOf(
    contest.languages.find((language) => language.code === best),
    words,
  )
  for (const language of contest.languages) {
    const count = countOf(language, words)
    if (count > most) {
      best = language.code
      most = count
    }
  }
  return best
}

function countOf(language: Telling | undefined, words: readonly string[]): number {
  if (language === undefined) return 0
  return words.filter((word) => language.words.has(word) || language.starts.some((start) => word.startsWith(start)))
    .length
}
