import { formsOf, type WordForm } from './word-forms.ts'
import { scanWords, type Word, wordsOf } from './words.ts'

/** The words of a text in reading order: their forms, and where they start (UTF-16 offsets). */
export type TextWords = { readonly forms: readonly WordForm[]; readonly starts: Uint16Array }

/** Later words add little to what an article is about, and nothing to whose copy it is. */
export const WORDS_MAX = 1_500

type Kept = TextWords & { readonly text: string; readonly language: string | null }

/** Topics, key terms, copies and stories read the same title, standfirst and text: the last ones are kept. */
const KEPT_MAX = 4
const kept: Kept[] = []

/** The words of the text that is being read: lists that grow with each text would be made anew several times over. */
const formsRead: WordForm[] = []
const startsRead = new Uint16Array(WORDS_MAX)

/** Words of a text, up to WORDS_MAX. */
export function wordsOfText(text: string, language: string | null): TextWords {
  for (const known of kept) if (known.language === language && known.text === text) return known
  const formOf = formsOf(language)
  let words = 0
  scanWords(text, WORDS_MAX, (start, end) => {
    startsRead[words] = start
    formsRead[words++] = formOf(text, start, end)
  })
  const read: Kept = { text, language, forms: formsRead.slice(0, words), starts: startsRead.slice(0, words) }
  if (kept.length >= KEPT_MAX) kept.shift()
  kept.push(read)
  return read
}

/** As `wordsOf`, of the same words where they are few enough to have been read: an article's mostly are. */
export function allWordsOf(text: string, language: string | null): Word[] {
  const { forms, starts } = wordsOfText(text, language)
  return forms.length < WORDS_MAX ? forms.map(({ raw }, at) => ({ raw, start: starts[at]! })) : wordsOf(text)
}
