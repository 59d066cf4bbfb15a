import { eld } from 'eld/large'
import { classOf, LETTER } from '../text/character-classes.ts'
import { isStopWord } from '../text/stop-words.ts'
import { FUNCTION_WORD, wordKey } from '../topics/text-features.ts'
import { topicModel } from '../topics/topic-model.ts'
import { COMMON_WORDS, TELLING_WORDS } from './common-words.ts'

/** Only so many characters are looked at: more change no answer. */
const CHARS_MAX = 1_000

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
  const read = text.length > CHARS_MAX ? text.slice(0, CHARS_MAX) : text
  const { letters, isPlain, isCyrillic, isOwnScript } = lettersOf(read)
  if (letters < LETTERS_MIN) return null
  const byScript = isOwnScript ? languageOfScript(read, letters) : null
  if (byScript !== null) return byScript
  if (letters > SHORT_LETTERS_MAX) {
    const english = plainEnglishText(read)
    if (english !== null) return english
  }
  const found = eld.detect(read)
  const isSure = found.language !== '' && found.isReliable()
  const isShort = letters <= SHORT_LETTERS_MAX
  if (isSure && !isShort && !CLOSE.has(found.language) && found.language === 'en') return verdictOf(found)
  const byLetters = isCyrillic && isShort ? languageOfCyrillic(read, found.language) : null
  if (byLetters !== null) return byLetters
  const words = (read.match(WORD) ?? []).map((word) => word.replaceAll('’', "'"))
  const lower = words.map((word) => word.toLowerCase())
  const telling = closeLanguage(found.language, lower, isShort)
  if (telling !== null) return telling
  if (found.language !== 'en' || !isSure) {
    const common = commonLanguage(lower)
    if (common.share >= (isSure ? COMMON_SHARE_AGAINST_NGRAMS_MIN : COMMON_SHARE_MIN))
      return { code: common.code, probability: round(Math.min(0.99, 0.5 + common.share)) }
    const plain = isShort && isPlain ? plainEnglish(words, found.language) : 0
    if (plain >= PLAIN_ENGLISH_MIN) return { code: 'en', probability: round(plain * 0.95) }
    if (!isSure) {
      const shaped = languageOfShape(lower, isShort)
      if (shaped !== null) return shaped
    }
    if (!isSure || isShort) {
      const share = englishShare(lower)
      if (share >= (isSure ? ENGLISH_SHARE_AGAINST_NGRAMS_MIN : ENGLISH_SHARE_MIN))
        return { code: 'en', probability: round(share) }
    }
  }
  return isSure ? verdictOf(found) : null
}

function verdictOf(found: ReturnType<typeof eld.detect>): Language {
  return { code: found.language, probability: round(Math.min(1, found.getScores()[found.language] ?? 0)) }
}

/** How many letters a text has, whether all are plain Latin ones, and whether there are such as decide its language. */
function lettersOf(text: string): { letters: number; isPlain: boolean; isCyrillic: boolean; isOwnScript: boolean } {
  let letters = 0
  let foreign = 0
  let cyrillic = 0
  let own = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) {
      if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) letters++
      continue
    }
    if ((classOf(unit) & LETTER) === 0) continue
    letters++
    foreign++
    if (unit >= 0x400 && unit < 0x530) cyrillic++
    if ((unit >= 0xd80 && unit < 0x10a0) || (unit >= 0x1780 && unit < 0x1800)) own++
  }
  return { letters, isPlain: foreign === 0, isCyrillic: cyrillic * 2 > letters, isOwnScript: own > 0 }
}

/**
 * Letters that Ukrainian and Belarusian have and Russian has not, and the other way round. Every twelfth letter or so of a
 * Ukrainian text is one of its own: a headline without any is not Ukrainian.
 */
const NOT_RUSSIAN = /[ґєіїўјљњћђџѓќ]/iu
const NOT_UKRAINIAN = /[ыэёъ]/iu

function languageOfCyrillic(text: string, code: string): Language | null {
  if (code !== 'uk' && code !== 'be' && code !== '') return null
  if (NOT_RUSSIAN.test(text) || !(code === 'uk' || NOT_UKRAINIAN.test(text))) return null
  return { code: 'ru', probability: 0.9 }
}

/** English words that stand in every text and, so many of them together, in no other language's. */
const GRAMMAR = new Set(
  (
    'the of and to that is was for with on by it he from are has have had be been not his its they their who which will would ' +
    'after said at this but an were she her in a as when what there more than could should about into over'
  ).split(' '),
)
const GRAMMAR_SHARE_MIN = 0.28
const GRAMMAR_WORDS_MIN = 8

/** A text that is English beyond doubt needs no n-grams; null: it may be another language, a close one among them. */
function plainEnglishText(text: string): Language | null {
  const words = text.toLowerCase().match(WORD) ?? []
  let grammar = 0
  for (const word of words) if (GRAMMAR.has(word)) grammar++
  const share = grammar / words.length
  if (grammar < GRAMMAR_WORDS_MIN || share < GRAMMAR_SHARE_MIN) return null
  return closeLanguage('en', words, false) ?? { code: 'en', probability: round(Math.min(0.99, 0.6 + share)) }
}

/** Share of a headline's words from which it is English, whatever n-grams of its names say. */
const PLAIN_ENGLISH_MIN = 0.75

/**
 * How English the words of a headline are that are no names: those in lower case, where there are some. A word that the
 * other language uses every day as well does not count.
 */
function plainEnglish(words: readonly string[], other: string): number {
  const printed = words.map((word) => word.replace(/'s?$/, ''))
  const small = printed.filter((word) => word.length > 1 && word[0] === word[0]!.toLowerCase())
  const judged = (small.length > 0 ? small : printed).map((word) => word.toLowerCase())
  const english = judged.filter((word) => isEnglish(word) && (other === '' || !isStopWord(word, other)))
  return english.length / Math.max(1, judged.length)
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

const CLOSE: ReadonlySet<string> = new Set(TELLING.map(({ of }) => of))

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

function englishShare(words: readonly string[]): number {
  return words.filter(isEnglish).length / Math.max(1, words.length)
}

/** Function words and words of the topic model's training. */
function isEnglish(word: string): boolean {
  const key = wordKey(word, 'en')
  return key === FUNCTION_WORD || topicModel.rows.has(key)
}

function round(value: number): number {
  return Math.round(value * 1e3) / 1e3
}
