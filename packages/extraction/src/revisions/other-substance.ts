import type { RevisionChange } from '@dateline/domain'
import { findAgency } from '../credits/find-agency.ts'
import { personName } from '../credits/person-name.ts'
import { fold } from '../dates/fold.ts'
import { lexicon } from '../dates/lexicon.ts'
import { squeeze } from '../html/block-features.ts'
import { NEGATION_WORDS, NUMBER_WORDS, wordsOf } from './claim-words.ts'
import { areOtherDays } from './days-named.ts'
import { type Hunk, tokensOf } from './diff-words.ts'
import { figuresOf } from './figures.ts'
import { areContrary } from './opposed-words.ts'

/** All that an article says: its letters and figures without spaces and marks, and its figures as they are read. */
export type Said = { letters: string; figures: ReadonlySet<string> }

export const saidIn = (paragraphs: readonly string[]): Said => ({
  letters: squeeze(paragraphs.join('\n')),
  figures: new Set(paragraphs.flatMap((text) => figuresOf(text).split(' '))),
})

/**
 * Whether two sentences that differ in one stretch alone tell two stories, so that one of two houses that print the same report is
 * wrong. What houses write each in their own way is none: units, days and times of day, rounded figures, offices, places and people
 * under another of their names.
 *
 * @param sentence the original's.
 */
export function isOtherSubstance(
  kind: RevisionChange['kind'],
  hunk: Hunk,
  sentence: string,
  original: Said,
  copy: Said,
): boolean {
  const { removed, added } = hunk
  if (kind === 'negation') return isBareNegation(hunk, sentence)
  if (removed === '' || added === '') return false
  if (kind === 'fact') return !areOtherDays(removed, added) && areContrary(wordsOf(removed), wordsOf(added))
  if (kind === 'number') return isOtherFigure(hunk, sentence, original)
  return kind === 'name' && isOtherPerson(removed, added, original, copy)
}

/** What a "not" may bring with it or take away: "brought" and "had not brought", "no child" and "a child". */
const BESIDE_NEGATION: ReadonlySet<string> = new Set(
  'do does did has have had is are was were be been will would can could a an any ein eine einen einer'.split(' '),
)
/** Of these alone none negates for sure: "avant qu'il ne parte", "ما" is "what", too. */
const UNSURE_NEGATIONS: ReadonlySet<string> = new Set(['ne', 'ما', 'personne'])
/** "until it has begun" is "until it has not begun" in many languages. */
const UNTIL =
  /(?<!\p{L})(?:until|unless|bevor|ehe|hasta|finché|fino|dopóki|dokud|dok|пока|поки|докато|avant|moins)(?!\p{L})/iu
/** "no" is "in the" in Portuguese. */
const PORTUGUESE = /(?<!\p{L})(?:em|ao|aos|com|pelo|pela|dos|das|uma|foi)(?!\p{L})|[ãõ]/iu

/** A "not" more or less, and no other word: "not only", "no later than", "not named" and "unnamed" are wordings. */
function isBareNegation({ removed, added, beforeStart }: Hunk, sentence: string): boolean {
  const [one, other] = [wordsOf(removed), wordsOf(added)]
  const negations = [...one, ...other].filter((word) => NEGATION_WORDS.words.has(word))
  if (negations.length === 0 || /[,:;]/u.test(removed + added) || UNTIL.test(sentence)) return false
  if (/^(?:is|are|was|were|do|does|did|has|have|can)\b/iu.test(sentence)) return false // "Is it not a wonder"
  if (negations.length === 1 && UNSURE_NEGATIONS.has(negations[0]!) && one.length + other.length === 1) return false
  // "No. 10".
  const next = sentence.slice(beforeStart + removed.length).trimStart()
  if (/^but\b/iu.test(next)) return false
  if (negations.includes('no') && (/^\d/u.test(next) || PORTUGUESE.test(sentence))) return false
  const rest = (words: readonly string[]) =>
    words.filter((word) => !NEGATION_WORDS.words.has(word) && !BESIDE_NEGATION.has(word)).join(' ')
  return rest(one) === rest(other)
}

/** Figures with nothing else beside them, or numbers in words; neither a time nor the one a round form of the other. */
function isOtherFigure(hunk: Hunk, sentence: string, original: Said): boolean {
  const { removed, added } = hunk
  const [one, other] = [figuresOf(removed), figuresOf(added)]
  if ((one === '') !== (other === '') || isTime(hunk, sentence)) return false
  if (one === '') return isNumberInWords(removed) && isNumberInWords(added) && !isSameStem(removed, added)
  const digits = (figures: string) => figures.replace(/\D/g, '')
  if (digits(one) === digits(other) || original.figures.has(other)) return false
  const letters = (text: string) => fold(text).replace(/[^\p{L}\p{M}\p{Sc}%]+/gu, '')
  return letters(removed) === letters(added) && !isRounded(removed, added)
}

const isNumberInWords = (text: string) =>
  wordsOf(text).length > 0 && wordsOf(text).every((word) => NUMBER_WORDS.words.has(word))

/** "dwa" and "dwie", "dos" and "doce": one number in two forms, or a short list of others that begin alike. */
const isSameStem = (removed: string, added: string) => fold(removed).slice(0, 2) === fold(added).slice(0, 2)

const CLOCK = /\d{1,2}\s?[:.h]\s?\d{2}|\b[ap]\.?m\b/iu
const AFTER_TIME =
  /^[\s-]*(?:[ap]\.?\s?m\b|uhr|hrs?\b|h\b|o['’]clock|gmt|utc|час|годин|[月日時时点點分号號]|[월일시분])/iu
const TIME_UNITS: ReadonlySet<string> = new Set(['second', 'minute', 'hour', 'day', 'week'])
const HALF_DAY_HOURS = 12

/** A day, a time of day, or days counted from one: "April 4", "8 pm" and "20 Uhr", "two days ago". */
function isTime({ removed, added, beforeStart }: Hunk, sentence: string): boolean {
  if (CLOCK.test(removed) || CLOCK.test(added)) return true
  const [one, other] = [Number(removed), Number(added)]
  if (Math.abs(one - other) === HALF_DAY_HOURS && Math.max(one, other) <= 2 * HALF_DAY_HOURS) return true
  const after = sentence.slice(beforeStart).trimStart().slice(removed.length)
  if (AFTER_TIME.test(after)) return true
  const isWord = (token: string) => /\p{L}/u.test(token)
  const last = tokensOf(sentence.slice(0, beforeStart)).findLast(isWord)
  const next = tokensOf(after).slice(0, 4).find(isWord)
  return [last, next].some((word) => word !== undefined && namesTime(word))
}

const namesTime = (word: string): boolean =>
  (lexicon('press').entries.get(fold(word)) ?? []).some(
    ({ meaning }) => meaning.kind === 'month' || (meaning.kind === 'unit' && TIME_UNITS.has(meaning.unit)),
  )

/** A figure with fewer digits that tell, and not far off, is a round one: "1,873" and "1,900", "more than 1,800". */
const ROUNDED_BY_MAX = 0.15
/** "5.1" and "5.2" are measured, or cut short, each in its own way; "0112" is a part of a longer number. */
const NEAR_DECIMALS = 1.5

function isRounded(one: string, other: string): boolean {
  const [places, others] = [one, other].map((text) => /^\D*\d+[.,](\d{1,2})\D*$/u.exec(text)?.[1]?.length ?? 0)
  const [a = 0, b = 0] = [one, other].map((text) => valuesOf(text)[1])
  if (places! > 0 && places === others && Math.abs(a - b) < NEAR_DECIMALS * 10 ** -places!) return true
  if (/^\D*0\d/u.test(one) || /^\D*0\d/u.test(other)) return true
  return valuesOf(one).some((a) =>
    valuesOf(other).some(
      (b) => telling(a) !== telling(b) && Math.abs(a - b) <= ROUNDED_BY_MAX * Math.max(Math.abs(a), Math.abs(b)),
    ),
  )
}

/** "2.375" with its mark as of thousands and as of a decimal. */
function valuesOf(text: string): number[] {
  const figure = /\d[\d.,' ]*/u.exec(fold(text))?.[0] ?? ''
  return [figure.replace(/\D/g, ''), figure.replace(/[' ]/g, '').replace(',', '.')].map(Number).filter(Number.isFinite)
}

/** Digits that tell, "1,900" has two. */
const telling = (value: number): number =>
  String(value)
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length

/**
 * Names of two people, in scripts with capitals. One word is an office, a place or a given name in another of its forms as often:
 * "Bob" and "Robert", "Mr" and "Dr", "Bombay" and "Mumbai". A house that uses both names says which is whose.
 */
function isOtherPerson(removed: string, added: string, original: Said, copy: Said): boolean {
  const [ones, others] = [removed.split(/\s+/u), added.split(/\s+/u)]
  if (ones.length < 2 || ones.length !== others.length || !/\p{Lu}/u.test(removed) || !/\p{Lu}/u.test(added))
    return false
  if ([removed, added].some((name) => personName(name, false) === null || findAgency(name) !== null)) return false
  const [one, other] = [squeeze(removed), squeeze(added)]
  if (original.letters.includes(other) || copy.letters.includes(one)) return false
  // "Yevgeny", "Evgeny", "Jewgenij": the same name in another spelling keeps its consonants, or most of them.
  return ones.every((word, at) => !isAlike(word, others[at]!))
}

function isAlike(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)]
  const shared = [...new Set(a)].filter((letter) => b.includes(letter)).length
  return a[0] === b[0] || shared >= 0.6 * Math.min(new Set(a).size, new Set(b).size)
}
