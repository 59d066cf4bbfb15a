import { eld } from 'eld/large'
import { FUNCTION_WORD, wordKey } from '../topics/text-features.ts'
import { topicModel } from '../topics/topic-model.ts'
import { COMMON_WORDS, TELLING_WORDS } from './common-words.ts'

/** Only so many characters are looked at: more change no answer. */
const CHARS_MAX = 2_000

/** Letters below which a text says too little of its language. */
const LETTERS_MIN = 8

/** Share of words that are common words of a language where n-grams know none for sure; and where they name another. */
const COMMON_SHARE_MIN = 0.15
const COMMON_SHARE_AGAINST_NGRAMS_MIN = 0.34

/** Share of a text's words that only the one of two close languages has. */
const TELLING_SHARE_MIN = 0.05

/** Share of words known from English news above which a doubtful text is English; and where n-grams name another language. */
const ENGLISH_SHARE_MIN = 0.75
const ENGLISH_SHARE_AGAINST_NGRAMS_MIN = 0.95

/** Texts of fewer letters are looked up word by word as well: n-grams of a headline may come from its names. */
const SHORT_LETTERS_MAX = 90

export type Language = { readonly code: string; readonly probability: number }

/**
 * Language of a text: ISO 639-1, or 639-3 where there is none ("pcm").
 *
 * Scripts that serve one language decide by themselves; n-grams know 60 languages; lists of common words know 14 more.
 *
 * @returns null: unknown.
 */
export function detectLanguage(text: string): Language | null {
  const read = text.slice(0, CHARS_MAX)
  const letters = read.match(/\p{L}/gu)?.length ?? 0
  if (letters < LETTERS_MIN) return null
  const byScript = languageOfScript(read, letters)
  if (byScript !== null) return byScript
  const words = (read.toLowerCase().match(WORD) ?? []).map((word) => word.replaceAll('’', "'"))
  const found = eld.detect(read)
  const isSure = found.language !== '' && found.isReliable()
  const isShort = letters <= SHORT_LETTERS_MAX
  const telling = closeLanguage(found.language, words, isShort)
  if (telling !== null) return telling
  if (found.language !== 'en' || !isSure) {
    const common = commonLanguage(words)
    if (common.share >= (isSure ? COMMON_SHARE_AGAINST_NGRAMS_MIN : COMMON_SHARE_MIN))
      return { code: common.code, probability: round(Math.min(0.99, 0.5 + common.share)) }
    if (!isSure) {
      const shaped = languageOfShape(words, isShort)
      if (shaped !== null) return shaped
    }
    if (!isSure || isShort) {
      const share = englishShare(words)
      if (share >= (isSure ? ENGLISH_SHARE_AGAINST_NGRAMS_MIN : ENGLISH_SHARE_MIN))
        return { code: 'en', probability: round(share) }
    }
  }
  if (!isSure) return null
  return { code: found.language, probability: round(Math.min(1, found.getScores()[found.language] ?? 0)) }
}

const WORD = /\p{L}[\p{L}\p{M}'’]*/gu

/** Scripts in which one language is written in practice, of those that the n-grams do not know. */
const SCRIPTS = [
  { code: 'km', letters: /\p{Script=Khmer}/gu },
  { code: 'my', letters: /\p{Script=Myanmar}/gu },
  { code: 'si', letters: /\p{Script=Sinhala}/gu },
  { code: 'bo', letters: /\p{Script=Tibetan}/gu },
] as const

function languageOfScript(text: string, letters: number): Language | null {
  for (const { code, letters: pattern } of SCRIPTS) {
    const share = (text.match(pattern)?.length ?? 0) / letters
    if (share > 0.5) return { code, probability: round(Math.min(1, share)) }
  }
  return null
}

const LANGUAGES = Object.keys(COMMON_WORDS)
const LANGUAGES_OF = indexWords(LANGUAGES.map((code) => COMMON_WORDS[code]!))
const TELLING = Object.entries(TELLING_WORDS).map(([code, { of, words, weak, letters }]) => ({
  code,
  of,
  words: new Set(words.split(/\s+/)),
  weak: new Set(weak.split(/\s+/)),
  letters,
}))

function indexWords(lists: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  lists.forEach((list, at) => {
    for (const word of new Set(list.split(/\s+/))) index.set(word, [...(index.get(word) ?? []), at])
  })
  return index
}

function closeLanguage(code: string, words: readonly string[], isShort: boolean): Language | null {
  for (const { code: close, of, words: telling, weak, letters } of TELLING) {
    if (of !== code) continue
    const tells = (word: string) => telling.has(word) || (!isShort && weak.has(word)) || letters?.test(word) === true
    const share = words.filter(tells).length / Math.max(1, words.length)
    if (share >= TELLING_SHARE_MIN) return { code: close, probability: round(Math.min(0.99, 0.6 + share)) }
  }
  return null
}

function commonLanguage(words: readonly string[]): { code: string; share: number } {
  const counts = new Float64Array(LANGUAGES.length)
  for (const word of words) for (const at of LANGUAGES_OF.get(word) ?? []) counts[at]!++
  const best = counts.indexOf(Math.max(...counts))
  return { code: LANGUAGES[best]!, share: counts[best]! / Math.max(1, words.length) }
}

/** A text must have so many trigrams, so many of them known, and one language so far before the next. */
const TRIGRAMS_MIN = 12
const SHAPE_SHARE_MIN = 0.35
const SHAPE_SHARE_OF_SHORT_MIN = 0.45
const SHAPE_LEAD_MIN = 1.03

const SHAPES = indexWords(LANGUAGES.map((code) => trigramsOf(COMMON_WORDS[code]!.split(/\s+/)).join(' ')))

/**
 * Languages that build long words of prefixes and suffixes ("ngokutsho", "zvinoreva") have few words in common; their
 * words' beginnings and ends are alike. A trigram counts for less the more languages have it.
 */
function languageOfShape(words: readonly string[], isShort: boolean): Language | null {
  const trigrams = trigramsOf(words)
  if (trigrams.length < TRIGRAMS_MIN) return null
  const sums = new Float64Array(LANGUAGES.length)
  let known = 0
  for (const trigram of trigrams) {
    const languages = SHAPES.get(trigram)
    if (languages === undefined) continue
    known++
    for (const at of languages) sums[at]! += Math.log((1 + LANGUAGES.length) / languages.length)
  }
  if (known < (isShort ? SHAPE_SHARE_OF_SHORT_MIN : SHAPE_SHARE_MIN) * trigrams.length) return null
  const ranked = [...sums.keys()].sort((a, b) => sums[b]! - sums[a]!)
  const [best, second] = [sums[ranked[0]!]!, sums[ranked[1]!]!]
  if (best < SHAPE_LEAD_MIN * second) return null
  return { code: LANGUAGES[ranked[0]!]!, probability: round(best / (best + second)) }
}

/** Of words with their ends marked by "_". */
function trigramsOf(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const marked = `_${word}_`
    return Array.from({ length: Math.max(0, marked.length - 2) }, (_, at) => marked.slice(at, at + 3))
  })
}

/** Function words and words of the topic model's training. */
function englishShare(words: readonly string[]): number {
  const known = words.filter((word) => {
    const key = wordKey(word, 'en')
    return key === FUNCTION_WORD || topicModel.rows.has(key)
  })
  return known.length / Math.max(1, words.length)
}

function round(value: number): number {
  return Math.round(value * 1e3) / 1e3
}
