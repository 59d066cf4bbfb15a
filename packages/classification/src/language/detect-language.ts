import { classOf, LETTER, MARK } from '../text/character-classes.ts'
import { isStopWord } from '../text/stop-words.ts'
import { FUNCTION_WORD, wordKey } from '../topics/text-features.ts'
import { topicModel } from '../topics/topic-model.ts'
import { TELLING_LETTERS_SHARE_MIN } from './close-languages.ts'
import { COMMON_WORDS, TELLING_WORDS } from './common-words.ts'
import { prose } from './prose.ts'
import { type NgramVerdict, readNgrams } from './read-ngrams.ts'
import { closestOf, isUzbek, languageOfLetters } from './tell-close-languages.ts'

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

/** Share of Latin letters, and of others, from which a text is in two scripts: a page in two languages, not names in one. */
const MIXED_SHARE_MIN = 0.4

export type Language = { readonly code: string; readonly probability: number }

/**
 * Language of a text: ISO 639-1, or 639-3 where there is none ("pcm").
 *
 * Scripts and letters that serve one language decide by themselves; n-grams know 60 languages; lists of common words know
 * 14 more, and tell a dozen from those close to them.
 *
 * @returns null: unknown. It is no prose, too short, in two scripts or languages, or in one that is not known.
 */
export function detectLanguage(text: string): Language | null {
  const head = text.length > CHARS_MAX ? text.slice(0, CHARS_MAX) : text
  const english = head.length > SHORT_LETTERS_MAX ? plainEnglishText(head) : null
  if (english !== null) return english
  const read = prose(head)
  if (read === null) return null
  const { letters, foreign, isPlain, isCyrillic, isOwnScript, isMixed } = lettersOf(read)
  const isShort = letters <= SHORT_LETTERS_MAX
  if (letters < LETTERS_MIN || (isMixed && !isShort)) return null
  const byScript = isOwnScript ? languageOfScript(read, letters) : null
  if (byScript !== null) return byScript
  if (foreign >= TELLING_LETTERS_SHARE_MIN * letters) {
    const code = languageOfLetters(read, letters)
    if (code !== null) return { code, probability: 0.95 }
  }
  const found = readNgrams(read)
  const isSure = found.isReliable
  if (isSure && !isShort && !CLOSE.has(found.language) && found.language === 'en') return verdictOf(found)
  const byLetters = isCyrillic && isShort ? languageOfCyrillic(read, found.language) : null
  if (byLetters !== null) return byLetters
  const words = (read.match(WORD) ?? []).map((word) => word.replaceAll('’', "'"))
  const lower = words.map((word) => word.toLowerCase())
  const telling = closeLanguage(found.language, lower, isShort)
  if (telling !== null) return telling
  if (found.language !== 'en' || !isSure) {
    const unsure = languageOfWords(read, words, lower, found.language, { isSure, isShort, isPlain, letters })
    if (unsure !== null) return { ...unsure, code: closestOf(unsure.code, lower) ?? unsure.code }
  }
  if (!isSure) return null
  const verdict = verdictOf(found)
  if (verdict.probability < WHOLE_PROBABILITY_MIN && letters >= HALVES_LETTERS_MIN && areHalvesApart(read)) return null
  const closest = closestOf(found.language, lower)
  return closest === null ? verdict : { ...verdict, code: closest }
}

/** What the words say where n-grams are not sure, or may be misled by names; null: nothing. */
function languageOfWords(
  text: string,
  words: readonly string[],
  lower: readonly string[],
  code: string,
  { isSure, isShort, isPlain, letters }: { isSure: boolean; isShort: boolean; isPlain: boolean; letters: number },
): Language | null {
  if (!isSure && isUzbek(text, letters, lower)) return { code: 'uz', probability: 0.9 }
  const common = commonLanguage(lower)
  if (common.share >= (isSure ? COMMON_SHARE_AGAINST_NGRAMS_MIN : COMMON_SHARE_MIN))
    return { code: common.code, probability: round(Math.min(0.99, 0.5 + common.share)) }
  const plain = isShort && isPlain ? plainEnglish(words, code) : 0
  if (plain >= PLAIN_ENGLISH_MIN) return { code: 'en', probability: round(plain * 0.95) }
  const shaped = isSure ? null : languageOfShape(lower, isShort)
  if (shaped !== null) return shaped
  const share = !isSure || isShort ? englishShare(lower) : 0
  if (share < (isSure ? ENGLISH_SHARE_AGAINST_NGRAMS_MIN : ENGLISH_SHARE_MIN)) return null
  return { code: 'en', probability: round(share) }
}

function verdictOf({ language, scoreOf }: NgramVerdict): Language {
  return { code: language, probability: round(scoreOf(language)) }
}

/** A text that is less surely of one language may be in two: its halves are asked. */
const WHOLE_PROBABILITY_MIN = 0.75
const HALVES_LETTERS_MIN = 120

/** How much more likely each half is in its own language than in the other's. Of 3,800 news texts in 18 languages, none is. */
const HALVES_LEAD_MIN = 0.2

/** Whether a text's halves, parted at the end of the sentence nearest to its middle, are in two languages. */
function areHalvesApart(text: string): boolean {
  const middle = text.length >> 1
  const after = text.slice(middle).search(/[.!?\n]/)
  const before = text.slice(0, middle).search(/[.!?\n][^.!?\n]*$/)
  const isAfter = after >= 0 && (before < 0 || after <= middle - before)
  const cut = isAfter ? middle + after + 1 : before < 0 ? middle : before + 1
  const [a, b] = [readNgrams(text.slice(0, cut)), readNgrams(text.slice(cut))]
  if (!a.isReliable || !b.isReliable || a.language === b.language) return false
  const leadOf = ({ language, scoreOf }: NgramVerdict, other: NgramVerdict) =>
    scoreOf(language) - scoreOf(other.language)
  return Math.min(leadOf(a, b), leadOf(b, a)) >= HALVES_LEAD_MIN
}

type Letters = {
  readonly letters: number
  /** Beyond plain Latin ones. */
  readonly foreign: number
  readonly isPlain: boolean
  readonly isCyrillic: boolean
  /** There are letters that decide the language. */
  readonly isOwnScript: boolean
  /** A good part is in Latin letters, and a good part in others. */
  readonly isMixed: boolean
}

function lettersOf(text: string): Letters {
  let letters = 0
  let foreign = 0
  let latin = 0
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
    if (unit < 0x250 || (unit >= 0x1e00 && unit < 0x1f00)) latin++
    if (unit >= 0x400 && unit < 0x530) cyrillic++
    if ((unit >= 0x780 && unit < 0x7c0) || (unit >= 0xd80 && unit < 0x10a0) || (unit >= 0x1780 && unit < 0x1800)) own++
  }
  const others = foreign - latin
  return {
    ...{ letters, foreign },
    isPlain: foreign === 0,
    isCyrillic: cyrillic * 2 > letters,
    isOwnScript: own > 0,
    isMixed: Math.min(others, letters - others) > MIXED_SHARE_MIN * letters,
  }
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
  const words = text.toLowerCase().match(hasPlainLetters(text) ? PLAIN_WORD : WORD) ?? []
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
/** The same of a text in lower case that has plain letters only, in a fraction of the time. */
const PLAIN_WORD = /[a-z][a-z'’]*/g

/** Whether all letters are those of ASCII; marks above them, and surrogates, count as others. */
function hasPlainLetters(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x80 && (isSurrogate(unit) || (classOf(unit) & (LETTER | MARK)) !== 0)) return false
  }
  return true
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800
}

/** Scripts in which one language is written in practice, of those that the n-grams do not know. */
const SCRIPTS = [
  { code: 'km', letters: /\p{Script=Khmer}/gu },
  { code: 'my', letters: /\p{Script=Myanmar}/gu },
  { code: 'si', letters: /\p{Script=Sinhala}/gu },
  { code: 'bo', letters: /\p{Script=Tibetan}/gu },
  { code: 'dv', letters: /\p{Script=Thaana}/gu },
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
